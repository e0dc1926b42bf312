// Small land by chance: squares of 10 m on a board, some missing, perhaps in two communities; and what a plain look at it tells.
import fc from 'fast-check'
import type { Band, Land, LandBorder, LandCell } from '#geodata/partition/index.ts'

export function boards(columns: number, rows: number, heaviest = 5): fc.Arbitrary<Land> {
  const square = fc.record({
    there: fc.integer({ min: 0, max: 5 }).map((dice) => dice > 0),
    weight: fc.integer({ min: 0, max: heaviest }),
    community: fc.constantFrom('x', 'x', 'y'),
  })
  return fc
    .tuple(fc.integer({ min: 1, max: columns }), fc.integer({ min: 1, max: rows }))
    .chain(([width, height]) =>
      fc.array(square, { minLength: width * height, maxLength: width * height }).map((squares) => landFrom(squares, width)),
    )
    .filter(({ cells }) => cells.length > 0)
}

function landFrom(squares: readonly { there: boolean; weight: number; community: string }[], width: number): Land {
  const cells: LandCell[] = []
  const borders: LandBorder[] = []
  const indices = squares.map(({ there, weight, community }, place) => {
    if (!there) return -1
    const [x, y] = [place % width, Math.floor(place / width)]
    return cells.push({ id: `${x}-${y}`, community, weight, area: 100, perimeter: 40, x: x * 10, y: y * 10 }) - 1
  })
  indices.forEach((a, place) => {
    for (const [b, beside] of [
      [indices[place + 1], place % width < width - 1],
      [indices[place + width], true],
    ] as const)
      if (a >= 0 && b !== undefined && b >= 0 && beside) borders.push({ a, b, length: 10 })
  })
  return { cells, borders }
}

/** Whether the cells hang together by borders inside one community. */
export function hangTogether({ cells, borders }: Land, ids: readonly string[]): boolean {
  const own = new Set(ids)
  const reached = new Set([ids[0]!])
  for (const id of reached)
    for (const { a, b } of borders) {
      if (cells[a]!.community !== cells[b]!.community) continue
      for (const [from, to] of [[a, b] as const, [b, a] as const])
        if (cells[from]!.id === id && own.has(cells[to]!.id)) reached.add(cells[to]!.id)
    }
  return reached.size === own.size
}

/** Whether the cells can be divided into connected groups of so many cells: every way is tried. */
export function canBeDivided(land: Land, ids: readonly string[], { least, most }: Band): boolean {
  const groups: string[][] = []
  const place = (index: number): boolean => {
    if (index === ids.length) return groups.every((group) => group.length >= least && hangTogether(land, group))
    for (const group of [...groups, []]) {
      if (group.length === most) continue
      if (group.length === 0) groups.push(group)
      group.push(ids[index]!)
      if (place(index + 1)) return true
      group.pop()
      if (group.length === 0) groups.pop()
    }
    return false
  }
  return place(0)
}
