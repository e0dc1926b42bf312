// Photos as cameras make them, and what comes in their place. The pictures are 48 × 32 pixels, red top left, blue bottom right.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const fixture = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(fileURLToPath(new URL(`../fixtures/photos/${name}`, import.meta.url))))

export const PLAIN = { jpeg: fixture('plain.jpg'), png: fixture('plain.png'), webp: fixture('plain.webp') }

/** What must not be found in what is kept. */
export const MAKER = 'SECRETCAM-4711'
export const TAKEN = { time: '2026:03:15 10:20:30', offset: '+08:00', longitude: 113.25, latitude: 35.125 }

const ascii = (text: string) => Buffer.from(text, 'latin1')

/** A block of EXIF, little-endian, with a maker's name, an orientation, a time and a place. */
export function exifBlock(orientation = 1): Buffer {
  const out = Buffer.alloc(400)
  out.write('II*\0', 0, 'latin1')
  out.writeUInt32LE(8, 4)
  let free = 200
  const keep = (bytes: Buffer): number => {
    bytes.copy(out, free)
    free += bytes.length
    return free - bytes.length
  }
  const directory = (
    at: number,
    entries: readonly (readonly [tag: number, type: number, count: number, value: number | Buffer])[],
  ) => {
    out.writeUInt16LE(entries.length, at)
    entries.forEach(([tag, type, count, value], index) => {
      const entry = at + 2 + index * 12
      out.writeUInt16LE(tag, entry)
      out.writeUInt16LE(type, entry + 2)
      out.writeUInt32LE(count, entry + 4)
      if (typeof value === 'number') out.writeUInt32LE(value, entry + 8)
      else if (value.length <= 4) value.copy(out, entry + 8)
      else out.writeUInt32LE(keep(value), entry + 8)
    })
  }
  const angle = (degrees: number) => {
    const bytes = Buffer.alloc(24)
    const minutes = (degrees % 1) * 60
    const parts = [Math.floor(degrees), 1, Math.floor(minutes), 1, Math.round((minutes % 1) * 6000), 100]
    for (const [index, value] of parts.entries()) bytes.writeUInt32LE(value, index * 4)
    return bytes
  }
  const text = (value: string) => ascii(`${value}\0`)
  directory(8, [
    [0x010f, 2, MAKER.length + 1, text(MAKER)],
    [0x0112, 3, 1, orientation],
    [0x8769, 4, 1, 80],
    [0x8825, 4, 1, 120],
  ])
  directory(80, [
    [0x9003, 2, 20, text(TAKEN.time)],
    [0x9011, 2, 7, text(TAKEN.offset)],
  ])
  directory(120, [
    [1, 2, 2, text('N')],
    [2, 5, 3, angle(TAKEN.latitude)],
    [3, 2, 2, text('E')],
    [4, 5, 3, angle(TAKEN.longitude)],
  ])
  return out
}

const jpegSegment = (marker: number, body: Buffer): Buffer => {
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(body.length + 2, 2)
  return Buffer.concat([head, body])
}

/** A JPEG as a telephone makes it: with EXIF, XMP and a comment; `after` follows its end. */
export function cameraJpeg({ orientation = 1, after = '' } = {}): Buffer {
  return Buffer.concat([
    PLAIN.jpeg.subarray(0, 2),
    jpegSegment(0xe1, Buffer.concat([ascii('Exif\0\0'), exifBlock(orientation)])),
    jpegSegment(0xe1, ascii(`http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>${MAKER}</x:xmpmeta>`)),
    jpegSegment(0xfe, ascii(`comment ${MAKER}`)),
    PLAIN.jpeg.subarray(2),
    ascii(after),
  ])
}

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) =>
  Array.from({ length: 8 }).reduce((value: number) => (value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1), byte),
)
const crc = (bytes: Uint8Array) => ~bytes.reduce((value, byte) => TABLE[(value ^ byte) & 0xff]! ^ (value >>> 8), 0xffffffff) >>> 0

function pngChunk(name: string, body: Uint8Array): Buffer {
  const named = Buffer.concat([ascii(name), body])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(body.length)
  sum.writeUInt32BE(crc(named))
  return Buffer.concat([length, named, sum])
}

const PNG_HEADER_END = 33

/** A PNG with EXIF and a text. */
export const cameraPng = (orientation = 1): Buffer =>
  Buffer.concat([
    PLAIN.png.subarray(0, PNG_HEADER_END),
    pngChunk('eXIf', exifBlock(orientation)),
    pngChunk('tEXt', ascii(`Author\0${MAKER}`)),
    PLAIN.png.subarray(PNG_HEADER_END),
  ])

/** A PNG of a few bytes whose header claims a picture of this size. */
export function pngOf(width: number, height: number): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 6, 0, 0, 0], 8)
  return Buffer.concat([PLAIN.png.subarray(0, 8), pngChunk('IHDR', header), PLAIN.png.subarray(PNG_HEADER_END)])
}

/** A WebP with EXIF after the picture. */
export function cameraWebp(orientation = 1): Buffer {
  const exif = exifBlock(orientation)
  const [length, size] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32LE(exif.length)
  const rest = Buffer.concat([PLAIN.webp.subarray(8), ascii('EXIF'), length, exif])
  size.writeUInt32LE(rest.length)
  return Buffer.concat([ascii('RIFF'), size, rest])
}
