import { expect, it } from 'vitest'
import { ranksOf } from '#geodata/cases/ranks.ts'

const rows = (...rates: (number | null)[]) => rates.map((rate) => ({ rate }))
const ranks = (given: { rate: number | null }[]) =>
  ranksOf(
    given,
    (one, other) => (other.rate ?? -1) - (one.rate ?? -1),
    ({ rate }) => rate !== null,
  )

it('equal ones share a rank, the next stands as far down as there are before it, and what has no rate has none', () => {
  expect(ranks(rows(1, 0.9, 0.9, 0.5, null))).toEqual([1, 2, 2, 4, null])
  expect(ranks(rows(0.5, null, 0.5, 0.1))).toEqual([1, null, 1, 3])
  expect(ranks([])).toEqual([])
})

it('ten thousand equal rows are ranked in one pass', () => {
  const many = Array.from({ length: 10_000 }, () => ({ rate: 1 }))
  let compared = 0
  ranksOf(
    many,
    () => {
      compared++
      return 0
    },
    () => true,
  )
  expect(compared).toBe(9999)
})
