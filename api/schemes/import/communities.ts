/** Which communities a file's rows lie in, where none are on the map: twelve digits are taken as they are, names are numbered. */
import { Problem } from '../../http/problem.ts'

export interface NewCommunity {
  readonly code: string
  readonly name: string
}

/** GB/T 2260: the community's number has three digits. */
const MOST = 999

/**
 * @param values of the column, null where a row has none or there is no column
 * @returns by value
 * Refuses with `communities_unknown` where a county is to be filled and the values are no codes in it.
 */
export function numberCommunities(values: Iterable<string | null>, territory: string): Map<string | null, NewCommunity> {
  const known = [...new Set(values)].sort((a, b) => (a ?? '\uffff').localeCompare(b ?? '\uffff', 'zh-CN', { numeric: true }))
  const isCode = (value: string | null): value is string => /^\d{12}$/.test(value ?? '') && value!.startsWith(territory)
  const communities = new Map<string | null, NewCommunity>()
  const taken = new Set(known.filter(isCode))
  let number = 0
  for (const value of known) {
    if (isCode(value)) communities.set(value, { code: value, name: value })
    else if (territory.length === 12) communities.set(value, { code: territory, name: value ?? territory })
    else if (territory.length === 9) {
      do number++
      while (taken.has(codeIn(territory, number)))
      if (number > MOST) throw new Problem(409, 'codes_exhausted', {}, { prefix: territory })
      communities.set(value, { code: codeIn(territory, number), name: value ?? codeIn(territory, number) })
    } else throw new Problem(422, 'communities_unknown', { field: 'request.community' })
  }
  return communities
}

const codeIn = (town: string, number: number): string => town + String(number).padStart(3, '0')
