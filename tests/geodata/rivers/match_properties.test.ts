// What holds of every track, sensible or not.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { groundDistance } from '#geodata/crs/ground_distance.ts'
import { type Fix, type MatchedPatrol, matchPatrol, type RiverLine } from '#geodata/rivers/index.ts'
import { randomOf } from '../fabric/coverage.ts'
import { at, fixAt, LIMITS, level, MORNING, meander, type Point, riverOf, walk } from './tracks.ts'

const STRAIGHT = riverOf(level(0, 1000, 0), 3000)
const WINDING = riverOf(meander(300, 8), 3000)
const UPSTREAM = riverOf([...meander(300, 8)].reverse(), 3000 + WINDING.length_m, 3000)
const RIVERS = [STRAIGHT, WINDING, UPSTREAM]

const matched = (fixes: readonly Fix[], river: RiverLine) => matchPatrol(fixes, river, LIMITS)

/** Anything that a device may send: wild positions, times out of order and equal, accuracies from none to useless. */
const wildFix = fc
  .record({
    x: fc.oneof(fc.integer({ min: -200, max: 1300 }), fc.constant(1e6)),
    y: fc.integer({ min: -300, max: 300 }),
    seconds: fc.integer({ min: 0, max: 4000 }),
    accuracy_m: fc.oneof(fc.constant(null), fc.integer({ min: 0, max: 200 })),
  })
  .map(({ x, y, seconds, accuracy_m }) => fixAt([x, y], MORNING + seconds * 1000, accuracy_m))
const wildTrack = fc.array(wildFix, { maxLength: 60 })
const anyRiver = fc.constantFrom(...RIVERS)

/** Somebody who goes up and down one side of the straight river, at one to five metres a second. */
const patrol = fc
  .record({
    start: fc.integer({ min: 0, max: 1000 }),
    side: fc.integer({ min: -60, max: 60 }),
    steps: fc.array(fc.tuple(fc.integer({ min: -40, max: 40 }), fc.integer({ min: 8, max: 30 })), {
      minLength: 2,
      maxLength: 60,
    }),
  })
  .map(({ start, side, steps }) => {
    let [x, moment] = [start, MORNING]
    const fixes = [fixAt([x, side], moment)]
    for (const [metres, seconds] of steps) {
      x += metres
      moment += seconds * 1000
      fixes.push(fixAt([x, side], moment))
    }
    return fixes
  })

const isWithin = (inner: MatchedPatrol, outer: MatchedPatrol): boolean =>
  inner.covered.every((one) => outer.covered.some((other) => other.from_m <= one.from_m + 1e-6 && one.to_m <= other.to_m + 1e-6))

describe('covered stretches and gaps', () => {
  it('are together the segment, without overlap and in order, whatever the track', () => {
    fc.assert(
      fc.property(wildTrack, anyRiver, (fixes, river) => {
        const { covered, gaps, covered_m, segment_m, covered_percent } = matched(fixes, river)
        const all = [...covered, ...gaps].sort((a, b) => a.from_m - b.from_m)
        expect(all[0]!.from_m).toBe(3000)
        expect(all.at(-1)!.to_m).toBe(3000 + segment_m)
        all.slice(1).forEach((one, i) => {
          expect(one.from_m).toBe(all[i]!.to_m)
        })
        for (const { from_m, to_m } of all) expect(to_m).toBeGreaterThan(from_m)
        const left = gaps.reduce((sum, { from_m, to_m }) => sum + to_m - from_m, 0)
        expect(covered_m + left).toBeCloseTo(segment_m, 6)
        expect(covered_percent).toBeCloseTo((100 * covered_m) / segment_m, 6)
        expect(covered).toEqual(covered.toSorted((a, b) => a.from_m - b.from_m))
      }),
      { seed: 1, numRuns: 300 },
    )
  })

  it('and everything else are numbers within their bounds', () => {
    fc.assert(
      fc.property(wildTrack, anyRiver, (fixes, river) => {
        const result = matched(fixes, river)
        const times = fixes.map((fix) => fix.at)
        const hours = fixes.length === 0 ? 0 : (Math.max(...times) - Math.min(...times)) / 60_000
        expect(result.minutes).toBeGreaterThanOrEqual(0)
        expect(result.minutes).toBeLessThanOrEqual(hours)
        expect(result.moving_minutes).toBeLessThanOrEqual(result.minutes)
        expect(result.walked_m).toBeGreaterThanOrEqual(0)
        expect(result.fixes.on_river).toBeLessThanOrEqual(result.fixes.kept)
        expect(result.path).toHaveLength(result.fixes.kept)
        for (const { spans, times: often, fixes: concerned } of result.flags) {
          expect(concerned).toBeGreaterThanOrEqual(often)
          for (const { from, to } of spans) expect(to).toBeGreaterThanOrEqual(from)
        }
      }),
      { seed: 2, numRuns: 300 },
    )
  })

  it('of the kept fixes, each is no farther from its chainage than the corridor and its accuracy', () => {
    fc.assert(
      fc.property(wildTrack, (fixes) => {
        for (const { fix, chainage_m } of matched(fixes, STRAIGHT).path) {
          if (chainage_m === null) continue
          const { longitude, latitude, accuracy_m } = fixes[fix]!
          const distance = groundDistance([longitude, latitude], at([chainage_m - 3000, 0]))
          expect(distance).toBeLessThan(LIMITS.corridor_m + (accuracy_m ?? 0) + 0.1)
        }
      }),
      { seed: 3 },
    )
  })
})

