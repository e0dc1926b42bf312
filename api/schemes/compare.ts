import type { FastifyInstance } from 'fastify'
import type { Database, Queryable } from '../database/database.ts'
import { type Sql, sql } from '../database/sql.ts'
import { calendarDay, readParameters } from '../http/parameters.ts'
import { Problem } from '../http/problem.ts'
import { readScheme } from './store.ts'

const READ = { config: { right: 'responsibility.read' } } as const

interface Question {
  readonly scheme: string
  readonly from: string
  readonly to: string
  readonly territory: string
}

/** Two days of a scheme beside each other: what is new, what has changed, what is gone. */
export function comparisonRoutes(app: FastifyInstance, database: Database): void {
  app.get<{ Params: { scheme: string } }>('/api/schemes/:scheme/comparison', READ, async (request) => {
    const { from, to, territory = '' } = readParameters(request, ['from', 'to', 'territory'])
    if (!/^(\d{6}|\d{9}|\d{12})?$/.test(territory)) throw new Problem(400, 'territory_invalid', { field: 'territory' })
    const { id } = await readScheme(database, request.params.scheme)
    return { grids: await compareDays(database, { scheme: id, from: readDay('from', from), to: readDay('to', to), territory }) }
  })
}

function readDay(name: string, text: string | undefined): string {
  const day = text === undefined ? undefined : calendarDay(text)
  if (day === undefined) throw new Problem(400, 'day_invalid', { field: name })
  return day
}

const MOST = 2000

function compareDays(database: Queryable, { scheme, from, to, territory }: Question): Promise<object[]> {
  const measures = (row: Sql) => sql`json_build_object('cells', ${row}.cell_count, 'households', ${row}.households,
    'population', ${row}.population, 'area_m2', ${row}.area_m2, 'staff', ${row}.staff)`
  const [was, now] = [sql`was`, sql`now`]
  return database.query(sql`
    with was as (${gridsOn(scheme, from, territory)}), now as (${gridsOn(scheme, to, territory)})
    select coalesce(now.scheme, was.scheme) || '/' || coalesce(now.code, was.code) as id, coalesce(now.code, was.code) as code,
      coalesce(now.name, was.name) as name, case when now.id is null then was.name_en else now.name_en end as name_en,
      was.name as name_before, was.name_en as name_en_before, coalesce(now.level, was.level) as level,
      case when was.id is null then 'new' when now.id is null then 'ended' else 'changed' end as kind,
      case when was.id is not null then ${measures(was)} end as before,
      case when now.id is not null then ${measures(now)} end as after,
      ST_AsGeoJSON(was.geom)::json as before_shape, ST_AsGeoJSON(now.geom)::json as after_shape,
      coalesce((select json_agg(distinct one.scheme || '/' || one.code) from grid_lineage join grids as one on one.id = predecessor_id
        where successor_id = now.id and one.code <> now.code), '[]') as predecessors,
      coalesce((select json_agg(distinct one.scheme || '/' || one.code) from grid_lineage join grids as one on one.id = successor_id
        where predecessor_id = was.id and one.code <> was.code), '[]') as successors
    from was full join now on now.code = was.code
    where was.id is distinct from now.id
    order by level, code limit ${MOST}`)
}

const gridsOn = (scheme: string, day: string, territory: string): Sql => sql`
  select grids.*, (select count(distinct person_id)::integer from assignments where layer = 'grids' and object_id = grids.id
      and assignments.valid_from <= ${day}::text::date and (assignments.valid_to is null or assignments.valid_to > ${day}::text::date)) as staff
  from grids where scheme = ${scheme} and starts_with(code, ${territory})
    and valid_from <= ${day}::text::date and (valid_to is null or valid_to > ${day}::text::date)`
