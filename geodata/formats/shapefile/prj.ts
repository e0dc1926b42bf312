/** The .prj of a Shapefile: WKT 1 in ESRI's dialect. What is not recognised with certainty is not guessed. */
import { type CoordinateSystem, type TransverseMercator, transverseMercator, webMercator } from '../coordinate_system.ts'

/** Within decimetres of CGCS2000, a metre at the most. Beijing 1954 and Xi'an 1980 are not: they are off by up to 150 m. */
const EQUAL_DATUMS =
  /^D?_?(CHINA_2000|CGCS_?2000|CHINA_GEODETIC_COORDINATE_SYSTEM_2000|WGS_?(19)?84|ITRF_?\d*|ETRS_?(19)?89|EUROPEAN_TERRESTRIAL_REFERENCE_SYSTEM_1989|NORTH_AMERICAN(_DATUM)?_1983)$/i

export function fromPrj(wkt: string): CoordinateSystem | undefined {
  const name = /^\s*(?:PROJCS|GEOGCS)\s*\[\s*"([^"]*)"/i.exec(wkt)?.[1]
  const datum = /DATUM\s*\[\s*"([^"]*)"/i.exec(wkt)?.[1]
  if (name === undefined || datum === undefined || !EQUAL_DATUMS.test(datum.replace(/[ -]/g, '_'))) return undefined
  if (!isGreenwichDegrees(wkt)) return undefined
  if (/^\s*GEOGCS/i.test(wkt)) return { name }
  const projection = projectionOf(wkt, datum)
  return projection && { name, projection }
}

function isGreenwichDegrees(wkt: string): boolean {
  const degree = Number(/UNIT\s*\[\s*"degree"\s*,\s*([\d.eE+-]+)/i.exec(wkt)?.[1])
  const meridian = Number(/PRIMEM\s*\[\s*"[^"]*"\s*,\s*([\d.eE+-]+)/i.exec(wkt)?.[1] ?? 0)
  return Math.abs(degree - Math.PI / 180) < 1e-10 && meridian === 0
}

function projectionOf(wkt: string, datum: string) {
  const method = /PROJECTION\s*\[\s*"([^"]*)"/i.exec(wkt)?.[1]?.toLowerCase()
  // The last unit is the one of the coordinates.
  const metre = Number([...wkt.matchAll(/UNIT\s*\[\s*"[^"]*"\s*,\s*([\d.eE+-]+)/gi)].at(-1)?.[1])
  if (metre !== 1) return undefined
  const parameter = (parameterName: string) => {
    const found = new RegExp(`PARAMETER\\s*\\[\\s*"${parameterName}"\\s*,\\s*([\\d.eE+-]+)`, 'i').exec(wkt)
    return found ? Number(found[1]) : undefined
  }
  if (method === 'mercator_auxiliary_sphere' || /EXTENSION\s*\[\s*"PROJ4".*nadgrids=@null/i.test(wkt)) return webMercator
  if (method !== 'transverse_mercator' && method !== 'gauss_kruger') return undefined
  const meridian = parameter('central_meridian')
  if (meridian === undefined) return undefined
  const the: TransverseMercator = {
    meridian,
    latitude: parameter('latitude_of_origin') ?? 0,
    falseEasting: parameter('false_easting') ?? 0,
    falseNorthing: parameter('false_northing') ?? 0,
    scale: parameter('scale_factor') ?? 1,
    ellipsoid: /WGS/i.test(datum) ? 'WGS84' : 'GRS80',
  }
  return transverseMercator(the)
}