describe('a patrol along a straight river', () => {
  it('covers from its least chainage to its greatest', () => {
    fc.assert(
      fc.property(patrol, (fixes) => {
        const { covered, path } = matched(fixes, STRAIGHT)
        const places = path.flatMap(({ chainage_m }) => (chainage_m === null ? [] : [chainage_m]))
        fc.pre(path.length === places.length)
        const [least, greatest] = [Math.min(...places), Math.max(...places)]
        fc.pre(greatest > least)
        expect(covered).toHaveLength(1)
        expect(Math.abs(covered[0]!.from_m - least)).toBeLessThanOrEqual(1)
        expect(Math.abs(covered[0]!.to_m - greatest)).toBeLessThanOrEqual(1)
      }),
      { seed: 4 },
    )
  })

  it('never covers more for fixes that are missing', () => {
    fc.assert(
      fc.property(patrol, fc.integer({ min: 0 }), fc.double({ min: 0, max: 1, noNaN: true }), (fixes, seed, share) => {
        const random = randomOf(seed)
        const fewer = fixes.filter(() => random() < share)
        expect(isWithin(matched(fewer, STRAIGHT), matched(fixes, STRAIGHT))).toBe(true)
      }),
      { seed: 5 },
    )
  })

  it('that goes on never covers less, and takes no less time', () => {
    fc.assert(
      fc.property(patrol, fc.nat({ max: 60 }), (fixes, count) => {
        const [part, whole] = [matched(fixes.slice(0, count), STRAIGHT), matched(fixes, STRAIGHT)]
        expect(isWithin(part, whole)).toBe(true)
        expect(part.minutes).toBeLessThanOrEqual(whole.minutes)
        expect(part.walked_m).toBeLessThanOrEqual(whole.walked_m + 25)
      }),
      { seed: 6 },
    )
  })

  it('comes to the same at any time of any day', () => {
    fc.assert(
      fc.property(patrol, fc.integer({ min: -1e6, max: 1e6 }), (fixes, minutes) => {
        const later = fixes.map((fix) => ({ ...fix, at: fix.at + minutes * 60_000 }))
        const [a, b] = [matched(fixes, STRAIGHT), matched(later, STRAIGHT)]
        expect(b.covered).toEqual(a.covered)
        expect(b.minutes).toBe(a.minutes)
        expect(b.walked_m).toBe(a.walked_m)
      }),
      { seed: 7 },
    )
  })
})

describe('a winding river', () => {
  const line = meander(300, 8)

  it('is covered where its bank was walked, from any bend to any other, up or down', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: 299 }),
        fc.nat({ max: 299 }),
        fc.integer({ min: 1, max: 20 }),
        fc.nat(),
        (a, b, every_s, seed) => {
          fc.pre(Math.abs(a - b) > 20)
          const way = line.slice(Math.min(a, b), Math.max(a, b) + 1).map(([x, y]): Point => [x, y - 8])
          const fixes = walk(a < b ? way : way.reverse(), { every_s, noise_m: 4, seed })
          const { covered } = matched(fixes, WINDING)
          const [from, to] = [a, b].sort((one, other) => one - other).map((vertex) => 3000 + WINDING.along_m[vertex]!)
          expect(covered).toHaveLength(1)
          expect(Math.abs(covered[0]!.from_m - from!)).toBeLessThan(40)
          expect(Math.abs(covered[0]!.to_m - to!)).toBeLessThan(40)
        },
      ),
      { seed: 8, numRuns: 60 },
    )
  })

  it('is covered alike whichever way it was drawn', () => {
    fc.assert(
      fc.property(fc.nat({ max: 200 }), fc.integer({ min: 30, max: 99 }), fc.nat(), (from, count, seed) => {
        const fixes = walk(line.slice(from, from + count), { noise_m: 4, seed })
        const [down, up] = [matched(fixes, WINDING), matched(fixes, UPSTREAM)]
        expect(Math.abs(down.covered_m - up.covered_m)).toBeLessThan(1)
        expect(up.walked_m).toBeCloseTo(down.walked_m, 3)
      }),
      { seed: 9, numRuns: 60 },
    )
  })
})
