// The order in which an office wants to see communities, and their sums.
import { expect, it } from 'vitest'
import type { CommunityRow } from '#api/damage/records.ts'
import { ranked, sumUp, sumUpTowns } from '#api/damage/totals.ts'

const community = (code: string, given: Partial<CommunityRow> = {}): CommunityRow => ({
  code,
  name: code,
  name_en: null,
  town_name: null,
  town_name_en: null,
  households: null,
  population: null,
  telephone: null,
  reports: 0,
  zero_reports: 0,
  intact: 0,
  slight: 0,
  moderate: 0,
  severe: 0,
  destroyed: 0,
  dead: 0,
  missing: 0,
  trapped: 0,
  injured: 0,
  moved: 0,
  last_at: null,
  ...given,
})
const codes = (rows: readonly CommunityRow[]) => ranked(rows).map(({ code }) => code)

it('communities without a word come before the hardest hit, those with the most people first', () => {
  const rows = [
    community('1', { destroyed: 9, reports: 9, last_at: '2026-03-12T02:00:00Z' }),
    community('2', { population: 300 }),
    community('3', { population: 900 }),
    community('4'),
  ]
  expect(codes(rows)).toEqual(['3', '2', '4', '1'])
})

it('of those heard of, lives come before walls, and of equals the one not heard of for longest', () => {
  const at = (hour: number) => ({ last_at: `2026-03-12T0${hour}:00:00Z` })
  const rows = [
    community('1', { zero_reports: 1, ...at(3) }),
    community('2', { destroyed: 8, ...at(3) }),
    community('3', { slight: 1, trapped: 1, ...at(3) }),
    community('4', { zero_reports: 1, ...at(1) }),
    community('5', { dead: 1, ...at(3) }),
  ]
  expect(codes(rows)).toEqual(['5', '3', '2', '4', '1'])
})

it('towns add up to the whole', () => {
  const rows = [
    community('411825100001', { reports: 2, severe: 2, injured: 3, last_at: '2026-03-12T01:00:00Z' }),
    community('411825100002'),
    community('411825200001', { zero_reports: 1, last_at: '2026-03-12T01:00:00Z' }),
  ]
  const whole = sumUp(rows)
  expect(whole).toMatchObject({ communities: 3, silent: 1, reports: 2, zero_reports: 1, severe: 2, injured: 3 })
  const towns = sumUpTowns(rows)
  expect(towns.map(({ code, silent, reports }) => [code, silent, reports])).toEqual([
    ['411825100', 1, 2],
    ['411825200', 0, 0],
  ])
  for (const name of ['communities', 'silent', 'reports', 'zero_reports', 'severe', 'injured'] as const)
    expect(towns.reduce((sum, town) => sum + town[name], 0)).toBe(whole[name])
})
