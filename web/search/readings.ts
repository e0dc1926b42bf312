/** The ways in which a text can be meant as a place: each with the system that it is read in. */
import { fromGaussKruger } from '#geodata/crs/gauss_kruger.ts'
import { fromBd09, fromGcj02 } from '#geodata/crs/offset_maps.ts'
import type { Position } from '../api/types.ts'
import { readCoordinates } from './coordinates.ts'

export type CoordinateSystemRead =
  | { readonly kind: 'degrees' }
  /** What a map service shows, and how many metres that is off. */
  | { readonly kind: 'gcj02' | 'bd09'; readonly shift_m: number }
  /** CGCS2000 in metres: `zone` where the easting begins with its number, else the meridian that is taken to be meant. */
  | { readonly kind: 'gauss_kruger'; readonly width: 3 | 6; readonly zone?: number; readonly meridian: number }

export interface Reading {
  readonly position: Position
  readonly system: CoordinateSystemRead
}

/**
 * @param near where the map looks: an easting of six digits doesn't say its zone, and is taken for the one there
 * @returns the likeliest first; none where the text is no pair of coordinates
 */
export function readPlaces(text: string, near: Position | null): Reading[] {
  const metres = readMetres(text, near)
  if (metres.length > 0) return metres
  const degrees = readCoordinates(text)
  if (!degrees) return []
  const own: Reading = { position: degrees, system: { kind: 'degrees' } }
  const [gcj02, bd09] = [fromGcj02(degrees), fromBd09(degrees)]
  // Outside China map services show what everybody shows.
  if (gcj02[0] === degrees[0] && gcj02[1] === degrees[1]) return [own]
  const shifted = (kind: 'gcj02' | 'bd09', position: Position): Reading => ({
    position,
    system: { kind, shift_m: Math.round(metresBetween(degrees, position)) },
  })
  return [own, shifted('gcj02', gcj02), shifted('bd09', bd09)]
}

const NUMBER = String.raw`(\d{6,8}(?:\.\d+)?)`
const PAIR = new RegExp(String.raw`^[XYxy=:\s]*${NUMBER}\s*[,，、\s]\s*[XYxy=:\s]*${NUMBER}\s*$`)

/** The official order is X (north, seven digits) before Y (east); either is understood. */
function readMetres(text: string, near: Position | null): Reading[] {
  const [, first, second] = PAIR.exec(text.trim()) ?? []
  if (first === undefined || second === undefined) return []
  const [one, other] = [Number(first), Number(second)]
  const readings = [
    [one, other],
    [other, one],
  ].flatMap(([northing, easting]) => (isNorthing(northing!) ? readEasting(northing!, easting!, near) : []))
  return readings.filter(
    ({ position: [longitude, latitude] }) => longitude > 70 && longitude < 140 && latitude > 3 && latitude < 56,
  )
}

/** China lies between 3 and 54 degrees north. */
const isNorthing = (value: number): boolean => value >= 330_000 && value < 6_100_000

/** 350 km to either side of the meridian, whose easting is 500 km. */
const [LEAST_EASTING, GREATEST_EASTING] = [150_000, 850_000]

function readEasting(northing: number, easting: number, near: Position | null): Reading[] {
  const zone = Math.floor(easting / 1e6)
  const own = easting - zone * 1e6
  const at = (meridian: number, width: 3 | 6, number?: number): Reading => ({
    position: fromGaussKruger([own, northing], meridian),
    system: { kind: 'gauss_kruger', width, meridian, ...(number !== undefined && { zone: number }) },
  })
  if (zone >= 25 && zone <= 45) return [at(zone * 3, 3, zone)]
  if (zone >= 13 && zone <= 23) return [at(zone * 6 - 3, 6, zone)]
  if (easting < LEAST_EASTING || easting > GREATEST_EASTING || !near) return []
  return [at(Math.round(near[0] / 3) * 3, 3)]
}

function metresBetween([lonA, latA]: Position, [lonB, latB]: Position): number {
  const scale = 111_195
  return Math.hypot((lonB - lonA) * Math.cos((latA * Math.PI) / 180), latB - latA) * scale
}
