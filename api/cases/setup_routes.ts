import type { FastifyInstance } from 'fastify'
import { calendarKnows, NOTICES, OFFICE_HOURS } from '#geodata/cases/calendar.ts'
import { act, actorOf } from '../access/act.ts'
import { visitorOf } from '../access/gate.ts'
import { demandIn } from '../access/visitor.ts'
import type { Database, Transaction } from '../database/database.ts'
import { sql } from '../database/sql.ts'
import { isGiven, readBody, readChoice, readInteger, readOptionalString, readString } from '../http/body.ts'
import { calendarDay, pattern, readParameters } from '../http/parameters.ts'
import { Problem } from '../http/problem.ts'
import { readCalendar } from './calendar_store.ts'

const READ = { config: { right: 'cases.read' } } as const
const RULES = { config: { right: 'cases.rules' } } as const
const DUTY = /^[a-z][a-z_]{0,40}$/
const TERRITORY = /^(\d{6}|\d{9}|\d{12})$/

/** What a place says once before its cases find their way: which organisation has which duty, and on which days its offices work. */
export function caseSetupRoutes(app: FastifyInstance, database: Database): void {
  app.get('/api/cases/departments', READ, async (request, reply) => {
    readParameters(request, [])
    reply.header('cache-control', 'no-store')
    return { departments: await readDepartments(database), duties: await readDuties(database) }
  })

  app.put('/api/cases/departments', RULES, async (request, reply) => {
    readParameters(request, [])
    const body = readBody(request, ['duty', 'territory_code', 'organisation_id'])
    const duty = readString(body, 'duty', 41)
    const territory = readString(body, 'territory_code', 12)
    if (!DUTY.test(duty)) throw new Problem(422, 'body_invalid', { field: 'duty' }, { field: 'duty' })
    if (!TERRITORY.test(territory))
      throw new Problem(422, 'body_invalid', { field: 'territory_code' }, { field: 'territory_code' })
    const organisation = isGiven(body, 'organisation_id') ? readInteger(body, 'organisation_id', 1, 2 ** 31 - 1) : null
    demandIn(visitorOf(request), 'cases.rules', territory)
    await act(database, actorOf(request), (transaction) => setDepartment(transaction, duty, territory, organisation))
    reply.header('cache-control', 'no-store')
    return { departments: await readDepartments(database), duties: await readDuties(database) }
  })

  app.get('/api/cases/calendar', READ, async (request, reply) => {
    const year = pattern(readParameters(request, ['year']), 'year', /^(19|20)\d\d$/) ?? String(new Date().getFullYear())
    reply.header('cache-control', 'no-store')
    return describeCalendar(database, year)
  })

  app.put<{ Params: { day: string } }>('/api/cases/calendar/:day', RULES, async (request, reply) => {
    readParameters(request, [])
    const day = calendarDay(request.params.day)
    if (day === undefined) throw new Problem(400, 'day_invalid', { field: 'day' })
    const body = readBody(request, ['kind', 'name', 'source'])
    const kind = isGiven(body, 'kind') ? readChoice(body, 'kind', ['workday', 'holiday'] as const) : null
    const name = readOptionalString(body, 'name', 100)
    const source = kind === null ? null : readString(body, 'source', 200)
    demandIn(visitorOf(request), 'cases.rules', '')
    await act(database, actorOf(request), async (transaction) => {
      await transaction.query(sql`delete from work_calendar_days where day = ${day}::date`)
      if (kind !== null)
        await transaction.query(
          sql`insert into work_calendar_days (day, kind, name, source) values (${day}::date, ${kind}, ${name}, ${source})`,
        )
    })
    reply.header('cache-control', 'no-store')
    return describeCalendar(database, day.slice(0, 4))
  })
}

const readDepartments = (database: Database) =>
  database.query(sql`
    select duty, case_departments.territory_code, organisation_id, organisations.name, organisations.name_en, organisations.telephone
    from case_departments join organisations on organisations.id = organisation_id order by duty, case_departments.territory_code`)

/** Duties that kinds in force ask for, and how many kinds each. */
const readDuties = (database: Database) =>
  database.query(sql`
    select step ->> 'department' as duty, count(*)::integer as kinds from case_kinds cross join jsonb_array_elements(owner_rule) as step
    where valid_to is null and step ? 'department' group by 1 order by 1`)

/** Null takes it away: then the next larger territory counts. */
async function setDepartment(
  transaction: Transaction,
  duty: string,
  territory: string,
  organisation: number | null,
): Promise<void> {
  if (organisation === null) {
    await transaction.query(sql`delete from case_departments where duty = ${duty} and territory_code = ${territory}`)
    return
  }
  const [found] = await transaction.query(sql`select from organisations where id = ${organisation}::integer`)
  if (!found) throw new Problem(422, 'handler_unknown', { field: 'organisation_id' })
  await transaction.query(sql`
    insert into case_departments (duty, territory_code, organisation_id) values (${duty}, ${territory}, ${organisation}::integer)
    on conflict (duty, territory_code) do update set organisation_id = excluded.organisation_id`)
}

async function describeCalendar(database: Database, year: string) {
  const own = await database.query<{ day: string }>(sql`
    select day, kind, name, source from work_calendar_days where day >= ${`${year}-01-01`}::text::date and day <= ${`${year}-12-31`}::text::date order by day`)
  const calendar = await readCalendar(database)
  const days = [...calendar.days].filter(([day]) => day.startsWith(year)).map(([day, kind]) => ({ day, kind }))
  return {
    year: Number(year),
    known: calendarKnows(Number(year), calendar),
    office_hours: OFFICE_HOURS,
    notice: NOTICES.find((notice) => notice.year === Number(year)) ?? null,
    days: days.sort((one, other) => (one.day < other.day ? -1 : 1)),
    own,
  }
}
