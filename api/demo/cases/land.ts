/** The land on which cases are found: unit cells with their grids, and how much happens in each. */

import type { GridOfCase, PlaceOfCase } from '#geodata/cases/records.ts'
import type { Demo, DemoFeature, Position } from '#geodata/county/demo.ts'
import { Places } from '#geodata/county/geometry/places.ts'
import { centroidOf, isInside, locate, METRE, rounded } from '#geodata/county/geometry/plane.ts'
import { type Random, randomStream } from '#geodata/county/geometry/random.ts'

export interface CellOfLand {
  readonly code: string
  readonly ring: readonly Position[]
  readonly middle: Position
  readonly place: PlaceOfCase
  /** How much happens here, compared with other cells. */
  readonly heat: number
  readonly addresses: string[]
}

export interface Land {
  readonly cells: readonly CellOfLand[]
  /** Undefined outside of all, and so near a border that nobody could tell. */
  cellAt(at: Position): CellOfLand | undefined
}

/** Nearer to a border than this nothing is found. */
const CLEAR = 0.4 * METRE
const SQUARE = 150 * METRE

export function landOf(demo: Demo): Land {
  const { features } = demo
  const grids = gridsByCell(demo)
  const communities = new Map(
    (features.administrative_areas ?? [])
      .filter(({ properties }) => properties.level === 'community')
      .map(({ properties }) => [String(properties.code), properties]),
  )
  const bustle = bustleOf(features.key_sites ?? [])
  const luck = randomStream('cases: how much happens where')
  const places = new Map<string, PlaceOfCase>()
  const cells = (features.unit_cells ?? []).map(({ properties, geometry }): CellOfLand => {
    const code = String(properties.code)
    const ring = ringOf(geometry)
    const middle = centroidOf(ring)
    const { code: community, name, name_en } = communities.get(code.slice(0, 12))!
    const own = grids.get(code) ?? []
    // Cells of the same grids are one place.
    const key = `${community} ${own.map((grid) => `${grid.scheme}${grid.level}${grid.code}`).join()}`
    const place = places.get(key) ?? {
      community_code: String(community),
      community_name: String(name),
      community_name_en: name_en === null ? null : String(name_en),
      grids: own,
    }
    places.set(key, place)
    const heat = heatOf(properties, own) * bustle(middle) * luck.lognormal(0.8)
    return { code, ring, middle, place, heat, addresses: [] }
  })
  const cellAt = finderOf(cells)
  const houses = (features.household_points ?? []).filter(({ properties }) => typeof properties.address === 'string')
  for (const { properties, geometry } of houses) {
    const cell = geometry?.type === 'Point' ? cellAt(geometry.coordinates) : undefined
    if (cell && cell.addresses.length < 3) cell.addresses.push(String(properties.address))
  }
  return { cells, cellAt }
}

export const ringOf = (geometry: DemoFeature['geometry']): readonly Position[] =>
  geometry?.type === 'MultiPolygon' ? geometry.coordinates[0]![0]!.slice(0, -1) : []

/** Of each cell the grids of every scheme and level, as they are told of a case: by scheme, from the top. */
function gridsByCell({ features, gridCells }: Demo): Map<string, GridOfCase[]> {
  const grids = new Map((features.grids ?? []).map(({ properties }) => [`${properties.scheme} ${properties.code}`, properties]))
  const found = new Map<string, GridOfCase[]>()
  for (const { scheme, grid_code, cell_codes } of gridCells) {
    const grid = grids.get(`${scheme} ${grid_code}`)
    if (!grid) continue
    const text = (value: unknown) => (value === null || value === undefined ? null : String(value))
    const told = { scheme, level: Number(grid.level), code: grid_code, name: text(grid.name), name_en: text(grid.name_en) }
    for (const cell of cell_codes) {
      const own = found.get(cell)
      if (own) own.push(told)
      else found.set(cell, [told])
    }
  }
  for (const own of found.values())
    own.sort((one, other) => (one.scheme < other.scheme ? -1 : one.scheme > other.scheme ? 1 : one.level - other.level))
  return found
}

const LIVELY: Readonly<Record<string, number>> = { built_up: 1, rural_settlement: 0.35, other: 0.2 }
const WATCHED = 3

/** Where supervisors walk, more is found. */
const heatOf = ({ land_use, households }: DemoFeature['properties'], grids: readonly GridOfCase[]): number =>
  (LIVELY[String(land_use)] ?? 0.02) *
  (1 + Number(households) ** 0.7) *
  (grids.some(({ scheme }) => scheme === 'supervision') ? WATCHED : 1)

/** Around markets, schools and hospitals. */
const BUSTLE: Readonly<Record<string, readonly [reach_m: number, times: number]>> = {
  market: [220, 5],
  hospital: [150, 2],
  school: [150, 1.8],
}

function bustleOf(sites: readonly DemoFeature[]): (at: Position) => number {
  const near = new Places<string>(250 * METRE)
  for (const { properties, geometry } of sites)
    if (geometry?.type === 'Point') near.add(geometry.coordinates, String(properties.kind))
  return (at) => {
    let times = 1
    near.visit(at, 220 * METRE, (kind, away) => {
      const [reach, more] = BUSTLE[kind] ?? [0, 1]
      if (away <= reach * METRE) times = Math.max(times, more)
    })
    return times
  }
}

function finderOf(cells: readonly CellOfLand[]): Land['cellAt'] {
  const squares = new Map<string, CellOfLand[]>()
  for (const cell of cells) {
    const [xs, ys] = [cell.ring.map(([x]) => x), cell.ring.map(([, y]) => y)]
    for (let x = Math.floor(Math.min(...xs) / SQUARE); x <= Math.max(...xs) / SQUARE; x++)
      for (let y = Math.floor(Math.min(...ys) / SQUARE); y <= Math.max(...ys) / SQUARE; y++) {
        const held = squares.get(`${x} ${y}`)
        if (held) held.push(cell)
        else squares.set(`${x} ${y}`, [cell])
      }
  }
  return (at) => {
    const found = squares
      .get(`${Math.floor(at[0] / SQUARE)} ${Math.floor(at[1] / SQUARE)}`)
      ?.find(({ ring }) => isInside(ring, at))
    return found && isClear(found, at) ? found : undefined
  }
}

const isClear = ({ ring }: CellOfLand, at: Position): boolean => locate([...ring, ring[0]!], at).away > CLEAR

/** Anywhere in a cell. */
export function pointIn(cell: CellOfLand, random: Random): Position {
  const [xs, ys] = [cell.ring.map(([x]) => x), cell.ring.map(([, y]) => y)]
  const [west, east, south, north] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  for (let attempt = 0; attempt < 40; attempt++) {
    const at = rounded([random.between(west, east), random.between(south, north)])
    if (isInside(cell.ring, at) && isClear(cell, at)) return at
  }
  return rounded(cell.middle)
}

/** Picks by weight, as often as wanted. */
export function picker<Item>(items: readonly Item[], weightOf: (item: Item) => number): (random: Random) => Item {
  let sum = 0
  const sums = items.map((item) => {
    sum += weightOf(item)
    return sum
  })
  return (random) => {
    const wanted = random.next() * sum
    let [low, high] = [0, sums.length - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if (sums[middle]! <= wanted) low = middle + 1
      else high = middle
    }
    return items[low]!
  }
}
