import type { ChiefLevel } from '#geodata/rivers/records.ts'
import { CHIEF_LEVELS } from '#geodata/rivers/records.ts'
import type { Queryable, Transaction } from '../database/database.ts'
import { sql } from '../database/sql.ts'
import { chiefsOf, idList, LEVEL_COLUMN, rolesOfLevels } from './chiefs_store.ts'

/** Somebody who is, or was, a chief of a segment: what stood on its board, or should. */
export interface BoardChief {
  readonly segment_id: number
  readonly level: ChiefLevel
  readonly person_id: number
  readonly from_m: number
  readonly to_m: number
  readonly valid_from: string
  readonly valid_to: string | null
}

export interface BoardRow {
  readonly segment_id: number
  readonly updated_on: string | null
}

/** Of the segments of a day. @param segments null is all */
export const readBoards = (database: Queryable, segments: readonly number[] | null, day: string): Promise<BoardRow[]> =>
  database.query<BoardRow>(sql`
    select segment.id as segment_id, signboards.updated_on from river_segments as segment
    left join signboards on signboards.segment_id = segment.id
    where segment.valid_from <= ${day}::text::date and (segment.valid_to is null or segment.valid_to > ${day}::text::date)
      and ${segments === null ? sql`true` : sql`segment.id = ${idList(segments)}`}`)

/** Everybody there ever was until a day, of those segments of which somebody came or went since the board was made, or of whose board nobody said anything. */
export const readBoardChiefs = (database: Queryable, segments: readonly number[] | null, day: string): Promise<BoardChief[]> =>
  database.query<BoardChief>(sql`
    select segment_id, level, person_id, from_m, to_m, valid_from, valid_to from (
      select chief.segment_id, ${LEVEL_COLUMN} as level, chief.person_id, chief.from_m, chief.to_m, chief.valid_from, chief.valid_to,
        bool_or(signboards.updated_on is null or chief.valid_from > signboards.updated_on
          or (chief.valid_to > signboards.updated_on and chief.valid_to <= ${day}::text::date)) over (partition by chief.segment_id) as has_changed
      from ${chiefsOf(rolesOfLevels(CHIEF_LEVELS), { from: '0001-01-01', to: day })} as chief
      left join signboards on signboards.segment_id = chief.segment_id
      where ${segments === null ? sql`true` : sql`chief.segment_id = ${idList(segments)}`}
    ) as held
    where has_changed
    order by segment_id, level, person_id, from_m, valid_from`)

export const storeBoard = (transaction: Transaction, segment: number, updated_on: string, account_name: string) =>
  transaction.query(sql`
    insert into signboards (segment_id, updated_on, account_name) values (${segment}::integer, ${updated_on}::text::date, ${account_name})
    on conflict (segment_id) do update set updated_on = excluded.updated_on, account_name = excluded.account_name`)
