// A fabric from a drawing: each letter is a square of 10 m, equal letters make one cell. The lower left corner is 0, 0.
import {
  apply,
  type Coverage,
  dissolve,
  type Edit,
  type Fabric,
  type Face,
  fabricOf,
  type Grid,
  type Position,
  type RefusalCode,
} from '#geodata/fabric/index.ts'

/** mm. */
export const SQUARE = 10_000

interface Drawing {
  /** Grids of the cells, one letter each, as a drawing of the same size; a dot is none. */
  grids?: readonly string[]
  /** Communities likewise. */
  communities?: readonly string[]
  /** Parents of grids by grid. */
  parents?: Readonly<Record<string, string>>
}

function square(column: number, row: number, id: string): Face {
  const [x, y] = [column * SQUARE, row * SQUARE]
  const ring: Position[] = [
    [x, y],
    [x + SQUARE, y],
    [x + SQUARE, y + SQUARE],
    [x, y + SQUARE],
  ]
  return { id, rings: [ring], community: null, grids: {} }
}

function letters(rows: readonly string[]): Map<string, { squares: Face[]; column: number; line: number }> {
  const found = new Map<string, { squares: Face[]; column: number; line: number }>()
  rows.forEach((text, line) => {
    ;[...text].forEach((letter, column) => {
      if (letter === '.') return
      const entry = found.get(letter) ?? { squares: [], column, line }
      entry.squares.push(square(column, rows.length - 1 - line, letter))
      found.set(letter, entry)
    })
  })
  return found
}

export function coverageOf(rows: readonly string[], { grids, communities, parents = {} }: Drawing = {}): Coverage {
  const at = (drawing: readonly string[] | undefined, column: number, line: number) => {
    const letter = drawing?.[line]?.[column]
    return letter === undefined || letter === '.' ? undefined : letter
  }
  const cells = [...letters(rows)].map(([id, { squares, column, line }]) => {
    const grid = at(grids, column, line)
    return { id, rings: dissolve(squares)[0]!, community: at(communities, column, line) ?? null, grids: grid ? { s: grid } : {} }
  })
  const own = { scheme: 's', locked: false, retired: false }
  const low = [...new Set((grids ?? []).join('').replaceAll('.', ''))]
  const high = [...new Set(Object.values(parents))]
  const all: Grid[] = [
    ...high.map((id) => ({ ...own, id, name: id, level: 0, parent: null })),
    ...low.map((id) => ({ ...own, id, name: id, level: 1, parent: parents[id] ?? null })),
  ]
  return { cells, grids: all, schemes: [{ id: 's', levels: 2, within_community: true }] }
}

function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  for (const part of Object.values(value)) frozen(part)
  return Object.freeze(value)
}

export function drawn(rows: readonly string[], drawing: Drawing = {}): Fabric {
  const result = fabricOf(frozen(coverageOf(rows, drawing)))
  if ('refused' in result) throw new Error(JSON.stringify(result.refused))
  return result.fabric
}

/** Positions in squares, as they are read off the drawing. */
export const at = (x: number, y: number): Position => [Math.round(x * SQUARE), Math.round(y * SQUARE)]

export function done(fabric: Fabric, edit: Edit): { fabric: Fabric; reverse: Edit } {
  const result = apply(fabric, edit)
  if ('refused' in result) throw new Error(JSON.stringify(result.refused))
  return result
}

export function codeOf(fabric: Fabric, edit: Edit): RefusalCode | undefined {
  const result = apply(fabric, edit)
  return 'refused' in result ? result.refused.code : undefined
}

/** The grid of each cell as text: `a:A b:B`. */
export function gridsText(fabric: Fabric): string {
  const cells = [...fabric.faces.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
  return cells.map(({ id, grids }) => `${id}:${grids.s ?? '-'}`).join(' ')
}

export function areaOf(fabric: Fabric, id: string): number {
  const ring = (points: readonly Position[]) =>
    points.reduce((sum, [x, y], index) => {
      const [nx, ny] = points[(index + 1) % points.length]!
      return sum + x * ny - nx * y
    }, 0)
  return fabric.faces.get(id)!.rings.reduce((sum, points) => sum + ring(points), 0) / 2 / SQUARE ** 2
}
