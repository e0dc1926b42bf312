/** What is needed to tell how many patrols were owed and made within days. */
import type { Named } from '#geodata/cases/records.ts'
import type { ChiefLevel } from '#geodata/rivers/records.ts'
import type { Queryable } from '../database/database.ts'
import { sql } from '../database/sql.ts'
import { chiefsOf, rolesOfLevels } from './chiefs_store.ts'

export interface OwingChief {
  readonly segment_id: number
  readonly from_m: number
  readonly to_m: number
  readonly standing: 'A' | 'B' | 'joint'
  readonly valid_from: string
  readonly valid_to: string | null
  readonly person: Named
  /** Of the organisation. */
  readonly territory_code: string
}

type Row = Omit<OwingChief, 'person'> & Named

export async function readOwingChiefs(database: Queryable, level: ChiefLevel, from: string, to: string): Promise<OwingChief[]> {
  const rows = await database.query<Row>(sql`
    select chief.segment_id, chief.from_m, chief.to_m, chief.standing, chief.valid_from, chief.valid_to, people.id, people.name, people.name_en,
      organisations.territory_code
    from ${chiefsOf(rolesOfLevels([level]), { from, to })} as chief
    join people on people.id = chief.person_id join organisations on organisations.id = people.organisation_id
    where chief.from_m < chief.to_m
    order by chief.segment_id, chief.from_m, chief.to_m, chief.standing, chief.assignment_id`)
  return rows.map(({ id, name, name_en, ...chief }) => ({ ...chief, person: { id, name, name_en } }))
}

export interface MadePatrol {
  readonly segment_id: number
  readonly day: string
  /** Null is all of the segment. */
  readonly from_m: number | null
  readonly to_m: number | null
}

/** Valid ones, by the day on which they ended in China. */
export const readMadePatrols = (database: Queryable, level: ChiefLevel, from: string, to: string): Promise<MadePatrol[]> =>
  database.query<MadePatrol>(sql`
    select segment_id, (ended_at at time zone 'Asia/Shanghai')::date as day, from_m, to_m from patrols
    where level = ${level} and is_valid and ended_at >= ${`${from}T00:00:00+08:00`}::text::timestamptz
      and ended_at < ${`${to}T00:00:00+08:00`}::text::timestamptz + interval '1 day'`)
