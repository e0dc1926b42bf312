/** A zipped Shapefile: geometry (.shp), table (.dbf), code page (.cpg) and coordinate system (.prj) put together row by row. */
import { unzipSync } from 'fflate'
import type { CoordinateSystem } from '../coordinate_system.ts'
import { type FileFeature, type FileGeometry, type Finding, FormatError } from '../format.ts'
import type { FormatReading } from '../index.ts'
import { decodeStrictly } from '../text.ts'
import { readDbf, type Table } from './dbf.ts'
import { fromPrj } from './prj.ts'
import { readShp } from './shp.ts'

/** The table's format has room for ten bytes of a column's name. */
const NAME_BYTES = 10

export function readShapefile(zip: Uint8Array, declared?: CoordinateSystem): FormatReading {
  const parts = unpack(zip)
  const findings: Finding[] = []
  const shapes = readShp(parts.shp)
  const table = parts.dbf && readDbf(parts.dbf, latin(parts.cpg), findings)
  if (!table) findings.push({ code: 'no_table' })
  if (table && table.rows.length !== shapes.length) {
    throw new FormatError('row_counts_differ', { shapes: shapes.length, rows: table.rows.length })
  }
  return {
    coordinateSystem: stated(parts.prj, declared),
    features: join(shapes, table, findings),
    findings,
    namesCutAt: NAME_BYTES,
  }
}

type Parts = { shp: Uint8Array } & { [extension in 'dbf' | 'cpg' | 'prj']?: Uint8Array | undefined }

function unpack(zip: Uint8Array): Parts {
  const files = unzip(zip)
  const shapes = [...files.keys()].filter((name) => name.endsWith('.shp'))
  const [first] = shapes
  if (first === undefined) throw new FormatError('zip_without_shapefile', { files: [...files.keys()].slice(0, 20) })
  if (shapes.length > 1) throw new FormatError('zip_with_several_shapefiles', { files: shapes.slice(0, 20) })
  const part = (extension: string) => files.get(first.replace(/shp$/, extension))
  return { shp: part('shp')!, dbf: part('dbf'), cpg: part('cpg'), prj: part('prj') }
}

/** Without what macOS adds. Names in lower case, because some writers use capitals for some parts only. */
function unzip(zip: Uint8Array): Map<string, Uint8Array> {
  const isJunk = (name: string) => /(^|\/)(__MACOSX\/|\._)/.test(name) || name.endsWith('/')
  try {
    const files = unzipSync(zip, { filter: ({ name }) => !isJunk(name) && /\.(shp|dbf|cpg|prj)$/i.test(name) })
    return new Map(Object.entries(files).map(([name, bytes]) => [readableName(name).toLowerCase(), bytes]))
  } catch {
    throw new FormatError('zip_damaged')
  }
}

/** Names are bytes in some code page; fflate hands them on as Latin-1 when the archive doesn't say UTF-8. */
function readableName(name: string): string {
  const codes = Array.from(name, (character) => character.charCodeAt(0))
  if (codes.every((code) => code < 0x80) || codes.some((code) => code > 0xff)) return name
  const bytes = Uint8Array.from(codes)
  return decodeStrictly(bytes, 'utf-8') ?? decodeStrictly(bytes, 'gb18030') ?? name
}

function stated(prj: Uint8Array | undefined, declared: CoordinateSystem | undefined): CoordinateSystem | undefined {
  const text = latin(prj)
  if (text === undefined || text.trim() === '') return undefined
  const known = fromPrj(text)
  if (known || declared) return known
  throw new FormatError('unknown_coordinate_system', { name: /"([^"]*)"/.exec(text)?.[1] ?? text.slice(0, 100) })
}

const latin = (bytes: Uint8Array | undefined): string | undefined => bytes && decodeStrictly(bytes, 'windows-1252')

function join(
  shapes: readonly (FileGeometry | null | undefined)[],
  table: Table | undefined,
  findings: Finding[],
): FileFeature[] {
  const features: FileFeature[] = []
  let deleted = 0
  for (const [index, geometry] of shapes.entries()) {
    const properties = table ? table.rows[index] : {}
    if (properties === null) deleted++
    else {
      const feature = { row: index + 1, geometry: geometry ?? null, properties: properties ?? {} }
      features.push(geometry === undefined ? { ...feature, trouble: 'shape_unreadable' } : feature)
    }
  }
  if (deleted > 0) findings.push({ code: 'deleted_rows', detail: { count: deleted } })
  return features
}
