/** Reads a file of geodata: unpacks it (gzip), finds out what it is (content first, then name) and hands it to its format. */
import { type CoordinateSystem, DEGREES } from './coordinate_system.ts'
import { type FileContents, FormatError } from './format.ts'
import { readGeojson } from './geojson.ts'
import { gunzip, isGzip } from './gzip.ts'
import { readShapefile } from './shapefile/shapefile.ts'

export { type CoordinateSystem, coordinateSystemOf } from './coordinate_system.ts'
export * from './format.ts'

/** What a format answers: without a coordinate system where the file states none. */
export interface FormatReading extends Omit<FileContents, 'coordinateSystem'> {
  readonly coordinateSystem: CoordinateSystem | undefined
  /** The format's standard says what counts then. */
  readonly usual?: CoordinateSystem
}

/** `declared` is what the user says about the coordinates; it counts more than what the file says. Throws a FormatError. */
export function readFile(fileName: string, packed: Uint8Array, declared?: CoordinateSystem): FileContents {
  const bytes = isGzip(packed) ? gunzip(packed) : packed
  if (bytes.length === 0) throw new FormatError('empty_file')
  const { usual, ...reading } = formatOf(fileName, bytes)(bytes, declared)
  const { coordinateSystem: stated, findings } = reading
  if (declared && stated && declared.projection?.proj !== stated.projection?.proj) {
    const finding = { code: 'coordinate_system_overridden', detail: { file: stated.name, user: declared.name } } as const
    return { ...reading, coordinateSystem: declared, findings: [...findings, finding] }
  }
  const coordinateSystem = declared ?? stated ?? usual
  if (coordinateSystem) return { ...reading, coordinateSystem }
  return { ...reading, coordinateSystem: DEGREES, findings: [...findings, { code: 'coordinate_system_not_stated' }] }
}

function formatOf(fileName: string, bytes: Uint8Array): (bytes: Uint8Array, declared?: CoordinateSystem) => FormatReading {
  if (isZip(bytes)) return readShapefile
  const name = fileName.toLowerCase().replace(/\.gz$/, '')
  if (name.endsWith('.zip')) throw new FormatError('zip_damaged', { position: 0 })
  if (startsLikeJson(bytes) || /\.(geo)?json$/.test(name)) return readGeojson
  throw new FormatError('unknown_format', { file: fileName })
}

/** An empty archive has nothing but its end record. */
const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && ((bytes[2] === 3 && bytes[3] === 4) || (bytes[2] === 5 && bytes[3] === 6))

/** After a byte order mark and white space, an object begins. */
function startsLikeJson(bytes: Uint8Array): boolean {
  let at = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0
  while (at < bytes.length && [0x20, 0x09, 0x0a, 0x0d].includes(bytes[at]!)) at++
  return bytes[at] === 0x7b
}
