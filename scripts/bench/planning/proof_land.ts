/** A scheme of 20,000 cells on a lattice whose lines are crooked; neighbours have every vertex of their border in common. */
import type { Database } from '#api/database/database.ts'
import { sql } from '#api/database/sql.ts'
import type { Position, Ring } from '#geodata/fabric/index.ts'

export const SCHEME = 'lattice'
const SRID = 920_114
const TOWN = '411825100'
const [COLUMNS, ROWS] = [200, 100]
/** Cells on a side of a community, and of a grid. */
const COMMUNITY = [10, 10] as const
const GRID = [5, 2] as const
/** mm. */
const SIDE = 100_000
const ORIGIN: Position = [480_000_000, 3_900_000_000]
/** Vertices within each side of a cell. */
const BETWEEN = 5
/** Shares of a side by which corners and other vertices stand beside the lattice. */
const [CORNER_OFF, VERTEX_OFF] = [0.3, 0.05]
const CHUNK = 500

interface Shape {
  readonly code: string
  readonly ring: Ring
}
interface GridShape extends Shape {
  readonly level: number
  readonly parent: string | null
  readonly cells: readonly string[]
}

/** Between −0.5 and 0.5, the same for the same place. */
function noise(...place: readonly number[]): number {
  let hash = 2_166_136_261
  for (const part of place) {
    hash = Math.imul(hash ^ part, 16_777_619)
    hash ^= hash >>> 13
    hash = Math.imul(hash, 1_540_483_477)
    hash ^= hash >>> 15
  }
  return (hash >>> 0) / 2 ** 32 - 0.5
}

const corner = (column: number, row: number): Position => [
  Math.round(ORIGIN[0] + (column + CORNER_OFF * noise(column, row, 1)) * SIDE),
  Math.round(ORIGIN[1] + (row + CORNER_OFF * noise(column, row, 2)) * SIDE),
]

/** Eastward or northward from a corner to the next, without that. */
function side(column: number, row: number, isEastward: boolean): Position[] {
  const [a, b] = [corner(column, row), isEastward ? corner(column + 1, row) : corner(column, row + 1)]
  const between = Array.from({ length: BETWEEN }, (_, index): Position => {
    const share = (index + 1) / (BETWEEN + 1)
    const off = (axis: number) => VERTEX_OFF * SIDE * noise(column, row, isEastward ? 3 : 4, index, axis)
    return [Math.round(a[0] + share * (b[0] - a[0]) + off(0)), Math.round(a[1] + share * (b[1] - a[1]) + off(1))]
  })
  return [a, ...between]
}

/** Around a block of the lattice, against the clock. */
function ringAround(west: number, south: number, east: number, north: number): Position[] {
  const along = (count: number, make: (index: number) => Position[]) =>
    Array.from({ length: count }, (_, index) => make(index)).flat()
  const eastward = (row: number) => along(east - west, (index) => side(west + index, row, true))
  const northward = (column: number) => along(north - south, (index) => side(column, south + index, false))
  const back = (line: Position[], end: Position) => [end, ...line.slice(1).reverse()]
  return [
    ...eastward(south),
    ...northward(east),
    ...back(eastward(north), corner(east, north)),
    ...back(northward(west), corner(west, north)),
  ]
}

const blocks = ([width, height]: readonly [number, number]) =>
  Array.from({ length: (COLUMNS / width) * (ROWS / height) }, (_, index) => {
    const [west, south] = [(index % (COLUMNS / width)) * width, Math.floor(index / (COLUMNS / width)) * height]
    return { west, south, east: west + width, north: south + height }
  })

const communityAt = (column: number, row: number): string => {
  const number = Math.floor(row / COMMUNITY[1]) * (COLUMNS / COMMUNITY[0]) + Math.floor(column / COMMUNITY[0]) + 1
  return TOWN + String(number).padStart(3, '0')
}
const within = (column: number, row: number, [width, height]: readonly [number, number]): string => {
  const [x, y] = [Math.floor((column % COMMUNITY[0]) / width), Math.floor((row % COMMUNITY[1]) / height)]
  return String(y * (COMMUNITY[0] / width) + x + 1).padStart(3, '0')
}
export const cellAt = (column: number, row: number): string => communityAt(column, row) + within(column, row, [1, 1])
export const cellRing = (column: number, row: number): Position[] => ringAround(column, row, column + 1, row + 1)

