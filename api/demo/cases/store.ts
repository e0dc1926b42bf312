/** A year of cases in the first county of a demo, and who has which duty. */
import { STANDARD_CALENDAR } from '#geodata/cases/calendar.ts'
import type { Demo } from '#geodata/county/demo.ts'
import type { Transaction } from '../../database/database.ts'
import { sql } from '../../database/sql.ts'
import { chineseDay } from '../../layers/states.ts'
import { crewOf } from './crew.ts'
import { yearBefore } from './days.ts'
import { storeDepartments } from './duties.ts'
import { insertStandings } from './insert.ts'
import { landOf } from './land.ts'
import type { KindOfDemo } from './matters.ts'
import { ownersOf } from './owners.ts'
import { standingAt } from './standing.ts'
import { tellYear, type YearFigures } from './year.ts'

/** The county's year is one that a real city published; the town has enough to try everything out. */
const FIGURES: Readonly<Record<'county' | 'town', YearFigures>> = {
  county: { filed: 24_922, closed: 24_501 },
  town: { filed: 180, closed: 177 },
}
const COUNTY_CELLS = 2000

/** @param now until when things have happened; the same demo at the same moment gives the same rows */
export async function storeDemoCases(transaction: Transaction, demo: Demo, now: Date): Promise<void> {
  if (!demo.responsibility) return
  await storeDepartments(transaction, demo.responsibility.departments)
  const kinds = await transaction.query<KindOfDemo>(sql`
    select id, code, subject, layer, owner_rule, limits, files_itself, urgent from case_kinds where valid_to is null order by code`)
  const land = landOf(demo)
  const owners = ownersOf(demo)
  const ground = { demo, land, owners, crew: crewOf(demo, owners), kinds, calendar: STANDARD_CALENDAR }
  const today = chineseDay(now)
  const year = yearBefore(today)
  const figures = FIGURES[land.cells.length < COUNTY_CELLS ? 'town' : 'county']
  const told = tellYear(ground, year, today, figures)
  const people = new Set(demo.responsibility.accounts.flatMap(({ person_code }) => person_code ?? []))
  const size = figures.filed / FIGURES.county.filed
  await insertStandings(transaction, standingAt(told, { now: now.getTime(), today, since: year.end, size, people }))
}
