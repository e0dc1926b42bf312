import type { Mark, MarkKind } from '#geodata/emergency/index.ts'
import type { Queryable, Transaction } from '../database/database.ts'
import { identifier, sql } from '../database/sql.ts'
import { validOn } from '../responsibility/areas_at.ts'

const COLUMNS = sql`id, layer, object_id, mark, note, account_id, account_name, received_at, noted_at, clock_implausible`

/** Of each team the latest of each object that has not been undone: what counts, and who disagrees, is among them. */
export const readMarks = (database: Queryable): Promise<Mark[]> =>
  database.query<Mark>(sql`
    select distinct on (layer, object_id, coalesce(account_id::text, account_name)) ${COLUMNS}
    from field_marks where undone_at is null
    order by layer, object_id, coalesce(account_id::text, account_name), received_at desc, id desc`)

export interface NewMark {
  readonly client_id: string
  readonly layer: string
  readonly object_id: number
  readonly mark: MarkKind
  readonly note: string | null
  readonly noted_at: string | null
  readonly clock_implausible: boolean
}

export interface StoredMark extends Mark {
  readonly client_id: string
  readonly undone_at: string | null
  readonly undone_by: string | null
}

export interface Author {
  readonly id: number
  readonly name: string
}

/** @returns whether it is new: what came with the same client_id before stays as it is */
export async function insertMark(transaction: Transaction, mark: NewMark, author: Author): Promise<boolean> {
  const rows = await transaction.query(sql`
    insert into field_marks (client_id, layer, object_id, mark, note, account_id, account_name, noted_at, clock_implausible)
    values (${mark.client_id}::uuid, ${mark.layer}, ${mark.object_id}::integer, ${mark.mark}, ${mark.note}, ${author.id}::integer, ${author.name},
      ${mark.noted_at}::timestamptz, ${mark.clock_implausible}::boolean)
    on conflict (client_id) do nothing returning id`)
  return rows.length > 0
}

export async function readMarkOfClient(database: Queryable, client_id: string): Promise<StoredMark> {
  const [row] = await database.query<StoredMark>(sql`
    select ${COLUMNS}, client_id, undone_at, undone_by from field_marks where client_id = ${client_id}::uuid`)
  return row!
}

export async function readMark(database: Queryable, id: number): Promise<StoredMark | undefined> {
  const [row] = await database.query<StoredMark>(sql`
    select ${COLUMNS}, client_id, undone_at, undone_by from field_marks where id = ${id}::integer`)
  return row
}

/** What has been undone already stays undone as it was. */
export async function undoMark(transaction: Transaction, id: number, author: Author): Promise<void> {
  await transaction.query(sql`
    update field_marks set undone_at = clock_timestamp(), undone_by = ${author.name} where id = ${id}::integer and undone_at is null`)
}

/** The code of the community in which an object stands; null where it stands in none, undefined where there is no such object. */
export async function readCommunityOf(
  database: Queryable,
  layer: string,
  id: number,
  day: string,
): Promise<string | null | undefined> {
  const [row] = await database.query<{ code: string | null }>(sql`
    select (select code from administrative_areas as area
      where level = 'community' and ST_Intersects(area.geom, object.geom) and ${validOn(day)} order by code limit 1) as code
    from ${identifier(layer)} as object where id = ${id}::integer`)
  return row?.code
}
