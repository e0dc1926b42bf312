// Cases of the past in the town of squares, told by what happened to them and when.
import type { Database } from '#api/database/database.ts'
import { sql } from '#api/database/sql.ts'
import { EAST, WEST } from './damage.ts'
import { placeOf } from './square_town.ts'

export interface Told {
  /** Standard is the west. */
  readonly community?: string
  /** Moments in China, `2026-10-05 09:00`. */
  readonly filed: string
  readonly handle_due?: string
  readonly due: string
  readonly back?: string
  readonly closed?: string
  readonly returned?: true
  readonly reworked?: true
  readonly extended?: true
  readonly kind?: string
  readonly organisation?: number
  readonly segment?: number
  readonly text?: string
}

let stored = 0

/** @returns the numbers of the cases, in the order in which they were given */
export async function storeTold(database: Database, all: readonly Told[]): Promise<string[]> {
  const places = new Map([
    [WEST, await placeOf(database, 0.3, 0.3)],
    [EAST, await placeOf(database, 1.3, 0.3)],
  ])
  await database.query(sql`
    insert into case_places (community_code, community_name, grids, digest)
    select code, '区' || code, jsonb_build_array(jsonb_build_object('scheme', 'squares', 'level', 1, 'code', code || '000', 'name', '格' || code, 'name_en', null)), code
    from (values (${WEST}), (${EAST})) as given (code) on conflict do nothing`)
  const first = stored
  stored += all.length
  const rows = all.map((one, index) => {
    const community = one.community ?? WEST
    const number = `${one.filed.slice(0, 10).replaceAll('-', '')}-${String(first + index + 1).padStart(6, '0')}`
    return { ...one, number, community, place: places.get(community), kind: one.kind ?? 'C0101', at: moment(one.filed) }
  })
  await database.query(sql`
    insert into cases (number, client_id, digest, kind_id, source, text, geom, place_id, community_code, segment_id, chainage_m, account_name,
      noted_at, found_at)
    select given.number, gen_random_uuid(), 'x', (select id from case_kinds where code = kind), 'supervisor', given.text,
      ST_SetSRID(ST_MakePoint((given.place ->> 0)::float8, (given.place ->> 1)::float8), 4326), case_places.id, community,
      given.segment, case when given.segment is not null then 100 end, '员', at, at
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as given (number text, kind text, text text, place jsonb, community text, segment integer, at timestamptz)
    join case_places on case_places.digest = community order by given.number`)
  const events = rows.flatMap((one) => eventsOf(one).map((event, at) => ({ ...event, of: one.number, number: at + 1 })))
  await database.query(sql`
    insert into case_events (case_id, number, action, stage, at, account_name, handle_due_at, closing_due_at, organisation_id)
    select cases.id, given.number, action, given.stage, given.at, '员', handle_due, closing_due, organisation
    from jsonb_to_recordset(${JSON.stringify(events)}::jsonb) as given ("of" text, number integer, action text, stage text, at timestamptz,
      handle_due timestamptz, closing_due timestamptz, organisation integer)
    join cases on cases.number = given.of`)
  return rows.map(({ number }) => number)
}

const moment = (text: string): string => `${text.replace(' ', 'T')}:00+08:00`

function eventsOf(one: Told) {
  const step = (action: string, stage: string, at: string, rest: object = {}) => ({ action, stage, at: moment(at), ...rest })
  const dispatch = (rest: object = {}) =>
    step('dispatch', 'dispatched', one.filed, { organisation: one.organisation ?? null, ...rest })
  return [
    step('collect', 'collected', one.filed),
    step('file', 'filed', one.filed, { closing_due: moment(one.due) }),
    dispatch({ handle_due: moment(one.handle_due ?? one.due) }),
    ...(one.returned ? [step('return', 'filed', one.filed), dispatch()] : []),
    ...(one.extended ? [step('extend', 'dispatched', one.filed)] : []),
    ...(one.back ? [step('report_back', 'reported_back', one.back)] : []),
    ...(one.reworked
      ? [step('rework', 'handling', one.back ?? one.filed), step('report_back', 'reported_back', one.back ?? one.filed)]
      : []),
    ...(one.closed ? [step('close', 'closed', one.closed)] : []),
  ]
}
