// A river that comes back to itself: which arm was walked. Drawings are in metres.
import { describe, expect, it } from 'vitest'
import { type Fix, matchPatrol, type RiverLine } from '#geodata/rivers/index.ts'
import { LIMITS, level, meander, type Point, riverOf, stretches, walk } from './tracks.ts'

const matched = (fixes: readonly Fix[], river: RiverLine) => matchPatrol(fixes, river, LIMITS)
const covered = (fixes: readonly Fix[], river: RiverLine) => stretches(matched(fixes, river).covered)

/*
 *   y=60   1060 <─────────────────────┐
 *   y=0       o───────────────────────┘ x=500
 */
describe('a hairpin with both arms in one corridor', () => {
  const hairpin = riverOf([
    [0, 0],
    [500, 0],
    [500, 60],
    [0, 60],
  ])

  it('walked on one arm is covered on that arm', () => {
    const noise = { noise_m: 8, every_s: 4 }
    const lower = walk(level(0, 400, -15), noise)
    expect(matched(lower, hairpin).covered).toHaveLength(1)
    expect(matched(lower, hairpin).covered[0]!.to_m).toBeLessThan(412)
    const upper = walk(level(0, 400, 75), noise)
    expect(matched(upper, hairpin).covered[0]!.from_m).toBeGreaterThan(648)
  })

  /*
   *   y=60   <──────────────────────────┐
   *                 . . . .             │      between the arms, nearer to the other one for a while
   *   y=0    o─────────────────────────┘
   *   y=-20  ──────'       '─────>
   */
  it('is not left for the other arm because that is nearer for a while', () => {
    const astray = walk([
      [0, -20],
      [120, -20],
      [180, 36],
      [260, 36],
      [320, -20],
      [420, -20],
    ])
    expect(covered(astray, hairpin)).toEqual(['0–420'])
  })

  it('is covered as a whole by whoever walks around it', () => {
    const around = walk([
      [0, -15],
      [515, -15],
      [515, 75],
      [0, 75],
    ])
    expect(covered(around, hairpin)).toEqual(['0–1060'])
  })

  /*
   *   y=140  <──────────────┐
   *   y=60   <──────────────│───────────┐
   *   y=0    o──────────────│──────────┘
   *   y=-15  ──────────────>┘ x=250
   */
  it('is not covered beyond the place where it was crossed', () => {
    const across = walk([
      [0, -15],
      [250, -15],
      [250, 140],
      [0, 140],
    ])
    const result = matched(across, hairpin)
    expect(stretches(result.covered)).toEqual(['0–250', '810–1060'])
    expect(stretches(result.gaps)).toEqual(['250–810'])
  })
})

describe('a winding river', () => {
  const line = meander(400, 3)
  const river = riverOf(line)

  it('is covered by whoever follows its bank, bend after bend', () => {
    const bank = line.map(([x, y]): Point => [x, y + 12])
    for (const every_s of [1, 5, 20]) {
      const result = matched(walk(bank, { every_s, noise_m: 5 }), river)
      expect(result.covered_percent).toBeGreaterThan(99)
      expect(result.covered.length).toBeLessThan(3)
      const places = result.path.map(({ chainage_m }) => chainage_m!)
      const steps = places.slice(1).map((metres, i) => metres - places[i]!)
      expect(Math.max(...steps.map(Math.abs))).toBeLessThan(every_s * 1.25 + 60)
    }
  })

  it('is not covered by whoever goes straight from bend to bend', () => {
    const straight = walk(level(0, 1596, 0))
    expect(matched(straight, river).covered_percent).toBeLessThan(80)
  })
})
