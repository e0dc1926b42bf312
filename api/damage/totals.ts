/** Sums over communities, and the order in which an office wants to see them. */
import { DEGREES, PEOPLE_COUNTS } from '#geodata/damage/grades.ts'
import type { CommunityRow, Totals, TownTotals } from './records.ts'

const TOWN_DIGITS = 9
const SUMMED = [...PEOPLE_COUNTS, ...DEGREES, 'reports', 'zero_reports'] as const

export function sumUp(communities: readonly CommunityRow[]): Totals {
  const sums = SUMMED.map((name) => [name, communities.reduce((sum, community) => sum + community[name], 0)])
  return {
    ...(Object.fromEntries(sums) as Record<(typeof SUMMED)[number], number>),
    communities: communities.length,
    silent: communities.filter(isSilent).length,
  }
}

export function sumUpTowns(communities: readonly CommunityRow[]): TownTotals[] {
  const codes = [...new Set(communities.map(({ code }) => code.slice(0, TOWN_DIGITS)))]
  return codes.map((code) => {
    const members = communities.filter((community) => community.code.startsWith(code))
    const { town_name: name, town_name_en: name_en } = members[0]!
    return { code, name, name_en, ...sumUp(members) }
  })
}

export const isSilent = ({ last_at }: CommunityRow): boolean => last_at === null

/** Lives first, then the worst damage. */
const URGENCY = ['dead', 'missing', 'trapped', 'destroyed', 'severe', 'injured', 'moderate', 'slight'] as const

/**
 * Those without a word first: all of them have been silent since the event began, so those with the most people lead. Then the others, the
 * hardest hit first, and of equals the one not heard of for longest.
 */
export function ranked(communities: readonly CommunityRow[]): CommunityRow[] {
  return [...communities].sort(
    (one, other) =>
      Number(isSilent(other)) - Number(isSilent(one)) ||
      (isSilent(one) ? (other.population ?? 0) - (one.population ?? 0) : byUrgency(one, other)) ||
      one.code.localeCompare(other.code),
  )
}

function byUrgency(one: CommunityRow, other: CommunityRow): number {
  for (const name of URGENCY) if (one[name] !== other[name]) return other[name] - one[name]
  return one.last_at!.localeCompare(other.last_at!)
}
