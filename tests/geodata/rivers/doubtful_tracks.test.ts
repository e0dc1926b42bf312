// What in a track can not be, or is not along the river, covers nothing and is told. Drawings are in metres.
import { describe, expect, it } from 'vitest'
import { type Fix, matchPatrol } from '#geodata/rivers/index.ts'
import { fixAt, followed, LIMITS, level, MORNING, type Point, riverOf, stretches, walk } from './tracks.ts'

const STRAIGHT = riverOf(level(0, 1000, 0))
const matched = (fixes: readonly Fix[], river = STRAIGHT) => matchPatrol(fixes, river, LIMITS)
const covered = (fixes: readonly Fix[], river = STRAIGHT) => stretches(matched(fixes, river).covered)
const flag = (fixes: readonly Fix[], code: string) => matched(fixes).flags.find((one) => one.code === code)

/*
 *   on foot      by car, 60 km/h                on foot
 *   ───────> ═════════════════════════════════> ───────>
 *   0      300                               2700     3000
 */
describe('a car along the bank', () => {
  const river = riverOf(level(0, 3000, 0))
  const onFoot = walk(level(0, 300, 10))
  const byCar = (every_s: number) => {
    const driven = followed(onFoot, 1, (start) => walk(level(310, 2700, 10), { start, speed: 60 / 3.6, every_s }))
    return followed(driven, 8, (start) => walk(level(2710, 3000, 10), { start }))
  }

  it.each([1, 5, 15])('covers nothing and is told with its times, at a fix every %i s', (every_s) => {
    const result = matched(byCar(every_s), river)
    expect(result.gaps).toHaveLength(1)
    const [gap] = result.gaps
    expect(Math.abs(gap!.from_m - 300)).toBeLessThan(25)
    expect(Math.abs(gap!.to_m - 2700)).toBeLessThan(25)
    const { times, spans } = result.flags.find(({ code }) => code === 'implausible_speed')!
    expect(times).toBe(1)
    expect(Math.abs(spans[0]!.from - (MORNING + 240_000))).toBeLessThan(20_000)
    expect(Math.abs(spans[0]!.to - (MORNING + 385_000))).toBeLessThan(20_000)
    expect(result.minutes).toBeLessThan(9)
    expect(result.walked_m).toBeLessThan(620)
  })

  it('is told from a bicycle or a boat, which may go along', () => {
    const ride = walk(level(0, 3000, 10), { speed: 5, every_s: 2, noise_m: 4 })
    const result = matched(ride, river)
    expect(result.covered_percent).toBeGreaterThan(99)
    expect(result.flags).toEqual([])
  })
})

/*
 *                  x  one fix, 400 m off
 *   ──────────> ·     · ──────────>
 *   o────────────────────────────> river
 */
describe('a position that jumps', () => {
  const walked = walk(level(0, 1000, 10))
  const replaced = (from: number, to: number, move: (point: number) => Point) =>
    walked.map((fix, i) => (i >= from && i < to ? fixAt(move(10 * i), fix.at) : fix))

  it('away and back again is left out, and nothing is lost', () => {
    const jumping = replaced(40, 41, (x) => [x, 410])
    expect(covered(jumping)).toEqual(['0–1000'])
    expect(flag(jumping, 'jump')).toEqual({
      code: 'jump',
      times: 1,
      fixes: 1,
      spans: [{ from: walked[40]!.at, to: walked[40]!.at }],
    })
    expect(
      flag(
        replaced(40, 43, (x) => [x + 600, 10]),
        'jump',
      ),
    ).toMatchObject({ times: 1, fixes: 3 })
    expect(matched(replaced(40, 43, (x) => [x + 600, 10])).walked_m).toBeCloseTo(1000, 0)
  })

  it('and stays away covers nothing in between', () => {
    const leapt = followed(walked.slice(0, 30), 4, (start) => walk(level(800, 1000, 10), { start }))
    expect(covered(leapt)).toEqual(['0–290', '800–1000'])
    expect(flag(leapt, 'jump')).toMatchObject({ times: 1 })
  })

  it('at the very beginning is told and covers nothing', () => {
    const stale = [fixAt([900, 3000], MORNING - 2000), ...walked.slice(0, 51)]
    expect(covered(stale)).toEqual(['0–500'])
    expect(flag(stale, 'jump')).toMatchObject({ times: 1 })
  })
})

