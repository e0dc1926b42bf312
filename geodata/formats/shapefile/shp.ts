/** The geometry of a Shapefile, after the ESRI Shapefile Technical Description (1998). Heights and measures are not read. */
import { type FileGeometry, FormatError } from '../format.ts'
import { type Position, polygonOf, type Ring } from './rings.ts'

const HEADER_BYTES = 100
const FILE_CODE = 9994

/** One entry per record: null where it has no shape, undefined where the shape can't be read. */
export function readShp(bytes: Uint8Array): (FileGeometry | null | undefined)[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < HEADER_BYTES || view.getInt32(0) !== FILE_CODE) throw damaged(0)
  const end = view.getInt32(24) * 2
  if (end > bytes.length) throw damaged(bytes.length)
  const shapes: (FileGeometry | null | undefined)[] = []
  let at = HEADER_BYTES
  while (at < end) {
    if (at + 12 > end) throw damaged(at)
    const length = view.getInt32(at + 4) * 2
    const start = at + 8
    if (length < 4 || start + length > end) throw damaged(at)
    shapes.push(readShape(new DataView(bytes.buffer, bytes.byteOffset + start, length)))
    at = start + length
  }
  return shapes
}

const damaged = (position: number) => new FormatError('shapefile_damaged', { file: '.shp', position })

function readShape(record: DataView): FileGeometry | null | undefined {
  const type = record.getInt32(0, true)
  if (type === 0) return null
  // A multipatch (31) is a surface in space, not an area.
  if (type > 28) return undefined
  try {
    // 11–18 are the same with heights, 21–28 with measures, which follow behind.
    switch (type % 10) {
      case 1:
        return { type: 'Point', coordinates: position(record, 4) }
      case 3:
        return { type: 'MultiLineString', coordinates: parts(record) }
      case 5:
        return polygonOf(parts(record))
      case 8:
        return { type: 'MultiPoint', coordinates: positions(record, 40, record.getInt32(36, true)) }
      default:
        return undefined
    }
  } catch (error) {
    // Reading past the record's end: its counts are wrong.
    if (error instanceof RangeError) return undefined
    throw error
  }
}

const position = (record: DataView, at: number): Position => [record.getFloat64(at, true), record.getFloat64(at + 8, true)]

function positions(record: DataView, at: number, count: number): Position[] {
  if (count < 0 || at + count * 16 > record.byteLength) throw new RangeError('more points than the record has room for')
  return Array.from({ length: count }, (_, index) => position(record, at + index * 16))
}

/** Lines and rings: box (32 bytes), number of parts and of points, first point of each part, points. */
function parts(record: DataView): Ring[] {
  const partCount = record.getInt32(36, true)
  const pointCount = record.getInt32(40, true)
  if (partCount < 0 || 44 + partCount * 4 > record.byteLength) throw new RangeError('more parts than the record has room for')
  const all = positions(record, 44 + partCount * 4, pointCount)
  const starts = Array.from({ length: partCount }, (_, index) => record.getInt32(44 + index * 4, true))
  return starts.map((start, index) => {
    const end = starts[index + 1] ?? pointCount
    if (start < 0 || end < start || end > pointCount) throw new RangeError('parts out of order')
    return all.slice(start, end)
  })
}
