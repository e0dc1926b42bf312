/** A year of patrols, water samples and signboards in the first county of a demo. */
import type { Demo } from '#geodata/county/demo.ts'
import { addDays } from '#geodata/rivers/calendar.ts'
import type { PatrolRule } from '#geodata/rivers/records.ts'
import type { Transaction } from '../../database/database.ts'
import { sql } from '../../database/sql.ts'
import { chineseDay } from '../../layers/states.ts'
import { storeSignboards } from './boards.ts'
import { dutiesOf } from './duties.ts'
import { type DemoPatrol, patrolsOf } from './patrols.ts'
import { storeWaterSamples } from './water.ts'

const PATROLS_PER_STATEMENT = 1500
/** A place as small as the town has a season of patrols instead of a year. */
const FEW_DUTIES = 100

/** @param now until when things have happened; the same demo at the same moment gives the same rows */
export async function storeDemoRivers(transaction: Transaction, demo: Demo, now: Date): Promise<void> {
  if (!demo.responsibility) return
  const today = chineseDay(now)
  const duties = dutiesOf(demo)
  const rules = await transaction.query<PatrolRule>(sql`select * from patrol_rules where valid_to is null order by id`)
  const accounts = demo.responsibility.accounts
  const person = accounts.find(({ name }) => name === 'river-village')?.person_code ?? null
  const first = addDays(today, duties.length < FEW_DUTIES ? -100 : -365)
  const patrols = patrolsOf({ duties, rules, first, now: now.getTime(), today, person })
  const accountOf = new Map(accounts.map(({ name, person_code }) => [person_code, name]))
  for (let start = 0; start < patrols.length; start += PATROLS_PER_STATEMENT)
    await insertPatrols(transaction, patrols.slice(start, start + PATROLS_PER_STATEMENT), accountOf)
  await storeWaterSamples(transaction, demo, today)
  await storeSignboards(transaction, duties, today)
}

const moment = (milliseconds: number): string => new Date(milliseconds).toISOString()

function rowOf({ key, duty, rule, fixes, matched, judged, received, reason, remark }: DemoPatrol, account: string | null) {
  const { minutes, walked_m, covered_m, covered_percent, covered, gaps, flags } = matched
  const start = fixes[0]!.at
  return {
    key,
    segment: duty.segment.code,
    person: duty.person.code,
    account,
    ...{ level: duty.level, name: duty.person.name, rule_id: rule.id, ...duty.stretch },
    ...{ started_at: moment(start), ended_at: moment(fixes.at(-1)!.at), received_at: moment(received), points: fixes.length },
    ...{ minutes, walked_m, covered_m, covered_percent, covered, gaps },
    flags: flags.map(({ code, times, spans }) => ({ code, times, from: moment(spans[0]!.from), to: moment(spans.at(-1)!.to) })),
    ...{ shortfalls: judged.shortfalls, is_valid: judged.isValid, reason, remark },
    track: `LINESTRING M (${fixes.map(({ longitude, latitude, at }) => `${longitude} ${latitude} ${(at - start) / 1000}`).join()})`,
  }
}

async function insertPatrols(
  transaction: Transaction,
  patrols: readonly DemoPatrol[],
  accountOf: ReadonlyMap<string | null, string>,
): Promise<void> {
  const rows = patrols.map((patrol) => rowOf(patrol, accountOf.get(patrol.duty.person.code) ?? null))
  await transaction.query(sql`
    insert into patrols (client_id, digest, segment_id, level, person_id, account_id, account_name, rule_id, from_m, to_m, started_at, ended_at,
      received_at, clock_state, track, points, minutes, walked_m, covered_m, covered_percent, covered, gaps, flags, shortfalls, is_valid, reason, remark)
    select md5('patrol ' || key)::uuid, 'demo', segment.id, given.level, people.id, accounts.id, given.name, rule_id, from_m, to_m, started_at,
      ended_at, received_at, 'right', ST_GeomFromText(track, 4326), points, minutes, walked_m, covered_m, covered_percent, covered, gaps, flags,
      shortfalls, is_valid, reason, remark
    from rows from (jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as (key text, segment text, person text, account text, level text, name text,
        rule_id integer, from_m float8, to_m float8, started_at timestamptz, ended_at timestamptz, received_at timestamptz, points integer,
        minutes float8, walked_m float8, covered_m float8, covered_percent float8, covered jsonb, gaps jsonb, flags jsonb, shortfalls jsonb,
        is_valid boolean, reason text, remark text, track text)) with ordinality as given
    join river_segments as segment on segment.code = given.segment and segment.valid_to is null
    join people on people.code = given.person
    left join accounts on accounts.name = given.account
    order by given.ordinality`)
}