describe('a clock that goes back', () => {
  const walked = walk(level(0, 1000, 10))

  it('for one fix costs that fix', () => {
    const back = walked.map((fix, i) => (i === 50 ? { ...fix, at: fix.at - 100_000 } : fix))
    expect(covered(back)).toEqual(['0–1000'])
    expect(flag(back, 'time_backwards')).toMatchObject({ times: 1, fixes: 1, spans: [{ from: walked[50]!.at - 100_000 }] })
  })

  it('after one that ran ahead costs the one that ran ahead, not all that follow', () => {
    const ahead = walked.map((fix, i) => (i === 10 ? { ...fix, at: fix.at + 3_600_000 } : fix))
    expect(matched(ahead).fixes.kept).toBe(walked.length - 1)
    expect(covered(ahead)).toEqual(['0–1000'])
  })

  it('all the way leaves one fix, which covers nothing', () => {
    const result = matched([...walked].reverse())
    expect(result).toMatchObject({ covered: [], covered_m: 0, minutes: 0, fixes: { kept: 1 } })
  })
})

/*
 *   y=300         ┌─ road ─┐          300 m off the river, not along it
 *   y=10   ───────┘        └──────>
 *   o────────────────────────────> river
 *              300        700
 */
describe('a way beside the river', () => {
  const around = walk([
    [0, 10],
    [300, 10],
    [300, 300],
    [700, 300],
    [700, 10],
    [1000, 10],
  ])

  it('farther than the corridor does not cover, and its time and metres do not count', () => {
    const result = matched(around)
    expect(stretches(result.covered)).toEqual(['0–300', '700–1000'])
    expect(flag(around, 'off_river')).toMatchObject({ times: 1 })
    // 90 m each way are still within the corridor.
    expect(result.walked_m).toBeGreaterThan(740)
    expect(result.walked_m).toBeLessThan(790)
    expect(result.minutes).toBeCloseTo(result.walked_m / 1.25 / 60, 0)
  })

  it('is within the corridor as far as the positions are inaccurate', () => {
    const bank = (accuracy_m: number) => covered(walk(level(0, 1000, 120), { accuracy_m }))
    expect(bank(10)).toEqual([])
    expect(bank(25)).toEqual(['0–1000'])
  })

  it('somewhere else altogether covers nothing', () => {
    const elsewhere = walk(level(50_000, 50_500, 80_000))
    expect(matched(elsewhere)).toMatchObject({
      covered: [],
      covered_percent: 0,
      minutes: 0,
      walked_m: 0,
      started_at: null,
      ended_at: null,
    })
    expect(stretches(matched(elsewhere).gaps)).toEqual(['0–1000'])
  })
})

describe('positions of no use', () => {
  it('are left out and told', () => {
    const walked = walk(level(0, 1000, 10)).map((fix, i) =>
      i % 10 === 5 ? { ...fix, longitude: fix.longitude + 0.003, accuracy_m: 800 } : fix,
    )
    expect(covered(walked)).toEqual(['0–1000'])
    expect(flag(walked, 'low_accuracy')).toMatchObject({ times: 10, fixes: 10 })
  })

  it('that a program made at equal distances are told, and count all the same', () => {
    const made = walk(level(0, 1000, 10), { every_s: 2 })
    expect(flag(made, 'even_steps')).toMatchObject({ times: 1, fixes: 400 })
    const real = walk(level(0, 1000, 10), { every_s: 2, noise_m: 0.2 })
    expect(flag(real, 'even_steps')).toBeUndefined()
  })
})
