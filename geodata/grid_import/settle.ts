import { edgesOf, type Face } from '../fabric/face.ts'
import { dissolve } from '../fabric/outline.ts'
import { distance } from '../fabric/plane/measure.ts'
import type { Outcome, Piece, Region, SettledCell, Settlement } from './piece.ts'

export interface Rules {
  /** By row, the community that its grid is meant for where the file says it. Null: communities are drawn on the map already. */
  readonly community_of: ((row: number) => string | null) | null
}

/**
 * Turns regions into cells: a row's land becomes its cell; slivers (regions within the tolerance) go to the neighbour with which they share
 * the longest border; wider gaps and overlaps become cells without a grid, and are never filled. Where communities are drawn, what lies
 * outside them is left out; where none are, wide gaps are enclaves.
 */
export function settle(pieces: readonly Piece[], regions: readonly Region[], rules: Rules): Settlement {
  const faces = pieces.map((piece, index): Face => ({ id: String(index), rings: piece.rings, community: null, grids: {} }))
  const borders = bordersOf(pieces, faces)
  const { owner, outcomes, waiting } = sort(regions, rules)
  giveAway(waiting, regions, borders, owner, outcomes)
  return { cells: cellsOf(pieces, faces, regions, borders, owner, rules), outcomes }
}

type Borders = ReadonlyMap<number, ReadonlyMap<number, number>>

/** Between which regions there is how much border, mm. */
function bordersOf(pieces: readonly Piece[], faces: readonly Face[]): Borders {
  const regionOf = new Map<string, number>()
  for (const [index, face] of faces.entries()) for (const { key } of edgesOf(face)) regionOf.set(key, pieces[index]!.region)
  const borders = new Map<number, Map<number, number>>()
  for (const [index, face] of faces.entries()) {
    const own = pieces[index]!.region
    for (const { from, to, twin } of edgesOf(face)) {
      const other = regionOf.get(twin)
      if (other === undefined || other === own) continue
      const there = borders.get(own) ?? new Map<number, number>()
      there.set(other, (there.get(other) ?? 0) + distance(from, to))
      borders.set(own, there)
    }
  }
  return borders
}

interface Sorted {
  /** By region, the region whose cell it belongs to; a region that is in neither map has been left out. */
  readonly owner: Map<number, number>
  readonly outcomes: Map<number, Outcome>
  /** Slivers that look for a neighbour. */
  readonly waiting: Region[]
}

function sort(regions: readonly Region[], { community_of }: Rules): Sorted {
  const isLand = ({ community }: Region) => community_of !== null || community !== null
  const main = new Set(mainRegions(regions.filter(isLand)).values())
  const owner = new Map<number, number>()
  const outcomes = new Map<number, Outcome>()
  const waiting: Region[] = []
  for (const region of regions) {
    const { id, rows, within } = region
    if (!isLand(region)) {
      if (rows.length > 0) outcomes.set(id, { kind: 'cut' })
    } else if (main.has(id)) owner.set(id, id)
    else if (within) waiting.push(region)
    else if (rows.length === 0 && community_of) outcomes.set(id, { kind: 'enclave' })
    else {
      owner.set(id, id)
      outcomes.set(id, { kind: rows.length === 1 ? 'apart' : 'open' })
    }
  }
  return { owner, outcomes, waiting }
}

/** By row, the largest region that is its alone. */
function mainRegions(regions: readonly Region[]): Map<number, number> {
  const largest = new Map<number, Region>()
  for (const region of regions) {
    if (region.rows.length !== 1) continue
    const row = region.rows[0]!
    const other = largest.get(row)
    if (!other || other.area_m2 < region.area_m2) largest.set(row, region)
  }
  return new Map([...largest].map(([row, { id }]) => [row, id]))
}

/** In rounds, since a sliver may touch nothing but other slivers. What nobody touches stays as it is. */
function giveAway(
  waiting: readonly Region[],
  regions: readonly Region[],
  borders: Borders,
  owner: Map<number, number>,
  outcomes: Map<number, Outcome>,
): void {
  const byId = new Map(regions.map((region) => [region.id, region]))
  let left = waiting
  while (left.length > 0) {
    const given = left.flatMap((region) => {
      const to = receiverOf(region, byId, borders, owner)
      return to === undefined ? [] : [{ region, to }]
    })
    for (const { region, to } of given) {
      owner.set(region.id, to)
      const { rows } = byId.get(to)!
      outcomes.set(region.id, { kind: 'given', to: rows.length === 1 ? rows[0]! : null })
    }
    if (given.length === 0) break
    left = left.filter(({ id }) => !owner.has(id))
  }
  for (const { id, rows } of left) {
    owner.set(id, id)
    outcomes.set(id, { kind: rows.length === 1 ? 'apart' : 'open' })
  }
}

/** A neighbour in the same community: of an overlap first one of those that claim it, then any row's land, then the longest border. */
function receiverOf(
  { id, rows, community }: Region,
  regions: ReadonlyMap<number, Region>,
  borders: Borders,
  owner: ReadonlyMap<number, number>,
): number | undefined {
  const lengths = new Map<number, number>()
  for (const [other, length] of borders.get(id) ?? []) {
    const target = owner.get(other)
    if (target === undefined || regions.get(target)!.community !== community) continue
    lengths.set(target, (lengths.get(target) ?? 0) + length)
  }
  const rank = (target: number) => {
    const claimed = regions.get(target)!.rows
    if (claimed.length !== 1) return 0
    return rows.includes(claimed[0]!) ? 2 : 1
  }
  const [best] = [...lengths].sort(([a, ofA], [b, ofB]) => rank(b) - rank(a) || ofB - ofA || a - b)
  return best?.[0]
}

function cellsOf(
  pieces: readonly Piece[],
  faces: readonly Face[],
  regions: readonly Region[],
  borders: Borders,
  owner: ReadonlyMap<number, number>,
  { community_of }: Rules,
): SettledCell[] {
  const parts = new Map<number, Face[]>()
  for (const [index, { region }] of pieces.entries()) {
    const target = owner.get(region)
    if (target === undefined) continue
    const there = parts.get(target)
    if (there) there.push(faces[index]!)
    else parts.set(target, [faces[index]!])
  }
  const byId = new Map(regions.map((region) => [region.id, region]))
  const rowOf = ({ rows }: Region) => (rows.length === 1 ? rows[0]! : null)
  // Land that several rows claim lies in a community of one of them.
  const stated = (region: Region): string | null => {
    const row = rowOf(region) ?? neighbourRow(region.id, byId, borders)
    return row === null ? null : community_of!(row)
  }
  return [...parts].flatMap(([target, own]) => {
    const region = byId.get(target)!
    const community = community_of ? stated(region) : region.community
    return dissolve(own).map((rings) => ({ row: rowOf(region), community, rings }))
  })
}

function neighbourRow(id: number, regions: ReadonlyMap<number, Region>, borders: Borders): number | null {
  const beside = [...(borders.get(id) ?? [])].filter(([other]) => regions.get(other)!.rows.length === 1)
  const [longest] = beside.sort(([a, ofA], [b, ofB]) => ofB - ofA || a - b)
  return longest ? regions.get(longest[0])!.rows[0]! : null
}
