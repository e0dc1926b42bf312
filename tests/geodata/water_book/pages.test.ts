// The map pages of a book: every place on one of them, none without, and the cores side by side.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BEYOND_MM, choosePages, neighboursOf, type Place, SCALES, SIDES } from '#geodata/water_book/pages.ts'
import { monthsAfter } from '#geodata/water_book/rules.ts'
import { squareAt } from '#geodata/water_book/squares.ts'

const A4 = { width: 240, height: 160 }
const place = fc.record({ x: fc.integer({ min: 0, max: 12_000 }), y: fc.integer({ min: 0, max: 9_000 }) })

/** A square grid of hydrants so many metres apart. */
const grid = (side: number, apart: number, x = 0, y = 0): Place[] =>
  Array.from({ length: side * side }, (_, index) => ({ x: x + (index % side) * apart, y: y + Math.floor(index / side) * apart }))

describe('map pages', () => {
  it('show every place once, inside of their core, in a scale of the series', () => {
    fc.assert(
      fc.property(fc.array(place, { maxLength: 400 }), (places) => {
        const pages = choosePages(places, A4)
        const shown = pages.flatMap(({ members }) => members).sort((one, other) => one - other)
        expect(shown).toEqual(places.map((_, index) => index))
        for (const { core, frame, scale, members } of pages) {
          expect(members.length).toBeGreaterThan(0)
          expect(SCALES.map((each) => each.scale)).toContain(scale)
          expect(((frame.east - frame.west) * 1000) / scale).toBeCloseTo(A4.width, 6)
          expect(((frame.north - frame.south) * 1000) / scale).toBeCloseTo(A4.height, 6)
          expect(((core.west - frame.west) * 1000) / scale).toBeCloseTo(BEYOND_MM, 6)
          for (const index of members) {
            const { x, y } = places[index]!
            expect(x >= core.west - 1 && x <= core.east + 1 && y >= core.south - 1 && y <= core.north + 1).toBe(true)
          }
        }
      }),
      { seed: 20_261_128, numRuns: 200 },
    )
  })

  it('have cores that do not overlap', () => {
    fc.assert(
      fc.property(fc.array(place, { minLength: 2, maxLength: 300 }), (places) => {
        const cores = choosePages(places, A4).map(({ core }) => core)
        for (const [index, one] of cores.entries())
          for (const other of cores.slice(index + 1)) {
            const across = Math.min(one.east, other.east) - Math.max(one.west, other.west)
            const down = Math.min(one.north, other.north) - Math.max(one.south, other.south)
            expect(Math.min(across, down)).toBeLessThan(1e-6)
          }
      }),
      { seed: 20_261_128, numRuns: 200 },
    )
  })

  /*  · · · · · · · ·
   *  · · ::::: · · ·      in the middle hydrants stand five times as close
   *  · · ::::: · · ·
   *  · · · · · · · ·   */
  it('are larger in scale where places are dense', () => {
    const [sparse, dense] = [grid(6, 1500), grid(30, 60, 3000, 3000)]
    const places = [...sparse, ...dense]
    const pages = choosePages(places, A4)
    const scaleOf = (index: number) => pages.find(({ members }) => members.includes(index))!.scale
    const middle = (scales: number[]) => scales.sort((one, other) => one - other)[Math.floor(scales.length / 2)]!
    const denseScale = middle(dense.map((_, index) => scaleOf(sparse.length + index)))
    expect(denseScale).toBeLessThanOrEqual(5000)
    expect(middle(sparse.map((_, index) => scaleOf(index)))).toBeGreaterThan(denseScale)
  })

  it('come to an end where everything stands in one place', () => {
    const pages = choosePages(
      Array.from({ length: 500 }, () => ({ x: 7, y: 7 })),
      A4,
    )
    expect(pages).toHaveLength(1)
    expect(pages[0]).toMatchObject({ scale: 2500 })
    expect(choosePages([], A4)).toEqual([])
  })

  it('name each other as neighbours on opposite sides', () => {
    const pages = choosePages(grid(40, 90), A4)
    const opposite = { north: 'south', south: 'north', east: 'west', west: 'east' } as const
    let pairs = 0
    for (const [index] of pages.entries())
      for (const side of SIDES)
        for (const neighbour of neighboursOf(index, pages)[side]) {
          const back = neighboursOf(neighbour - 1, pages)[opposite[side]]
          // A small page beside a large one may be one of more than two that the large one has.
          if (back.length < 2) expect(back).toContain(index + 1)
          pairs++
        }
    expect(pairs).toBeGreaterThan(pages.length)
  })
})

describe('squares', () => {
  it('are called by letters from the west and numbers from the north', () => {
    expect(squareAt(0, 0, A4)).toBe('A1')
    expect(squareAt(39.99, 40, A4)).toBe('A2')
    expect(squareAt(240, 160, A4)).toBe('F4')
    expect(squareAt(120, 80, A4)).toBe('D3')
  })
})

describe('days', () => {
  it('of expiry fall on the last of a month where it is too short', () => {
    expect(monthsAfter('2026-11-28', 12)).toBe('2027-11-28')
    expect(monthsAfter('2026-01-31', 1)).toBe('2026-02-28')
    expect(monthsAfter('2028-02-29', 12)).toBe('2029-02-28')
  })
})
