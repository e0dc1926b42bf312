import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { judgePatrol, matchPatrol, type PatrolValidity } from '#geodata/rivers/index.ts'
import { LIMITS, level, MORNING, riverOf, walk } from './tracks.ts'

const HOUR_MS = 3_600_000

interface Figures {
  readonly minutes?: number
  readonly walked_m?: number
  readonly covered_m?: number
  readonly segment_m?: number
  readonly started_at?: number | null
}

const figures = ({ minutes = 40, walked_m = 2500, covered_m = 2400, segment_m = 3000, started_at = MORNING }: Figures) => ({
  ...{ minutes, walked_m, covered_m, segment_m, started_at },
  covered_percent: (100 * covered_m) / segment_m,
})
/** What two places call a valid patrol. */
const long: PatrolValidity = { minimum_minutes: 30, minimum_m: 2000, minimum_cover_percent: 0, minimum_hours_apart: 96 }
const short: PatrolValidity = { minimum_minutes: 5, minimum_m: 300, minimum_cover_percent: 0, minimum_hours_apart: 0 }
const judged = (some: Figures, rule: PatrolValidity = long, previous: number | null = null) =>
  judgePatrol(figures(some), rule, previous)

describe('a patrol', () => {
  it('that comes to what the rule wants is valid', () => {
    expect(judged({ minutes: 30, walked_m: 2000 })).toEqual({ isValid: true, shortfalls: [], isWhole: false })
  })

  it('that does not is told what it lacks, all of it', () => {
    expect(judged({ minutes: 29, walked_m: 1999, covered_m: 1500 }, { ...long, minimum_cover_percent: 60 })).toEqual({
      isValid: false,
      shortfalls: [
        { code: 'minutes', wanted: 30, got: 29 },
        { code: 'metres', wanted: 2000, got: 1999 },
        { code: 'cover', wanted: 60, got: 50 },
      ],
      isWhole: false,
    })
  })

  it('has to begin so many hours after the end of the one before, where the rule says so', () => {
    expect(judged({}, long, MORNING - 95 * HOUR_MS).shortfalls).toEqual([{ code: 'apart', wanted: 96, got: 95 }])
    expect(judged({}, long, MORNING - 96 * HOUR_MS).isValid).toBe(true)
    expect(judged({}, short, MORNING + HOUR_MS).isValid).toBe(true)
  })

  it('of a segment shorter than the metres wanted is enough when it was walked as a whole', () => {
    expect(judged({ segment_m: 800, covered_m: 780, walked_m: 790 })).toMatchObject({ isValid: true, isWhole: true })
    expect(judged({ segment_m: 800, covered_m: 700, walked_m: 710 }).shortfalls).toEqual([
      { code: 'metres', wanted: 800, got: 700 },
    ])
    // There and back until it is enough counts too.
    expect(judged({ segment_m: 800, covered_m: 700, walked_m: 2000 }).isValid).toBe(true)
  })

  it('of a segment is whole when so little is left that positions can not tell', () => {
    expect(judged({ segment_m: 100, covered_m: 79 }).isWhole).toBe(false)
    expect(judged({ segment_m: 100, covered_m: 80 }).isWhole).toBe(true)
    expect(judged({ segment_m: 30, covered_m: 14 }).isWhole).toBe(false)
    expect(judged({ segment_m: 10_000, covered_m: 9500 }).isWhole).toBe(true)
    expect(judged({ segment_m: 3000, covered_m: 2900 }, { ...long, minimum_cover_percent: 100 }).isValid).toBe(true)
  })

  it('that covers nothing has not been there, even where the rule wants nothing', () => {
    const nothing = { minimum_minutes: 0, minimum_m: 0, minimum_cover_percent: 0, minimum_hours_apart: 0 }
    const nowhere = figures({ minutes: 0, walked_m: 0, covered_m: 0, started_at: null })
    expect(judgePatrol(nowhere, nothing, null)).toMatchObject({ isValid: false, shortfalls: [{ code: 'cover', got: 0 }] })
    expect(judgePatrol(figures({ covered_m: 1 }), nothing, null).isValid).toBe(true)
  })

  it('that comes to more never loses by it', () => {
    const number = (max: number) => fc.double({ min: 0, max, noNaN: true })
    const some = fc.record({ minutes: number(60), walked_m: number(4000), covered_m: number(3000) })
    fc.assert(
      fc.property(some, some, number(100), (a, more, percent) => {
        const rule = { ...long, minimum_cover_percent: percent }
        const b = {
          minutes: a.minutes + more.minutes,
          walked_m: a.walked_m + more.walked_m,
          covered_m: Math.min(3000, a.covered_m + more.covered_m),
        }
        const [before, after] = [judgePatrol(figures(a), rule, null), judgePatrol(figures(b), rule, null)]
        expect(before.isValid && !after.isValid).toBe(false)
        expect(after.shortfalls.length).toBeLessThanOrEqual(before.shortfalls.length)
        expect(before.isValid).toBe(before.shortfalls.length === 0)
      }),
      { seed: 30 },
    )
  })
})

describe('a rule of 300 m', () => {
  /*
   *   o──────────────> 240 m, walked from end to end in five and a half minutes
   */
  it('is met by a real walk along a segment that is shorter', () => {
    const river = riverOf(level(0, 240, 0))
    const fixes = walk(level(4, 236, 15), { speed: 0.7, every_s: 5, noise_m: 3 })
    expect(judgePatrol(matchPatrol(fixes, river, LIMITS), short, null)).toEqual({
      isValid: true,
      shortfalls: [],
      isWhole: true,
    })
  })
})
