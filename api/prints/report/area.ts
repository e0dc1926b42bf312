/** What a report is about: as much of what was asked for as its reader may see, by name. */

import type { Queryable } from '../../database/database.ts'
import { sql } from '../../database/sql.ts'
import { Problem } from '../../http/problem.ts'
import { readAreaNames } from '../../rivers/month_store.ts'
import { readOffice, validOn } from '../../sheets/store.ts'
import type { Language } from '../../words/index.ts'
import { REPORT_TEXT } from '../../words/report_text.ts'
import { nameIn } from '../map/ground.ts'

export interface ReportArea {
  /** Codes of areas; the empty code is everywhere. */
  readonly codes: readonly string[]
  /** Null where it is everywhere, and that is not one county. */
  readonly name: string | null
  readonly issuedBy: string | null
}

/** More are told as a number of them. */
const MOST_NAMED = 3

/**
 * Refuses what lies outside of the reader's territories, and what there is not: a report of nothing would say that nothing had happened there.
 * @param asked null is all that the reader may see
 */
export async function readReportArea(
  database: Queryable,
  asked: string | null,
  territories: readonly string[],
  day: string,
  language: Language,
): Promise<ReportArea> {
  const codes = await wholeOf(database, commonTo(asked, territories), day)
  const names = await readAreaNames(database, codes)
  if (asked !== null && !codes.every((code) => names.has(code)))
    throw new Problem(404, 'sheet_area_not_found', { field: 'territory' }, { code: asked, day })
  const text = REPORT_TEXT[language]
  const known = codes.flatMap((code) => names.get(code) ?? [])
  const isTold = known.length > 0 && known.length <= MOST_NAMED
  const office = codes.length === 1 && codes[0] !== '' ? await readOffice(database, codes[0]!) : undefined
  return {
    codes,
    name: isTold ? known.map((one) => nameIn(one, language)).join(text.separator) : known.length > 0 ? text.region : null,
    issuedBy: office ? nameIn(office, language) : null,
  }
}

function commonTo(asked: string | null, territories: readonly string[]): readonly string[] {
  if (asked === null) return outermost(territories)
  if (territories.some((territory) => asked.startsWith(territory))) return [asked]
  const inside = outermost(territories.filter((territory) => territory.startsWith(asked)))
  if (inside.length === 0) throw new Problem(403, 'outside_territory')
  return inside
}

/** Without those that lie in others. */
const outermost = (codes: readonly string[]): string[] =>
  [...new Set(codes)].filter((code) => !codes.some((other) => other !== code && code.startsWith(other))).sort()

/** Everywhere is the county, where there is only one. */
async function wholeOf(database: Queryable, codes: readonly string[], day: string): Promise<readonly string[]> {
  if (!codes.includes('')) return codes
  const counties = await database.query<{ code: string }>(
    sql`select distinct code from administrative_areas where level = 'county' and ${validOn(day)} limit 2`,
  )
  return counties.length === 1 ? [counties[0]!.code] : codes
}
