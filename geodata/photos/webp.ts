/** WebP (RFC 9649): of its chunks the picture and its transparency stay. */
import { joined, letters, u16, u24le, u32le } from './bytes.ts'
import type { Stripped } from './photo.ts'

const PICTURE = ['VP8 ', 'VP8L', 'ALPH']
const EXTENDED = 'VP8X'
/** Flags of the extended header. */
const HAS_ALPHA = 0x10
const HAS_EXIF = 0x08

export const isWebp = (bytes: Uint8Array): boolean => letters(bytes, 0, 4) === 'RIFF' && letters(bytes, 8, 4) === 'WEBP'

/** Null where it is damaged, cut off, or moves. */
export function stripWebp(bytes: Uint8Array): Stripped | null {
  const end = 8 + u32le(bytes, 4)
  if (end > bytes.length) return null
  const kept: Uint8Array[] = []
  let [exif, size, canvas]: [Uint8Array?, (readonly [number, number])?, (readonly [number, number])?] = []
  let hasAlpha = false
  for (let at = 12; at + 8 <= end; ) {
    const name = letters(bytes, at, 4)
    const length = u32le(bytes, at + 4)
    const next = at + 8 + length + (length % 2)
    if (at + 8 + length > end) return null
    const body = bytes.subarray(at + 8, at + 8 + length)
    if (name === EXTENDED) canvas = [u24le(body, 4) + 1, u24le(body, 7) + 1]
    if (name === 'VP8 ' || name === 'VP8L') size = name === 'VP8 ' ? lossySize(body) : losslessSize(body)
    if (name === 'ALPH') hasAlpha = true
    if (name === 'EXIF') exif = exifOf(body)
    if (PICTURE.includes(name)) kept.push(chunk(name, body))
    at = next
  }
  if (!size || (canvas && canvas.join() !== size.join())) return null
  const header = (flags: number) => chunk(EXTENDED, Uint8Array.of(flags, 0, 0, 0, ...three(size[0] - 1), ...three(size[1] - 1)))
  const assemble = (block: Uint8Array | undefined) => {
    const flags = (hasAlpha ? HAS_ALPHA : 0) | (block ? HAS_EXIF : 0)
    return riff([...(flags ? [header(flags)] : []), ...kept, ...(block ? [chunk('EXIF', block)] : [])])
  }
  return { size, exif, assemble }
}

function lossySize(body: Uint8Array): readonly [number, number] | undefined {
  const begins = body[3] === 0x9d && body[4] === 0x01 && body[5] === 0x2a
  return begins ? [u24le(body, 6) & 0x3fff, u24le(body, 8) & 0x3fff] : undefined
}

function losslessSize(body: Uint8Array): readonly [number, number] | undefined {
  if (body[0] !== 0x2f) return undefined
  const bits = u32le(body, 1)
  return [(bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1]
}

/** Some programs begin it as JPEG does. */
const exifOf = (body: Uint8Array): Uint8Array => (u16(body, 0) === 0x4578 ? body.slice(6) : body.slice())

const three = (value: number): number[] => [value & 0xff, (value >> 8) & 0xff, (value >> 16) & 0xff]
const four = (value: number): number[] => [...three(value), (value >>> 24) & 0xff]
const named = (name: string): Uint8Array => Uint8Array.from(name, (letter) => letter.charCodeAt(0))

const chunk = (name: string, body: Uint8Array): Uint8Array =>
  joined([named(name), Uint8Array.from(four(body.length)), body, new Uint8Array(body.length % 2)])

function riff(chunks: readonly Uint8Array[]): Uint8Array {
  const content = joined([named('WEBP'), ...chunks])
  return joined([named('RIFF'), Uint8Array.from(four(content.length)), content])
}
