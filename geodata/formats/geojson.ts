/** GeoJSON (RFC 7946), and the `crs` member that its first edition of 2008 had. */
import { type CoordinateSystem, coordinateSystemOf } from './coordinate_system.ts'
import { type FileFeature, type FileGeometry, type Finding, FormatError } from './format.ts'
import type { FormatReading } from './index.ts'
import { jsonFault } from './json_fault.ts'
import { decodeStrictly } from './text.ts'

const GEOMETRY_TYPES = new Set([
  'Point',
  'MultiPoint',
  'LineString',
  'MultiLineString',
  'Polygon',
  'MultiPolygon',
  'GeometryCollection',
])

/** RFC 7946, 4: every file without a `crs` member is in WGS 84. */
const CRS84: CoordinateSystem = { name: 'OGC:CRS84' }

export function readGeojson(bytes: Uint8Array, declared?: CoordinateSystem): FormatReading {
  const findings: Finding[] = []
  const root = parse(decode(bytes, findings))
  if (!isObject(root)) throw new FormatError('not_geojson', { found: typeName(root) })
  // What the user declares must also open a file whose own statement nobody can make sense of.
  const coordinateSystem = declared && !readsWell(root.crs) ? undefined : statedSystem(root.crs)
  return { coordinateSystem, usual: CRS84, features: features(root), findings }
}

function decode(bytes: Uint8Array, findings: Finding[]): string {
  const text = decodeStrictly(bytes, 'utf-8')
  if (text !== undefined) return text
  const chinese = decodeStrictly(bytes, 'gb18030')
  if (chinese === undefined) throw new FormatError('text_unreadable')
  findings.push({ code: 'read_as_gb18030' })
  return chinese
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    const position = jsonFault(text)
    const before = text.slice(0, position)
    const line = before.split('\n').length
    throw new FormatError('not_json', { position, line, column: position - before.lastIndexOf('\n') })
  }
}

function statedSystem(crs: unknown): CoordinateSystem | undefined {
  if (crs === undefined || crs === null) return undefined
  const name = crsName(crs)
  const known = coordinateSystemOf(name)
  if (!known) throw new FormatError('unknown_coordinate_system', { name })
  return known
}

const readsWell = (crs: unknown): boolean => coordinateSystemOf(crsName(crs)) !== undefined

const crsName = (crs: unknown): string =>
  isObject(crs) && isObject(crs.properties) && typeof crs.properties.name === 'string'
    ? crs.properties.name
    : (JSON.stringify(crs) ?? '').slice(0, 100)

function features(root: Record<string, unknown>): FileFeature[] {
  if (root.type === 'FeatureCollection') {
    if (!Array.isArray(root.features)) throw new FormatError('not_geojson', { found: 'FeatureCollection without features' })
    return root.features.map((feature, index) => readFeature(feature, index + 1))
  }
  if (root.type === 'Feature') return [readFeature(root, 1)]
  if (isGeometry(root)) return [{ row: 1, geometry: root, properties: {} }]
  throw new FormatError('not_geojson', { found: typeName(root.type) })
}

function readFeature(value: unknown, row: number): FileFeature {
  const broken: FileFeature = { row, geometry: null, properties: {}, trouble: 'not_a_feature' }
  if (!isObject(value) || value.type !== 'Feature') return broken
  const geometry = value.geometry ?? null
  const properties = value.properties ?? {}
  if (!isObject(properties) || !(geometry === null || isGeometry(geometry))) return broken
  return { row, geometry, properties: withId(properties, value.id) }
}

/** A feature's id stands beside its properties; it is kept among them. */
function withId(properties: Record<string, unknown>, id: unknown): Record<string, unknown> {
  if (id === undefined || properties.id === id || properties['@id'] === id) return properties
  return 'id' in properties ? { ...properties, 'feature id': id } : { ...properties, id }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isGeometry = (value: unknown): value is FileGeometry & Record<string, unknown> =>
  isObject(value) && typeof value.type === 'string' && GEOMETRY_TYPES.has(value.type)

const typeName = (value: unknown): string =>
  typeof value === 'string' ? value.slice(0, 100) : Array.isArray(value) ? 'array' : value === null ? 'null' : typeof value
