// Borders drawn once, and names inside of what they name.
import { describe, expect, it } from 'vitest'
import { chainsOf, colour, edgesOf, neighboursOf } from '#api/sheets/borders.ts'
import type { Shape } from '#api/sheets/content.ts'
import { placeLabels } from '#api/sheets/labels.ts'
import { contains, holds, poleOf } from '#api/sheets/polygon.ts'

const square = (x: number, y: number, size: number): Shape => [
  [
    [
      [x, y],
      [x + size, y],
      [x + size, y + size],
      [x, y + size],
      [x, y],
    ],
  ],
]

/*  ┌───┬───┐
 *  │ 2 │ 3 │
 *  ├───┼───┤
 *  │ 0 │ 1 │
 *  └───┴───┘  */
const four = [square(0, 0, 100), square(100, 0, 100), square(0, 100, 100), square(100, 100, 100)]

describe('borders', () => {
  it('between two areas are one edge that knows both', () => {
    const edges = [...edgesOf(four).values()]
    expect(edges).toHaveLength(12)
    expect(edges.filter(({ sides }) => sides.length === 2)).toHaveLength(4)
  })

  it('are joined to lines that end only where borders meet', () => {
    const edges = [...edgesOf(four).values()]
    const inner = chainsOf(edges.filter(({ sides }) => sides.length === 2))
    expect(inner).toHaveLength(4)
    const [ring] = chainsOf(edges.filter(({ sides }) => sides.length === 1))
    expect(ring).toHaveLength(9)
    expect(ring![0]).toEqual(ring![8])
  })

  it('part areas of different colours', () => {
    const neighbours = neighboursOf(edgesOf(four).values(), 4)
    expect([...neighbours[0]!].sort()).toEqual([1, 2])
    const colours = colour(neighbours, 4)
    for (const [index, others] of neighbours.entries())
      for (const other of others) expect(colours[index]).not.toBe(colours[other])
  })
})

/*  ┌────────────┐
 *  │  ┌─────────┘
 *  │  │            a text has room in the lower arm only
 *  │  └─────────┐
 *  │            │
 *  └────────────┘  */
const hook: Shape = [
  [
    [
      [0, 0],
      [400, 0],
      [400, 120],
      [60, 120],
      [60, 160],
      [400, 160],
      [400, 200],
      [0, 200],
      [0, 0],
    ],
  ],
]

describe('a label', () => {
  const variants = [[{ text: '第一网格', size: 1, weight: 'bold' as const }], [{ text: '1', size: 1, weight: 'bold' as const }]]

  it('stands at the pole of inaccessibility, which a wide text moves to where it is wide', () => {
    const [, y] = poleOf(hook)
    expect(Math.abs(y - 60)).toBeLessThan(6)
    expect(holds(hook, poleOf(hook, 4), 300, 70)).toBe(true)
  })

  it('lies in its area with its whole name where there is room, else with its number', () => {
    const [large, small] = placeLabels(
      [
        { shape: hook, variants },
        { shape: square(600, 0, 60), variants },
      ],
      [3, 2],
      { width: 1000, height: 1000 },
    )
    expect(large!.lines[0]!.text).toBe('第一网格')
    expect(holds(hook, large!.at, large!.width, large!.height)).toBe(true)
    expect(small!.lines[0]!.text).toBe('1')
  })

  it('never covers another, and points in from outside where the area is too small', () => {
    const shapes = Array.from({ length: 36 }, (_, index) => square(500 + (index % 6) * 20, 500 + Math.floor(index / 6) * 20, 20))
    const labels = placeLabels(
      shapes.map((shape) => ({ shape, variants })),
      [2, 1.6],
      { width: 2000, height: 2000 },
    )
    const found = labels.filter((label) => label !== null)
    expect(found.length).toBeGreaterThan(18)
    found.forEach((one, index) => {
      for (const other of found.slice(index + 1))
        expect(
          Math.abs(one.at[0] - other.at[0]) * 2 >= (one.width + other.width) * 0.9 ||
            Math.abs(one.at[1] - other.at[1]) * 2 >= (one.height + other.height) * 0.9,
        ).toBe(true)
    })
    labels.forEach((label, index) => {
      if (label?.pointsTo) expect(contains(shapes[index]!, label.pointsTo)).toBe(true)
    })
    expect(found.some(({ pointsTo }) => pointsTo !== null)).toBe(true)
  })

  it('is left out rather than drawn as a thicket of lines', () => {
    const shapes = Array.from({ length: 400 }, (_, index) => square(500 + (index % 20) * 8, 500 + Math.floor(index / 20) * 8, 8))
    const labels = placeLabels(
      shapes.map((shape) => ({ shape, variants })),
      [2, 1.6],
      { width: 2000, height: 2000 },
    )
    expect(labels.filter((label) => label?.pointsTo)).toEqual([])
    expect(labels).toContain(null)
  })
})
