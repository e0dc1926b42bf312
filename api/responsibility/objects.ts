import { findLayer } from '#geodata/layers/index.ts'
import { LINEAR_LAYERS, type Standing } from '#geodata/responsibility/roles.ts'
import type { Queryable } from '../database/database.ts'
import { empty, identifier, sql } from '../database/sql.ts'
import { inTerritories } from '../layers/limits_store.ts'
import type { ObjectKey } from './responsible.ts'

/** An assignment of whatever time, with the name of the person and no more. */
export interface PastAssignment {
  readonly assignment_id: number
  readonly role: string
  readonly standing: Standing
  readonly chainage_from_m: number | null
  readonly chainage_to_m: number | null
  readonly valid_from: string
  readonly valid_to: string | null
  readonly remark: string | null
  readonly person: {
    readonly id: number
    readonly name: string
    readonly name_en: string | null
    readonly organisation: string
    readonly organisation_en: string | null
  }
}

/** All assignments of an object there ever were or are planned, the latest first. */
export const readHistory = (database: Queryable, { layer, id }: ObjectKey): Promise<PastAssignment[]> =>
  database.query<PastAssignment>(sql`
    select assignments.id as assignment_id, role, standing, chainage_from_m, chainage_to_m, valid_from, valid_to, remark,
      json_build_object('id', people.id, 'name', people.name, 'name_en', people.name_en,
        'organisation', organisations.name, 'organisation_en', organisations.name_en) as person
    from assignments
    join people on people.id = assignments.person_id
    join organisations on organisations.id = people.organisation_id
    where layer = ${layer} and object_id = ${id}::integer
    order by valid_from desc, assignments.id desc`)

/** Where its own chainage begins and ends, in metres; null for what is not a line. */
export interface Extent {
  readonly chainage_from_m: number | null
  readonly chainage_to_m: number | null
}

/** Undefined where there is no such object in the territories, or none at all. */
export async function readExtent(
  database: Queryable,
  { layer, id }: ObjectKey,
  territories?: readonly string[],
): Promise<Extent | undefined> {
  const columns = layer.endsWith('_segments')
    ? sql`chainage_from_m, chainage_to_m`
    : LINEAR_LAYERS.includes(layer)
      ? sql`0::float8 as chainage_from_m, length_m as chainage_to_m`
      : sql`null::float8 as chainage_from_m, null::float8 as chainage_to_m`
  const seen = territories ? sql`and ${inTerritories(findLayer(layer)!, territories)}` : empty
  const [row] = await database.query<Extent>(sql`select ${columns} from ${identifier(layer)} where id = ${id}::integer ${seen}`)
  return row
}
