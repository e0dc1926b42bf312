/** Where cases are found: in the street, on things that are on the map, and along rivers. */

import type { Bank } from '#geodata/cases/records.ts'
import type { Demo, DemoFeature, Position } from '#geodata/county/demo.ts'
import { aside, lengthOf, METRE, rounded, walk } from '#geodata/county/geometry/plane.ts'
import { type Random, randomStream } from '#geodata/county/geometry/random.ts'
import { type CellOfLand, type Land, picker, pointIn } from './land.ts'

/** What is asked of a kind of case to find a place for one. */
export interface KindOfSpot {
  readonly code: string
  readonly subject: string
  readonly layer: string | null
}

export interface SegmentOfSpot {
  readonly code: string
  readonly river_code: string
  readonly chainage_m: number
  readonly bank: Bank
}

export interface Spot {
  /** On the demo's plane. */
  readonly at: Position
  readonly cell: CellOfLand
  /** The thing that it is about; both null where it is none. */
  readonly layer: string | null
  readonly code: string | null
  readonly segment: SegmentOfSpot | null
  readonly place: string
}

type Finder = (random: Random) => Spot | undefined

/** Of garbage that lies about, so much lies beside a bin. */
const AT_A_BIN = 0.6
/** Of the county's sites those whose safety is a case of its own. */
const HAZARDOUS = ['dangerous_goods', 'gas']
const TRIES = 30
/** How much happens at least, compared with a middling segment, on those of a chief who may sign in: some of it is still in hand on any day. */
const TRIED = 12
const AROUND = [
  [4, 0],
  [-4, 0],
  [0, 4],
  [0, -4],
] as const

export function spotsOf(demo: Demo, land: Land): (kind: KindOfSpot, random: Random) => Spot | undefined {
  const street = streetPick(land)
  const known = new Map<string, Finder>()
  const pickOf = (layer: string): Finder => {
    const pick = known.get(layer) ?? layerPick(demo, land, layer)
    known.set(layer, pick)
    return pick
  }
  return ({ code, subject, layer }, random) => {
    const isInStreet = layer === null || (code === 'E0102' && !random.chance(AT_A_BIN))
    const pick = isInStreet ? street : pickOf(subject === 'river' && layer === 'outfalls' ? 'river_outfalls' : layer)
    const found = firstOf(pick, random)
    // Of a river segment a report names the segment; another kind names it as a thing too.
    return found && subject === 'river' && layer === 'river_segments' ? { ...found, layer: null, code: null } : found
  }
}

function firstOf(pick: Finder, random: Random): Spot | undefined {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const found = pick(random)
    if (found) return found
  }
  return undefined
}

/** Another place close by, for what somebody else reports of the same. */
export function besides(spot: Spot, land: Land, random: Random): Spot {
  const at = rounded([spot.at[0] + random.between(-12, 12) * METRE, spot.at[1] + random.between(-12, 12) * METRE])
  return land.cellAt(at) === spot.cell ? { ...spot, at } : spot
}

function streetPick({ cells }: Land): Finder {
  const pick = picker(cells, ({ heat }) => heat)
  return (random) => {
    const cell = pick(random)
    return { at: pointIn(cell, random), cell, layer: null, code: null, segment: null, place: addressIn(cell, random) }
  }
}

const addressIn = ({ addresses, place }: CellOfLand, random: Random): string =>
  addresses.length > 0 ? `${random.pick(addresses)}附近` : `${place.community_name}境内`

function layerPick(demo: Demo, land: Land, layer: string): Finder {
  if (layer === 'river_segments') return segmentPick(demo, land)
  if (layer === 'river_outfalls') return outfallPick(demo, land)
  const objects = (demo.features[layer] ?? []).filter(
    ({ properties }) => layer !== 'key_sites' || HAZARDOUS.includes(String(properties.kind)),
  )
  if (objects.length === 0) return streetPick(land)
  if (layer === 'road_segments') return roadPick(objects, land)
  if (layer === 'parks') return parkPick(objects, land)
  return pointPick(objects, land, layer)
}

function pointPick(objects: readonly DemoFeature[], land: Land, layer: string): Finder {
  const there = objects.flatMap(({ properties, geometry }) => {
    const found = geometry?.type === 'Point' ? standingBy(geometry.coordinates, land) : undefined
    return found ? [{ ...found, code: String(properties.code), name: properties.name ?? properties.address ?? null }] : []
  })
  if (there.length === 0) return streetPick(land)
  const pick = picker(there, ({ cell }) => cell.heat)
  return (random) => {
    const { at, cell, code, name } = pick(random)
    return { at, cell, layer, code, segment: null, place: name === null ? addressIn(cell, random) : String(name) }
  }
}

/** At a thing, or a few metres beside it where it stands on a border. */
function standingBy([x, y]: Position, land: Land): Pick<Spot, 'at' | 'cell'> | undefined {
  for (const [east, north] of [[0, 0], ...AROUND] as const) {
    const at: Position = [x + east * METRE, y + north * METRE]
    const cell = land.cellAt(at)
    if (cell) return { at, cell }
  }
  return undefined
}

