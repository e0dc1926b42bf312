// Schemes with their levels and rules, as they are read and set.
import { queryOptions } from '@tanstack/react-query'
import type { Rule } from '#geodata/planning/index.ts'
import { getJson, sendJson } from '../../api/client.ts'
import { Problem } from '../../api/problem.ts'
import { queryClient, stateQuery } from '../../api/queries.ts'
import { isSetAlike, withoutRule, withRule } from '../schemes/rule_rows.ts'
import { forgetPlans } from './plans.ts'

export interface LevelName {
  readonly name_zh: string
  readonly name_en: string
}

export interface SchemeRow extends LevelName {
  readonly id: string
  readonly revision: number
  readonly version: number
  readonly within_community: boolean
  /** From the highest, with how many grids there are today. */
  readonly levels: readonly (LevelName & { readonly level: number; readonly grids: number })[]
}

export interface SchemeDetail extends SchemeRow {
  /** What the scheme sets in place of the standard rules. */
  readonly own_rules: readonly Rule[]
}

export type NewScheme = Pick<SchemeRow, 'id' | 'name_zh' | 'name_en' | 'within_community'> & {
  readonly levels: readonly LevelName[]
}

/** They count grids, and are forgotten with them. */
const KEY = ['layer', 'grids', 'schemes']
const path = (id: string) => `/api/schemes/${encodeURIComponent(id)}`

export const schemesQuery = queryOptions({
  queryKey: [...KEY, 'list'],
  queryFn: async ({ signal }) => (await getJson<{ schemes: SchemeRow[] }>('/api/schemes', signal)).schemes,
})

export const schemeQuery = (id: string) =>
  queryOptions({
    queryKey: [...KEY, 'one', id],
    queryFn: ({ signal }) => getJson<SchemeDetail>(path(id), signal),
  })

/** The console's other parts know schemes by the state, and plans are checked by rules. */
export function askSchemesAgain(): void {
  void queryClient.invalidateQueries({ queryKey: KEY })
  void queryClient.invalidateQueries({ queryKey: stateQuery.queryKey })
  forgetPlans()
}

function changed(scheme: SchemeDetail): SchemeDetail {
  askSchemesAgain()
  return scheme
}

export const makeScheme = async (body: NewScheme) => changed(await sendJson<SchemeDetail>('POST', '/api/schemes', { body }))

export const addLevel = async (id: string, body: LevelName) =>
  changed(await sendJson<SchemeDetail>('POST', `${path(id)}/levels`, { body }))

/** What somebody else has made of it since it was seen; undefined where that is not the trouble. */
export const newerOf = (error: unknown): SchemeDetail | undefined =>
  error instanceof Problem && error.status === 412 ? (error.members.current as SchemeDetail) : undefined

/**
 * Sets one rule in a scheme as it was seen, or gives it up. What others have set of other rules meanwhile stays; where they have changed
 * this one, nothing is set and the scheme comes back as it is now.
 */
export async function saveRule(seen: SchemeDetail, rule: Rule, isGivenUp = false): Promise<SchemeDetail | null> {
  for (let scheme = seen; ; ) {
    const rules = isGivenUp ? withoutRule(scheme.own_rules, rule) : withRule(scheme.own_rules, rule)
    try {
      changed(await sendJson<SchemeDetail>('PUT', `${path(seen.id)}/rules`, { body: { rules }, version: scheme.version }))
      return null
    } catch (error) {
      const newer = newerOf(error)
      if (!newer) throw error
      if (!isSetAlike(rule, seen.own_rules, newer.own_rules)) return newer
      scheme = newer
    }
  }
}

/** Refused where anything was built on it, and with 412 where it is no longer as it was seen. */
export const deleteScheme = ({ id, version }: SchemeDetail) => sendJson<void>('DELETE', path(id), { version })

/** For who has seen that somebody else has changed it. */
export const askAgain = (id: string): Promise<void> => queryClient.invalidateQueries({ queryKey: schemeQuery(id).queryKey })
