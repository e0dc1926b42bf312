// Shapefiles built byte by byte, so that each can have exactly the trouble that its test is about.
import { strToU8, zipSync } from 'fflate'

export type Ring = readonly (readonly [number, number])[]

/** Text as bytes: a string is ASCII, and GBK or UTF-8 comes as the bytes themselves. */
export type Text = string | Uint8Array

export interface Column {
  readonly name: Text
  readonly type: 'C' | 'N' | 'D' | 'L' | 'M'
  readonly length: number
  readonly decimals?: number
}

export const POINT = 1
export const POINT_Z = 11
export const LINE = 3
export const POLYGON = 5
export const MULTIPATCH = 31

const bytesOf = (text: Text): Uint8Array => (typeof text === 'string' ? strToU8(text) : text)

/** `contents` of the records, each beginning with its shape type. */
export function shp(type: number, contents: readonly Uint8Array[]): Uint8Array {
  const length = 100 + contents.reduce((sum, content) => sum + 8 + content.length, 0)
  const bytes = new Uint8Array(length)
  const view = new DataView(bytes.buffer)
  view.setInt32(0, 9994)
  view.setInt32(24, length / 2)
  view.setInt32(28, 1000, true)
  view.setInt32(32, type, true)
  let at = 100
  for (const [index, content] of contents.entries()) {
    view.setInt32(at, index + 1)
    view.setInt32(at + 4, content.length / 2)
    bytes.set(content, at + 8)
    at += 8 + content.length
  }
  return bytes
}

/** Little-endian integers, then doubles. */
function record(
  integers: readonly number[],
  box: readonly number[],
  more: readonly number[],
  doubles: readonly number[],
): Uint8Array {
  const view = new DataView(new ArrayBuffer(integers.length * 4 + box.length * 8 + more.length * 4 + doubles.length * 8))
  let at = 0
  const integer = (value: number) => {
    view.setInt32(at, value, true)
    at += 4
  }
  const double = (value: number) => {
    view.setFloat64(at, value, true)
    at += 8
  }
  integers.forEach(integer)
  box.forEach(double)
  more.forEach(integer)
  doubles.forEach(double)
  return new Uint8Array(view.buffer)
}

export const nullShape = (): Uint8Array => record([0], [], [], [])
export const point = (x: number, y: number): Uint8Array => record([POINT], [], [], [x, y])
export const pointZ = (x: number, y: number, z: number, m: number): Uint8Array => record([POINT_Z], [], [], [x, y, z, m])

/** Lines or rings. */
export function parts(type: number, rings: readonly Ring[]): Uint8Array {
  const starts = rings.map((_, index) => rings.slice(0, index).reduce((sum, ring) => sum + ring.length, 0))
  const points = rings.flat(2)
  return record([type], [0, 0, 0, 0], [rings.length, points.length / 2, ...starts], points)
}

export function dbf(
  columns: readonly Column[],
  rows: readonly (readonly Text[])[],
  options: { languageDriver?: number; deleted?: number[] } = {},
): Uint8Array {
  const headerLength = 32 + columns.length * 32 + 1
  const rowLength = 1 + columns.reduce((sum, { length }) => sum + length, 0)
  const bytes = new Uint8Array(headerLength + rows.length * rowLength + 1).fill(0x20)
  bytes.fill(0, 0, headerLength)
  const view = new DataView(bytes.buffer)
  view.setUint8(0, 3)
  view.setUint32(4, rows.length, true)
  view.setUint16(8, headerLength, true)
  view.setUint16(10, rowLength, true)
  view.setUint8(29, options.languageDriver ?? 0)
  for (const [index, { name, type, length, decimals = 0 }] of columns.entries()) {
    const at = 32 + index * 32
    bytes.set(bytesOf(name).subarray(0, 10), at)
    view.setUint8(at + 11, type.charCodeAt(0))
    view.setUint8(at + 16, length)
    view.setUint8(at + 17, decimals)
  }
  bytes[headerLength - 1] = 0x0d
  for (const [index, row] of rows.entries()) {
    let at = headerLength + index * rowLength
    bytes[at++] = options.deleted?.includes(index) ? 0x2a : 0x20
    for (const [column, { length }] of columns.entries()) {
      bytes.set(bytesOf(row[column]!).subarray(0, length), at)
      at += length
    }
  }
  bytes[bytes.length - 1] = 0x1a
  return bytes
}

export const zip = (files: Readonly<Record<string, Text>>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, content]) => [name, bytesOf(content)])))

export const NAME_COLUMN: Column = { name: 'NAME', type: 'C', length: 20 }

/** A layer of one point with one column. */
export const onePoint = (text: Text = 'A', more: Readonly<Record<string, Text>> = {}): Uint8Array =>
  zip({ 'one.shp': shp(POINT, [point(114, 22)]), 'one.dbf': dbf([NAME_COLUMN], [[text]]), ...more })

export const WGS84_PRJ =
  'GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137,298.257223563]],PRIMEM["Greenwich",0],UNIT["Degree",0.0174532925199433]]'

export const GAUSS_KRUGER_PRJ =
  'PROJCS["CGCS2000_3_Degree_GK_Zone_38",GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000",SPHEROID["CGCS2000",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Gauss_Kruger"],PARAMETER["False_Easting",38500000.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",114.0],PARAMETER["Scale_Factor",1.0],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]'

export const XIAN_1980_PRJ =
  'GEOGCS["GCS_Xian_1980",DATUM["D_Xian_1980",SPHEROID["Xian_1980",6378140.0,298.257]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]'

/** 编号, 人民路 and 单元网格编码 in GBK; the last is two characters too long for a column's name. */
export const GBK = {
  number: Uint8Array.of(0xb1, 0xe0, 0xba, 0xc5),
  road: Uint8Array.of(0xc8, 0xcb, 0xc3, 0xf1, 0xc2, 0xb7),
  cellCode: Uint8Array.of(0xb5, 0xa5, 0xd4, 0xaa, 0xcd, 0xf8, 0xb8, 0xf1, 0xb1, 0xe0, 0xc2, 0xeb),
} as const
