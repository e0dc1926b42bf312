import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { groundDistance } from '#geodata/crs/ground_distance.ts'
import { nearestChainage, partsBetween, positionAtChainage, riverLineOf } from '#geodata/rivers/index.ts'
import { at, meander, type Point, riverOf } from './tracks.ts'

/*
 *   y           K1+000 at (0, 0), flowing east, then north
 *  200                ^
 *   |                 |
 *   0  o──────────────+   x = 300
 */
const BEND: readonly Point[] = [
  [0, 0],
  [300, 0],
  [300, 200],
]
const bend = riverOf(BEND, 1000)

const nearest = (point: Point, line = bend) => {
  const found = nearestChainage(line, at(point))!
  return [Math.round(found.chainage_m), Math.round(found.distance_m), found.bank] as const
}

describe('a chainage', () => {
  it('has its place on the line, bends counted', () => {
    expect(groundDistance(positionAtChainage(bend, 1000)!, at([0, 0]))).toBeLessThan(0.01)
    expect(groundDistance(positionAtChainage(bend, 1120)!, at([120, 0]))).toBeLessThan(0.01)
    expect(groundDistance(positionAtChainage(bend, 1350)!, at([300, 50]))).toBeLessThan(0.01)
    expect(groundDistance(positionAtChainage(bend, 1500)!, at([300, 200]))).toBeLessThan(0.01)
  })

  it('that the line does not have has none', () => {
    expect(positionAtChainage(bend, 999)).toBeUndefined()
    expect(positionAtChainage(bend, 1501)).toBeUndefined()
    expect(positionAtChainage(bend, Number.NaN)).toBeUndefined()
    const nowhere = riverLineOf({ parts: [[at([0, 0]), at([0, 0])]], chainage_from_m: 0, chainage_to_m: 10 })
    expect(positionAtChainage(nowhere, 5)).toBeUndefined()
    expect(nearestChainage(nowhere, at([0, 0]))).toBeUndefined()
    expect(partsBetween(nowhere, 0, 10)).toEqual([])
  })

  it('runs linearly where the register says another length than the line has', () => {
    const surveyed = riverOf(BEND, 0, 1000)
    expect(nearest([150, 5], surveyed)).toEqual([300, 5, 'left'])
    expect(groundDistance(positionAtChainage(surveyed, 300)!, at([150, 0]))).toBeLessThan(0.01)
  })

  /*
   *   0──────300      300──────600 of chainage; nothing is counted in between
   *   x=0    300      500      800
   */
  it('leaves out what lies between the parts of a line', () => {
    const parts = [[at([0, 0]), at([300, 0])] as const, [at([500, 0]), at([800, 0])] as const]
    const parted = riverLineOf({ parts, chainage_from_m: 0, chainage_to_m: 600 })
    expect(nearest([560, 0], parted)[0]).toBe(360)
    expect(nearest([390, 0], parted)).toEqual([300, 90, 'middle'])
    expect(groundDistance(positionAtChainage(parted, 310)!, at([510, 0]))).toBeLessThan(0.01)
    const between = partsBetween(parted, 250, 350)
    expect(between).toHaveLength(2)
    const ends = between.flatMap((part) => [part[0]!, part.at(-1)!])
    const wanted = [at([250, 0]), at([300, 0]), at([500, 0]), at([550, 0])]
    ends.forEach((end, i) => {
      expect(groundDistance(end, wanted[i]!)).toBeLessThan(0.01)
    })
  })

  it('found again from its place is the same, anywhere on a winding river', () => {
    const river = riverOf(meander(400, 5), 12_000)
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (share) => {
        const chainage = 12_000 + share * river.length_m
        const found = nearestChainage(river, positionAtChainage(river, chainage)!)!
        expect(Math.abs(found.chainage_m - chainage)).toBeLessThan(0.01)
        expect(found.distance_m).toBeLessThan(0.001)
        expect(found.bank).toBe('middle')
      }),
      { seed: 5 },
    )
  })
})

/*
 *            left │ right          looking downstream
 *    left         │
 *  o──────────────+    . . right, outside of the bend
 *    right
 */
describe('the bank', () => {
  it('is left or right looking downstream, and neither in the middle of the river', () => {
    expect(nearest([100, 40])).toEqual([1100, 40, 'left'])
    expect(nearest([100, -40])).toEqual([1100, 40, 'right'])
    expect(nearest([260, 150])).toEqual([1450, 40, 'left'])
    expect(nearest([340, 150])).toEqual([1450, 40, 'right'])
    expect(nearest([100, 2])).toEqual([1100, 2, 'middle'])
  })

  it('outside of a bend is told by both its edges', () => {
    expect(nearest([330, -30])).toEqual([1300, 42, 'right'])
    expect(nearest([310, -2])[2]).toBe('right')
    // A hairpin: (200, 0) is its tip, and the two edges there disagree.
    const hairpin = riverOf([
      [0, 0],
      [200, 0],
      [0, 30],
    ])
    expect(nearest([240, -20], hairpin)[2]).toBe('right')
    expect(nearest([240, 30], hairpin)[2]).toBe('right')
  })

  it('goes on straight before the beginning and after the end', () => {
    expect(nearest([-30, 10])).toEqual([1000, 32, 'left'])
    expect(nearest([-30, 0])[2]).toBe('middle')
    expect(nearest([310, 230])[2]).toBe('right')
  })

  it('goes by growing chainage, not by the direction of the drawing', () => {
    const upstream = riverOf([...BEND].reverse(), 1500, 1000)
    expect(nearest([100, 40], upstream)).toEqual([1100, 40, 'left'])
    expect(nearest([340, 150], upstream)).toEqual([1450, 40, 'right'])
  })

  it('changes sides when the river is looked at from its mouth', () => {
    const line = meander(120, 9)
    const [down, up] = [riverOf(line), riverOf([...line].reverse())]
    const place = fc.tuple(fc.integer({ min: 0, max: 480 }), fc.integer({ min: -300, max: 300 }))
    fc.assert(
      fc.property(place, (point) => {
        const [a, b] = [nearestChainage(down, at(point))!, nearestChainage(up, at(point))!]
        expect(Math.abs(a.distance_m - b.distance_m)).toBeLessThan(0.001)
        const other = { left: 'right', right: 'left', middle: 'middle' } as const
        expect(b.bank).toBe(other[a.bank])
        expect(Math.abs(a.chainage_m + b.chainage_m - down.length_m)).toBeLessThan(0.1)
      }),
      { seed: 9 },
    )
  })
})

it('what lies between two chainages is as long as they say, also given the other way round', () => {
  const river = riverOf(meander(300, 2), 500)
  const chainage = fc.double({ min: 400, max: 4000, noNaN: true })
  fc.assert(
    fc.property(chainage, chainage, (from, to) => {
      const parts = partsBetween(river, from, to)
      const length = parts
        .flatMap((part) => part.slice(1).map((end, i) => groundDistance(part[i]!, end)))
        .reduce((sum, metres) => sum + metres, 0)
      const clamp = (metres: number) => Math.min(500 + river.length_m, Math.max(500, metres))
      expect(Math.abs(length - Math.abs(clamp(to) - clamp(from)))).toBeLessThan(0.05)
      expect(parts.length).toBeLessThanOrEqual(1)
      expect(partsBetween(river, to, from)).toEqual(parts)
    }),
    { seed: 2 },
  )
})