function parkPick(parks: readonly DemoFeature[], land: Land): Finder {
  const pick = picker(parks, () => 1)
  return (random) => {
    const { properties, geometry } = pick(random)
    const ring = geometry?.type === 'MultiPolygon' ? random.pick(geometry.coordinates)[0]! : []
    const [a, b] = [random.pick(ring), random.pick(ring)]
    const share = random.between(0.3, 0.7)
    const at = rounded([a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share])
    const cell = land.cellAt(at)
    return cell && { at, cell, layer: 'parks', code: String(properties.code), segment: null, place: String(properties.name) }
  }
}

const partsOf = ({ geometry }: DemoFeature): readonly (readonly Position[])[] =>
  geometry?.type === 'MultiLineString' ? geometry.coordinates : []

/** On the carriageway or beside it: the line itself is a border of cells. */
function roadPick(segments: readonly DemoFeature[], land: Land): Finder {
  const roads = segments.flatMap((segment) => {
    const [line] = partsOf(segment)
    if (!line) return []
    const length = lengthOf(line)
    const { point, direction } = walk(line, length / 2)
    const beside = land.cellAt(rounded(aside(point, direction, 5 * METRE)))
    return [{ line, length, properties: segment.properties, heat: (beside?.heat ?? 0.01) * Math.sqrt(length) }]
  })
  const pick = picker(roads, ({ heat }) => heat)
  return (random) => {
    const { line, length, properties } = pick(random)
    const { point, direction } = walk(line, length * random.next())
    const away = (Number(properties.width_m) / 2) * random.between(0.3, 1.2) * METRE * (random.chance(0.5) ? 1 : -1)
    const at = rounded(aside(point, direction, away))
    const cell = land.cellAt(at)
    const place = properties.name ?? properties.road_name
    return cell && { at, cell, layer: 'road_segments', code: String(properties.code), segment: null, place: String(place) }
  }
}

const kilometre = (metres: number): string =>
  `K${Math.floor(metres / 1000)}+${String(Math.floor(metres % 1000)).padStart(3, '0')}`
const BANK_NAMES = { left: '左岸', right: '右岸', middle: '河道' } as const

function segmentPick({ features, riverSegments, responsibility }: Demo, land: Land): Finder {
  const luck = randomStream('cases: how much happens on which river')
  const own = ofAccounts(responsibility)
  const riverOf = new Map(riverSegments.map(({ river_code, segment_code }) => [segment_code, river_code]))
  const segments = (features.river_segments ?? []).flatMap((segment) => {
    const [line] = partsOf(segment)
    const { code, river_name, chainage_from_m, chainage_to_m } = segment.properties
    const [from, to] = [Number(chainage_from_m), Number(chainage_to_m)]
    const told = { code: String(code), river_code: riverOf.get(String(code))!, river_name: String(river_name) }
    return line
      ? [
          {
            ...told,
            line,
            length: lengthOf(line),
            from,
            to,
            weight: (to - from) * Math.max(luck.lognormal(0.9), own.has(told.code) ? TRIED : 0),
          },
        ]
      : []
  })
  const pick = picker(segments, ({ weight }) => weight)
  return (random) => {
    const { code, river_code, river_name, line, length, from, to } = pick(random)
    const share = random.next()
    const { point, direction } = walk(line, length * share)
    const bank: Bank = random.chance(0.5) ? 'left' : 'right'
    const at = rounded(aside(point, direction, random.between(5, 22) * METRE * (bank === 'left' ? 1 : -1)))
    const cell = land.cellAt(at)
    const chainage_m = Math.round((from + (to - from) * share) * 10) / 10
    const place = `${river_name}${kilometre(chainage_m)}${BANK_NAMES[bank]}`
    return cell && { at, cell, layer: 'river_segments', code, segment: { code, river_code, chainage_m, bank }, place }
  }
}

/** The segments of village chiefs who may sign in: whoever tries the demo as one of them finds something to do. */
function ofAccounts(responsibility: Demo['responsibility']): ReadonlySet<string> {
  const people = new Set(responsibility?.accounts.map(({ person_code }) => person_code))
  const rows = responsibility?.assignments.filter(
    ({ role, person_code }) => role === 'river_chief_village' && people.has(person_code),
  )
  return new Set(rows?.map(({ code }) => code))
}

function outfallPick({ features, riverSegments }: Demo, land: Land): Finder {
  const riverOf = new Map(riverSegments.map(({ river_code, segment_code }) => [segment_code, river_code]))
  const there = (features.outfalls ?? []).flatMap(({ properties, geometry }) => {
    const [chainage_m, bank] = [Number(properties.chainage_m), properties.bank as Bank]
    const segment = (features.river_segments ?? []).find(
      ({ properties: { river_name, chainage_from_m, chainage_to_m } }) =>
        river_name === properties.river_name && Number(chainage_from_m) <= chainage_m && Number(chainage_to_m) >= chainage_m,
    )
    const found = geometry?.type === 'Point' ? standingBy(geometry.coordinates, land) : undefined
    if (!segment || !found) return []
    const code = String(segment.properties.code)
    const spot = { ...found, layer: 'outfalls', code: String(properties.code), place: String(properties.name) }
    return [{ ...spot, segment: { code, river_code: riverOf.get(code)!, chainage_m, bank } }]
  })
  return (random) => (there.length > 0 ? random.pick(there) : undefined)
}
