/** Lists of cases, and how many there are. */
import { type CaseCounts, type CasePage, type CasePoint, type CaseRow, QUEUES, type Queue } from '#geodata/cases/records.ts'
import type { Queryable } from '../database/database.ts'
import { identifier, join, type Sql, sql } from '../database/sql.ts'
import type { Position } from '../responsibility/parameters.ts'
import { inHandOf, QUEUE_CONDITIONS } from './filter.ts'
import { codesIn, FROM_CASES, inList, rowColumns } from './rows.ts'
import type { Worker } from './steps.ts'

/** More are said to be more: counting a million takes longer than showing the first of them. */
const MOST_COUNTED = 100_000
export const MOST_POINTS = 5000

const ORDERS = {
  due: sql`cases.due_at nulls last, cases.id`,
  found: sql`cases.found_at desc, cases.id desc`,
  changed: sql`cases.changed_at desc, cases.id desc`,
} as const
export type Sort = keyof typeof ORDERS

export async function listCases(
  database: Queryable,
  { from, where }: { readonly from: Sql; readonly where: Sql },
  account: number,
  { sort, limit, offset }: { readonly sort: Sort; readonly limit: number; readonly offset: number },
): Promise<CasePage> {
  const [counted] = await database.query<{ total: number }>(sql`
    select count(*)::integer as total from (select from ${from} where ${where} limit ${MOST_COUNTED + 1}) as found`)
  // The few that are shown first, what is told of them afterwards.
  const cases = await database.query<CaseRow>(sql`
    select ${rowColumns(account)} from ${FROM_CASES}
    where cases.id in (select cases.id from ${from} where ${where} order by ${ORDERS[sort]} limit ${limit} offset ${offset})
    order by ${ORDERS[sort]}`)
  const total = Math.min(counted!.total, MOST_COUNTED)
  return { total, is_more: counted!.total > MOST_COUNTED, cases: cases.map(inList) }
}

export const listPoints = (database: Queryable, wanted: Sql): Promise<CasePoint[]> =>
  database.query<CasePoint>(sql`
    select cases.id, ST_X(cases.geom) as longitude, ST_Y(cases.geom) as latitude, cases.stage, kind.subject, kind.urgent,
      cases.is_open and coalesce(cases.due_at < now(), false) as overdue
    from ${FROM_CASES} where ${wanted} order by cases.id desc limit ${MOST_POINTS}`)

/** All that is open, once through: in the asker's territories, and his own wherever it lies. @param within where both have to be */
export async function countCases(
  database: Queryable,
  { territories, within }: { readonly territories: readonly string[]; readonly within: Sql },
  account: number,
  worker: Worker,
): Promise<CaseCounts> {
  const seen = codesIn(sql`cases.community_code`, territories)
  const [inHand, reported] = [inHandOf(worker), sql`cases.account_id = ${account}::integer`]
  const open = QUEUES.filter((queue) => queue !== 'ended')
  const columns = open.map(
    (queue) => sql`count(*) filter (where ${QUEUE_CONDITIONS[queue]} and ${seen})::integer as ${identifier(queue)}`,
  )
  const [row] = await database.query<Record<Queue, number> & { mine: number; reported_by_me: number }>(sql`
    select ${join(columns)}, count(*) filter (where ${inHand} and cases.stage in ('dispatched', 'handling'))::integer as mine,
      count(*) filter (where ${reported})::integer as reported_by_me
    from cases where cases.is_open and ${within} and (${seen} or ${inHand} or ${reported})`)
  const { mine, reported_by_me, ...queues } = row!
  return { queues, mine, reported_by_me }
}

/** Open cases of one class around a place, the nearest first. */
export async function listNearby(
  database: Queryable,
  [longitude, latitude]: Position,
  near: {
    readonly within_m: number
    /** The first three letters of the code of the kind. */
    readonly class: string | null
    readonly besides: number | null
    readonly territories: readonly string[]
    readonly account: number
    readonly limit: number
  },
): Promise<(CaseRow & { distance_m: number })[]> {
  const point = sql`ST_SetSRID(ST_MakePoint(${longitude}::float8, ${latitude}::float8), 4326)`
  const degrees = (near.within_m * 1.01) / (111_000 * Math.max(Math.cos((latitude * Math.PI) / 180), 0.01))
  const rows = await database.query<CaseRow & { distance_m: number }>(sql`
    select ${rowColumns(near.account)}, ST_Distance(cases.geom::geography, ${point}::geography) as distance_m
    from ${FROM_CASES}
    where cases.is_open and cases.geom && ST_Expand(${point}, ${degrees}::float8)
      and ST_DWithin(cases.geom::geography, ${point}::geography, ${near.within_m}::float8)
      and (${near.class}::text is null or starts_with(kind.code, ${near.class}::text))
      and cases.id is distinct from ${near.besides}::integer and ${codesIn(sql`cases.community_code`, near.territories)}
    order by distance_m, cases.id limit ${near.limit}`)
  return rows.map((row) => ({ ...inList(row), distance_m: Math.round(row.distance_m) }))
}
