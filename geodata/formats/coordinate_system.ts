/** Which coordinate systems can come in, and what PROJ has to be told about them. */

export interface CoordinateSystem {
  /** As people write it: `EPSG:4526`, or the name in a .prj. */
  readonly name: string
  /** How to turn the file's numbers into degrees; left out where they are longitude and latitude already. */
  readonly projection?: Projection
}

export interface Projection {
  /** A PROJ string. Both databases get the same text, so they calculate the same. */
  readonly proj: string
  /** Where coordinates can lie at all, in the projection's units: minimum x, minimum y, maximum x, maximum y. */
  readonly bounds: readonly [number, number, number, number]
}

export const DEGREES: CoordinateSystem = { name: 'EPSG:4326' }

/** Datums that differ by decimetres, a metre at the most, and are treated as equal here: by EPSG code of their degrees. */
const DEGREE_CODES = new Set([4326, 4490, 4258, 4269])

/** The name of a GeoJSON `crs` member or of `--crs`; undefined when it isn't known. */
export function coordinateSystemOf(name: string): CoordinateSystem | undefined {
  const text = name.trim()
  if (
    /^(urn:ogc:def:crs:OGC:(1\.3|2)?:CRS84|(https?:\/\/www\.opengis\.net\/def\/crs\/)?OGC[/:]1\.3[/:]CRS84|OGC:CRS84|CRS84)$/i.test(
      text,
    )
  ) {
    return { name: 'OGC:CRS84' }
  }
  const code = /^(?:urn:ogc:def:crs:EPSG:[\d.]*:|https?:\/\/www\.opengis\.net\/def\/crs\/EPSG\/[\d.]+\/|EPSG:)(\d{4,6})$/i.exec(
    text,
  )
  return code ? fromEpsg(Number(code[1])) : undefined
}

export function fromEpsg(code: number): CoordinateSystem | undefined {
  const name = `EPSG:${code}`
  if (DEGREE_CODES.has(code)) return { name }
  const projection = epsgProjection(code)
  return projection && { name, projection }
}

/** 4513–4554 are the 3° zones of CGCS2000, 4491–4512 the 6° zones; the first half of each has the zone before the easting. */
function epsgProjection(code: number): Projection | undefined {
  if (code === 3857) return webMercator
  if (code >= 4513 && code <= 4533)
    return gaussKruger({ meridian: (code - 4513 + 25) * 3, falseEasting: (code - 4513 + 25) * 1e6 + 5e5 })
  if (code >= 4534 && code <= 4554) return gaussKruger({ meridian: (code - 4534 + 25) * 3 })
  if (code >= 4491 && code <= 4501)
    return gaussKruger({ meridian: (code - 4491 + 13) * 6 - 3, falseEasting: (code - 4491 + 13) * 1e6 + 5e5 })
  if (code >= 4502 && code <= 4512) return gaussKruger({ meridian: (code - 4502 + 13) * 6 - 3 })
  if (code > 32600 && code <= 32660) return utm((code - 32600) * 6 - 183, 0)
  if (code > 32700 && code <= 32760) return utm((code - 32700) * 6 - 183, 1e7)
  return undefined
}

const webMercator: Projection = {
  proj: '+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1 +units=m +nadgrids=@null +no_defs',
  bounds: [-20037508.35, -20037508.35, 20037508.35, 20037508.35],
}

const utm = (meridian: number, falseNorthing: number): Projection =>
  transverseMercator({ meridian, falseEasting: 5e5, falseNorthing, scale: 0.9996, latitude: 0, ellipsoid: 'WGS84' })

const gaussKruger = ({ meridian, falseEasting = 5e5 }: { meridian: number; falseEasting?: number }): Projection =>
  transverseMercator({ meridian, falseEasting, falseNorthing: 0, scale: 1, latitude: 0, ellipsoid: 'GRS80' })

export interface TransverseMercator {
  /** Degrees. */
  readonly meridian: number
  readonly latitude: number
  /** Metres. */
  readonly falseEasting: number
  readonly falseNorthing: number
  readonly scale: number
  readonly ellipsoid: 'GRS80' | 'WGS84'
}

/** Farther than this from the middle of its zone nobody uses the projection, and an easting without its zone number is caught. */
const HALF_WIDTH_M = 3_000_000
const HALF_HEIGHT_M = 10_100_000

export function transverseMercator(the: TransverseMercator): Projection {
  const { meridian, latitude, falseEasting: x, falseNorthing: y, scale, ellipsoid } = the
  return {
    proj: `+proj=tmerc +lat_0=${latitude} +lon_0=${meridian} +k=${scale} +x_0=${x} +y_0=${y} +ellps=${ellipsoid} +units=m +no_defs`,
    bounds: [x - HALF_WIDTH_M, y - HALF_HEIGHT_M, x + HALF_WIDTH_M, y + HALF_HEIGHT_M],
  }
}

export { webMercator }
