import { type Rule, rulesOf } from '#geodata/planning/index.ts'
import type { Queryable } from '../database/database.ts'
import { readRules } from '../plans/land_store.ts'
import { readScheme, type SchemeRow } from './store.ts'

export interface Described extends SchemeRow {
  readonly rules: readonly Rule[]
  /** What it sets in place of the standard ones. */
  readonly own_rules: readonly Rule[]
}

/** Read before its rules, so that a version never stands beside rules that are older. */
export async function describeScheme(database: Queryable, id: string): Promise<Described> {
  const scheme = await readScheme(database, id)
  const own = await readRules(database, id)
  return { ...scheme, rules: rulesOf(scheme.levels.length, scheme.within_community, own), own_rules: own }
}