export interface Lattice {
  readonly communities: readonly Shape[]
  readonly cells: readonly Shape[]
  readonly grids: readonly GridShape[]
}

export function lattice(): Lattice {
  const shape = ({ west, south, east, north }: ReturnType<typeof blocks>[number], code: string) => ({
    code,
    ring: ringAround(west, south, east, north),
  })
  const cellsOf = ({ west, south, east, north }: ReturnType<typeof blocks>[number]) =>
    Array.from({ length: (east - west) * (north - south) }, (_, index) =>
      cellAt(west + (index % (east - west)), south + Math.floor(index / (east - west))),
    )
  const whole = (code: string) => `${code}900`
  return {
    communities: blocks(COMMUNITY).map((block) => shape(block, communityAt(block.west, block.south))),
    cells: blocks([1, 1]).map((block) => shape(block, cellAt(block.west, block.south))),
    grids: [
      ...blocks(COMMUNITY).map((block) => ({
        ...shape(block, whole(communityAt(block.west, block.south))),
        level: 1,
        parent: null,
        cells: cellsOf(block),
      })),
      ...blocks(GRID).map((block) => ({
        ...shape(block, communityAt(block.west, block.south) + within(block.west, block.south, GRID)),
        level: 2,
        parent: whole(communityAt(block.west, block.south)),
        cells: cellsOf(block),
      })),
    ],
  }
}

/** Well-known text of one polygon. */
export const textOf = (ring: Ring): string => `MULTIPOLYGON(((${[...ring, ring[0]!].map(([x, y]) => `${x} ${y}`).join(',')})))`

/** As a publication of the whole leaves it: every cell once as it was, until today, and once as it is. */
export async function storeLattice(database: Database, { communities, cells, grids }: Lattice): Promise<void> {
  await database.query(sql`insert into scheme (id, name_zh, name_en) values (${SCHEME}, '方格', 'Lattice')`)
  await database.query(sql`
    insert into scheme_level (scheme, level, name_zh, name_en) values (${SCHEME}, 1, '一级', 'Level 1'), (${SCHEME}, 2, '二级', 'Level 2')`)
  await inChunks(communities, (rows) =>
    database.query(sql`
    insert into administrative_areas (code, name, level, canonical, valid_from)
    select code, code, 'community', ST_GeomFromText(shape, ${SRID}::integer), '2025-01-01'
    from jsonb_to_recordset(${rows}::jsonb) as given (code text, shape text)`),
  )
  for (const [from, to] of [
    ['2025-01-01', 'today'],
    ['today', null],
  ] as const)
    await inChunks(cells, (rows) =>
      database.query(sql`
      insert into unit_cells (code, households, population, canonical, valid_from, valid_to)
      select code, 10, 30, ST_GeomFromText(shape, ${SRID}::integer), ${from}::text::date, ${to}::text::date
      from jsonb_to_recordset(${rows}::jsonb) as given (code text, shape text)`),
    )
  await inChunks(grids, (rows) =>
    database.query(sql`
    insert into grids (scheme, level, class, code, name, parent_code, canonical, valid_from)
    select ${SCHEME}, level, 'A', code, code, parent, ST_GeomFromText(shape, ${SRID}::integer), '2025-01-01'
    from jsonb_to_recordset(${rows}::jsonb) as given (code text, shape text, level integer, parent text)`),
  )
  // The links are looked up by code: without statistics that takes minutes.
  await database.query(sql`analyze`)
  await inChunks(grids, (rows) =>
    database.query(sql`
    insert into grid_cell (grid_id, unit_cell_id)
    select grids.id, unit_cells.id
    from jsonb_to_recordset(${rows}::jsonb) as given (code text, cells jsonb)
    cross join lateral jsonb_array_elements_text(given.cells) as cell (code)
    join grids on grids.scheme = ${SCHEME} and grids.code = given.code
    join unit_cells on unit_cells.code = cell.code and unit_cells.valid_to is null`),
  )
  await database.query(sql`analyze`)
}

async function inChunks(shapes: readonly Shape[], write: (rows: string) => Promise<unknown>): Promise<void> {
  for (let start = 0; start < shapes.length; start += CHUNK)
    await write(JSON.stringify(shapes.slice(start, start + CHUNK).map(({ ring, ...rest }) => ({ ...rest, shape: textOf(ring) }))))
}
