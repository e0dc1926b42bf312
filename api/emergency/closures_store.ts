import type { Closed, Position } from '#geodata/network/index.ts'
import type { Queryable, Transaction } from '../database/database.ts'
import { sql } from '../database/sql.ts'
import { validOn } from '../responsibility/areas_at.ts'
import type { Author } from './marks_store.ts'

export type ClosureShape =
  | { readonly type: 'LineString'; readonly coordinates: readonly Position[] }
  | { readonly type: 'MultiPolygon'; readonly coordinates: readonly (readonly (readonly Position[])[])[] }

export interface RoadClosure {
  readonly id: number
  readonly client_id: string
  readonly geometry: ClosureShape
  readonly reason: string
  readonly account_id: number | null
  readonly account_name: string
  readonly since: string
  readonly ended_at: string | null
  readonly ended_by: string | null
}

const CLOSURES = sql`
  select id, client_id, ST_AsGeoJSON(geom, 9)::json as geometry, reason, account_id, account_name, since, ended_at, ended_by
  from road_closures`

/** Those in force, the oldest first. */
export const readClosures = (database: Queryable): Promise<RoadClosure[]> =>
  database.query<RoadClosure>(sql`${CLOSURES} where ended_at is null order by id`)

export async function readClosure(database: Queryable, id: number): Promise<RoadClosure | undefined> {
  const [row] = await database.query<RoadClosure>(sql`${CLOSURES} where id = ${id}::integer`)
  return row
}

/** What is stored under a client_id, and whether it says the same as another report of that id. */
export async function readClosureOfClient(
  database: Queryable,
  { client_id, geometry, reason }: NewClosure,
): Promise<{ readonly closure: RoadClosure; readonly isSame: boolean }> {
  const [closure] = await database.query<RoadClosure>(sql`${CLOSURES} where client_id = ${client_id}::uuid`)
  const same = await database.query(sql`
    select from road_closures where client_id = ${client_id}::uuid and reason = ${reason}
      and ST_OrderingEquals(geom, ST_SetSRID(ST_GeomFromGeoJSON(${JSON.stringify(geometry)}), 4326))`)
  return { closure: closure!, isSame: same.length > 0 }
}

export interface NewClosure {
  readonly client_id: string
  readonly geometry: ClosureShape
  readonly reason: string
}

/** @returns whether it is new: what came with the same client_id before stays as it is */
export async function insertClosure(
  transaction: Transaction,
  { client_id, geometry, reason }: NewClosure,
  author: Author,
): Promise<boolean> {
  const rows = await transaction.query(sql`
    insert into road_closures (client_id, geom, reason, account_id, account_name)
    values (${client_id}::uuid, ST_SetSRID(ST_GeomFromGeoJSON(${JSON.stringify(geometry)}), 4326), ${reason}, ${author.id}::integer, ${author.name})
    on conflict (client_id) do nothing returning id`)
  return rows.length > 0
}

export async function endClosure(transaction: Transaction, id: number, author: Author): Promise<void> {
  await transaction.query(sql`
    update road_closures set ended_at = clock_timestamp(), ended_by = ${author.name} where id = ${id}::integer and ended_at is null`)
}

/** Codes of the communities that a shape meets on a day. */
export async function readCommunitiesOf(database: Queryable, shape: ClosureShape, day: string): Promise<string[]> {
  const rows = await database.query<{ code: string }>(sql`
    select code from administrative_areas
    where level = 'community' and ${validOn(day)}
      and ST_Intersects(geom, ST_SetSRID(ST_GeomFromGeoJSON(${JSON.stringify(shape)}), 4326)) order by code`)
  return rows.map(({ code }) => code)
}

/** As the road network understands it: an area of several parts is as many closures. */
export const closedBy = ({ geometry }: Pick<RoadClosure, 'geometry'>): readonly Closed[] =>
  geometry.type === 'LineString' ? [{ line: geometry.coordinates }] : geometry.coordinates.map((polygon): Closed => ({ polygon }))
