/** Writes a Shapefile of polygons: ESRI Shapefile Technical Description (1998), table in dBASE III with UTF-8 and its .cpg. */
import type { OutColumn, OutPolygons, OutTable, OutValue } from '../table.ts'

// WHATWG Encoding: browsers and Node have it, the language's own types do not.
declare const TextEncoder: new () => { encode(text: string): Uint8Array }

const POLYGON = 5
const HEADER_BYTES = 100

/** CGCS2000 in degrees, ESRI's dialect of WKT 1. */
const PRJ =
  'GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000",SPHEROID["CGCS2000",6378137.0,298.257222101]],' +
  'PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]'

/** The files of one Shapefile, by name. Features without polygons are left out: the format has no table without shapes. */
export function writeShapefile(table: OutTable): Record<string, Uint8Array> {
  const features = table.features.filter(({ polygons }) => polygons !== null && polygons.length > 0)
  const records = features.map(({ polygons }) => polygonRecord(polygons!))
  const box = boxOf(features.map(({ polygons }) => polygons!))
  const encoder = new TextEncoder()
  return {
    [`${table.name}.shp`]: joined(records, box),
    [`${table.name}.shx`]: indexOf(records, box),
    [`${table.name}.dbf`]: writeDbf(
      table.columns,
      features.map(({ values }) => values),
    ),
    [`${table.name}.prj`]: encoder.encode(PRJ),
    [`${table.name}.cpg`]: encoder.encode('UTF-8'),
  }
}

type Position = readonly [number, number]
type Box = readonly [number, number, number, number]

function boxOf(all: readonly OutPolygons[]): Box {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const polygons of all)
    for (const ring of polygons.flat())
      for (const [x, y] of ring) {
        box[0] = Math.min(box[0], x)
        box[1] = Math.min(box[1], y)
        box[2] = Math.max(box[2], x)
        box[3] = Math.max(box[3], y)
      }
  return box[0] === Infinity ? [0, 0, 0, 0] : box
}

const isClockwise = (ring: readonly Position[]): boolean =>
  ring.reduce((sum, [x, y], index) => {
    const [nextX, nextY] = ring[(index + 1) % ring.length]!
    return sum + (nextX - x) * (nextY + y - 2 * ring[0]![1])
  }, 0) > 0

/** Outer rings run clockwise there, holes the other way. */
function polygonRecord(polygons: OutPolygons): Uint8Array {
  const rings = polygons.flatMap((polygon) =>
    polygon.map((ring, index) => (isClockwise(ring) === (index === 0) ? ring : ring.toReversed())),
  )
  const points = rings.reduce((sum, ring) => sum + ring.length, 0)
  const bytes = new Uint8Array(44 + 4 * rings.length + 16 * points)
  const view = new DataView(bytes.buffer)
  view.setInt32(0, POLYGON, true)
  boxOf([polygons]).forEach((value, index) => {
    view.setFloat64(4 + 8 * index, value, true)
  })
  view.setInt32(36, rings.length, true)
  view.setInt32(40, points, true)
  let first = 0
  let at = 44 + 4 * rings.length
  for (const [index, ring] of rings.entries()) {
    view.setInt32(44 + 4 * index, first, true)
    first += ring.length
    for (const [x, y] of ring) {
      view.setFloat64(at, x, true)
      view.setFloat64(at + 8, y, true)
      at += 16
    }
  }
  return bytes
}

function header(bytes: Uint8Array, [west, south, east, north]: Box): void {
  const view = new DataView(bytes.buffer)
  view.setInt32(0, 9994)
  view.setInt32(24, bytes.length / 2)
  view.setInt32(28, 1000, true)
  view.setInt32(32, POLYGON, true)
  for (const [index, value] of [west, south, east, north].entries()) view.setFloat64(36 + 8 * index, value, true)
}

/** Records behind each other, each with its number and its length in words of two bytes. */
function joined(records: readonly Uint8Array[], box: Box): Uint8Array {
  const total = records.reduce((sum, record) => sum + 8 + record.length, HEADER_BYTES)
  const bytes = new Uint8Array(total)
  const view = new DataView(bytes.buffer)
  header(bytes, box)
  let at = HEADER_BYTES
  for (const [index, record] of records.entries()) {
    view.setInt32(at, index + 1)
    view.setInt32(at + 4, record.length / 2)
    bytes.set(record, at + 8)
    at += 8 + record.length
  }
  return bytes
}

function indexOf(records: readonly Uint8Array[], box: Box): Uint8Array {
  const bytes = new Uint8Array(HEADER_BYTES + 8 * records.length)
  const view = new DataView(bytes.buffer)
  header(bytes, box)
  let at = HEADER_BYTES
  for (const [index, record] of records.entries()) {
    view.setInt32(HEADER_BYTES + 8 * index, at / 2)
    view.setInt32(HEADER_BYTES + 8 * index + 4, record.length / 2)
    at += 8 + record.length
  }
  return bytes
}

const MOST_BYTES = 254
const WIDTHS = { integer: 11, number: 19 } as const
const DECIMALS = 3

function writeDbf(columns: readonly OutColumn[], rows: readonly (readonly OutValue[])[]): Uint8Array {
  const encoder = new TextEncoder()
  const cells = rows.map((values) => values.map((value, index) => encoder.encode(cellText(value, columns[index]!))))
  const widths = columns.map(({ type }, index) =>
    type === 'text' ? Math.min(MOST_BYTES, Math.max(1, ...cells.map((row) => row[index]!.length))) : WIDTHS[type],
  )
  const headerBytes = 32 + 32 * columns.length + 1
  const rowBytes = widths.reduce((sum, width) => sum + width, 1)
  const bytes = new Uint8Array(headerBytes + rowBytes * rows.length + 1).fill(0x20, headerBytes)
  const view = new DataView(bytes.buffer)
  // Version, and the day of the last change, which the format wants and nobody needs.
  bytes.set([0x03, 100, 1, 1])
  view.setUint32(4, rows.length, true)
  view.setUint16(8, headerBytes, true)
  view.setUint16(10, rowBytes, true)
  for (const [index, { name, type }] of columns.entries()) {
    const at = 32 + 32 * index
    bytes.set(encoder.encode(name).subarray(0, 10), at)
    bytes[at + 11] = (type === 'text' ? 'C' : 'N').charCodeAt(0)
    bytes[at + 16] = widths[index]!
    bytes[at + 17] = type === 'number' ? DECIMALS : 0
  }
  bytes[headerBytes - 1] = 0x0d
  for (const [row, values] of cells.entries()) {
    let at = headerBytes + row * rowBytes + 1
    for (const [index, cell] of values.entries()) {
      const width = widths[index]!
      const fitting = wholeCharacters(cell, width)
      bytes.set(fitting, columns[index]!.type === 'text' ? at : at + width - fitting.length)
      at += width
    }
  }
  bytes[bytes.length - 1] = 0x1a
  return bytes
}

const cellText = (value: OutValue, { type }: OutColumn): string =>
  value === null ? '' : type === 'number' ? Number(value).toFixed(DECIMALS) : String(value)

/** A column of bytes may cut a text, never a character. */
function wholeCharacters(bytes: Uint8Array, width: number): Uint8Array {
  if (bytes.length <= width) return bytes
  let end = width
  while (end > 0 && (bytes[end]! & 0xc0) === 0x80) end--
  return bytes.subarray(0, end)
}
