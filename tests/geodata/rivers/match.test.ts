// What of a segment a track covers. Drawings are in metres; a corridor of 100 m, 20 km/h and three minutes are the limits.
import { describe, expect, it } from 'vitest'
import { type Fix, matchPatrol, riverLineOf } from '#geodata/rivers/index.ts'
import { at, fixAt, followed, LIMITS, level, MORNING, type Point, riverOf, stretches, walk } from './tracks.ts'

const STRAIGHT = riverOf(level(0, 1000, 0))
const matched = (fixes: readonly Fix[], river = STRAIGHT) => matchPatrol(fixes, river, LIMITS)
const covered = (fixes: readonly Fix[], river = STRAIGHT) => stretches(matched(fixes, river).covered)

/*
 *   y=20     ..................>
 *   y=0   o──────────────────────────────> river
 *         0   200            700         1000
 */
describe('a walk along a straight river', () => {
  const walked = walk(level(200, 700, 20))

  it('covers what it passes, and leaves the rest as gaps', () => {
    const result = matched(walked)
    expect(stretches(result.covered)).toEqual(['200–700'])
    expect(stretches(result.gaps)).toEqual(['0–200', '700–1000'])
    expect(result.covered_m).toBeCloseTo(500, 1)
    expect(result.covered_percent).toBeCloseTo(50, 1)
    expect(result.walked_m).toBeCloseTo(500, 0)
    expect(result.minutes).toBeCloseTo(400 / 60, 5)
    expect([result.started_at, result.ended_at]).toEqual([MORNING, MORNING + 400_000])
    expect(result.fixes).toEqual({ given: 51, kept: 51, on_river: 51 })
  })

  it('upstream covers the same', () => {
    const upstream = walk(level(700, 200, -20))
    expect(covered(upstream)).toEqual(['200–700'])
    expect(matched(upstream).path.map(({ chainage_m }) => Math.round(chainage_m!))).toEqual(walked.map((_, i) => 700 - 10 * i))
  })

  it('tells chainage as the register has it, also of a line that was drawn upstream', () => {
    const points: Point[] = level(0, 1000, 0)
    expect(covered(walked, riverOf(points, 5000))).toEqual(['5200–5700'])
    expect(covered(walked, riverOf(points, 0, 2000))).toEqual(['400–1400'])
    expect(covered(walked, riverOf(points, 1000, 0))).toEqual(['300–800'])
    expect(stretches(matched(walked, riverOf(points, 1000, 0)).gaps)).toEqual(['0–300', '800–1000'])
  })

  it('with the errors of a receiver still covers it, and comes to about its length', () => {
    const noisy = walk(level(0, 1000, 30), { every_s: 2, noise_m: 6 })
    const result = matched(noisy)
    expect(result.covered_percent).toBeGreaterThan(99)
    expect(result.walked_m).toBeGreaterThan(980)
    expect(result.walked_m).toBeLessThan(1050)
    expect(result.moving_minutes).toBeGreaterThan(0.95 * result.minutes)
    expect(result.flags).toEqual([])
  })

  it('of which a fix is sent twice is the same', () => {
    const sorted = matched(walked)
    expect(matched([...walked.slice(0, 20), walked[19]!, ...walked.slice(20)])).toMatchObject({
      covered: sorted.covered,
      fixes: { given: 52, kept: 51 },
      flags: sorted.flags,
    })
  })
})

/*
 *   y=20     ────────────────────>┐
 *   y=-20    <────────────────────┘
 */
describe('a walk there and back', () => {
  const there = walk(level(100, 600, 20))
  const back = followed(there, 20, (start) => walk(level(600, 100, -20), { start }))

  it('covers once and is walked twice', () => {
    const result = matched(back)
    expect(stretches(result.covered)).toEqual(['100–600'])
    expect(result.walked_m).toBeGreaterThan(1000)
    expect(result.walked_m).toBeLessThan(1050)
  })
})

/*
 *  standing at x=500 for half an hour: positions wander by some metres
 */
describe('standing still', () => {
  const standing = Array.from({ length: 361 }, (_, i) =>
    fixAt([500 + 5 * Math.sin(i * 1.7), 10 + 5 * Math.cos(i * 2.3)], MORNING + i * 5000),
  )

  it('takes time, but covers and walks nothing to speak of', () => {
    const result = matched(standing)
    expect(result.minutes).toBeCloseTo(30, 5)
    expect(result.moving_minutes).toBe(0)
    expect(result.walked_m).toBe(0)
    expect(result.covered_m).toBeLessThan(11)
  })
})

/*
 *          400        600
 *   ───────>   ······   ────────>     nothing was received for ten minutes
 *   o────────────────────────────> river
 */
describe('a silence of the receiver', () => {
  const before = walk(level(0, 400, 10))
  const on = (from: number, seconds: number) => followed(before, seconds, (start) => walk(level(from, 1000, 10), { start }))

  it('longer than the rule lets pass leaves a gap, and its time does not count', () => {
    const result = matched(on(600, 600))
    expect(stretches(result.covered)).toEqual(['0–400', '600–1000'])
    expect(stretches(result.gaps)).toEqual(['400–600'])
    expect(result.minutes).toBeCloseTo(640 / 60, 5)
    expect(result.flags.find(({ code }) => code === 'pause')).toEqual({
      code: 'pause',
      times: 1,
      fixes: 1,
      spans: [{ from: MORNING + 320_000, to: MORNING + 920_000 }],
    })
  })

  it('shorter than that leaves none', () => {
    expect(covered(on(600, 170))).toEqual(['0–1000'])
  })

  it('in which nobody went anywhere leaves none, but no more time counts than the rule lets pass', () => {
    const result = matched(on(420, 1800))
    expect(stretches(result.covered)).toEqual(['0–1000'])
    expect(result.minutes).toBeCloseTo((320 + 180 + 464) / 60, 5)
    expect(result.flags.map(({ code }) => code)).not.toContain('pause')
  })
})

/*
 *   0──────300          300──────600       a lake lies between the parts
 *   x=0    300   400 m  700      1000
 */
describe('a line in two parts', () => {
  const parts = [
    [at([0, 0]), at([300, 0])],
    [at([700, 0]), at([1000, 0])],
  ]
  const parted = riverLineOf({ parts, chainage_from_m: 0, chainage_to_m: 600 })

  it('is covered as a whole by whoever walks past the lake', () => {
    const result = matched(walk(level(0, 1000, 10)), parted)
    expect(stretches(result.covered)).toEqual(['0–600'])
  })
})

describe('what is no walk at all', () => {
  it('covers nothing, and nothing is thrown', () => {
    const nowhere = { covered: [], covered_m: 0, minutes: 0, walked_m: 0 }
    expect(matched([])).toMatchObject({ ...nowhere, flags: [], path: [] })
    expect(matched([fixAt([10, 0], MORNING)])).toMatchObject({ ...nowhere, started_at: MORNING, ended_at: MORNING })
    expect(matched(Array.from({ length: 5 }, () => fixAt([10, 0], MORNING)))).toMatchObject({ ...nowhere, fixes: { kept: 1 } })
  })

  it('on a line without length leaves the whole segment', () => {
    const line = riverLineOf({ parts: [], chainage_from_m: 100, chainage_to_m: 400 })
    const result = matched(walk(level(0, 100, 0)), line)
    expect(result).toMatchObject({ covered: [], gaps: [{ from_m: 100, to_m: 400 }], covered_percent: 0 })
  })
})
