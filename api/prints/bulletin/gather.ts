/** All that a bulletin says, before it becomes paper or workbook. */
import type { Evaluation } from '#geodata/cases/records.ts'
import { evaluate } from '../../cases/evaluation.ts'
import { periodOf } from '../../cases/figures.ts'
import type { Database } from '../../database/database.ts'
import { Problem } from '../../http/problem.ts'
import { readSchemes } from '../../layers/store.ts'
import type { SegmentPlaces } from '../../rivers/places.ts'
import { BULLETIN_TEXT } from '../../words/bulletin_text.ts'
import type { Language } from '../../words/index.ts'
import { type ReportArea, readReportArea } from '../report/area.ts'
import { periodInWords } from './period.ts'
import type { BulletinQuestion } from './question.ts'
import { type ListedCase, readFiled, readOverdue } from './store.ts'

export interface Gathered {
  readonly question: BulletinQuestion
  readonly area: ReportArea
  readonly title: string
  /** What is ranked, in words. */
  readonly by: string
  readonly period: string
  readonly now: Evaluation
  readonly before: Evaluation
  readonly kinds: Evaluation
  readonly kindsBefore: Evaluation
  readonly overdue: { readonly total: number; readonly cases: readonly ListedCase[] }
}

/** More nobody reads on paper. */
const MOST_OVERDUE = 20

/** @param territories in which the reader may see cases */
export async function gatherBulletin(
  database: Database,
  question: BulletinQuestion,
  territories: readonly string[],
  places: SegmentPlaces,
): Promise<Gathered> {
  const { period, by, scheme, level, subject, today, language } = question
  const area = await readReportArea(database, question.territory, territories, today, language)
  const figures = (days: { first: string; last: string }, dimension: Evaluation['by']) => {
    const asked = { from: days.first, to: days.last, by: dimension, scheme, level, territory: null, subject }
    return evaluate(database, asked, area.codes, places)
  }
  const { asOf } = periodOf(period.first, period.last)
  return {
    question,
    area,
    title: titleOf(area, question, language),
    by: await nameOfBy(database, question),
    period: periodInWords(period, language),
    now: await figures(period, by),
    before: await figures(period.before, 'kind'),
    kinds: await figures(period, 'kind'),
    kindsBefore: await figures(period.before, 'kind'),
    overdue: await readOverdue(database, { codes: area.codes, subject }, asOf, MOST_OVERDUE),
  }
}

/** Grids by their scheme and level. Refuses with a Problem those that there are not. */
async function nameOfBy(database: Database, { by, scheme: id, level, language }: BulletinQuestion): Promise<string> {
  const text = BULLETIN_TEXT[language]
  if (by !== 'grid') return text.bys[by]
  const schemes = await readSchemes(database)
  const scheme = schemes.find((one) => one.id === id)
  if (!scheme) {
    const known = schemes.map((one) => one.id).join(', ')
    throw new Problem(404, 'sheet_scheme_not_found', { field: 'scheme' }, { scheme: id!, known })
  }
  const found = scheme.levels.find((one) => one.level === level)
  if (!found) {
    const known = scheme.levels.map((one) => one.level).join(', ')
    throw new Problem(404, 'sheet_level_not_found', { field: 'level' }, { scheme: scheme.id, level: level!, known })
  }
  return text.gridsOf(scheme.name[language], found.name[language])
}

function titleOf({ name }: ReportArea, { subject }: BulletinQuestion, language: Language): string {
  const text = BULLETIN_TEXT[language]
  return text.title(name, subject === null ? null : text.subjects[subject])
}

/** A workbook of more would take minutes to open. */
export const MOST_CASES = 20_000

export function readCasesOf({ question, area }: Gathered, database: Database): Promise<ListedCase[]> {
  const { period, subject } = question
  return readFiled(database, { codes: area.codes, subject }, periodOf(period.first, period.last), MOST_CASES)
}
