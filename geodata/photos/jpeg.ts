/** JPEG (ITU-T T.81): taken apart into segments, and put together again from those that make the picture. */
import { joined, letters, u16 } from './bytes.ts'
import type { Stripped } from './photo.ts'

const START = Uint8Array.of(0xff, 0xd8)
const END = Uint8Array.of(0xff, 0xd9)
/** Quantization, Huffman and arithmetic tables, restart interval, lines. */
const TABLES = [0xdb, 0xc4, 0xcc, 0xdd, 0xdc]
/** Baseline, extended, progressive: what browsers draw. */
const FRAMES = [0xc0, 0xc1, 0xc2]
const SCAN = 0xda
const APP0 = 0xe0
const APP1 = 0xe1
const APP14 = 0xee
const EXIF = 'Exif\0\0'
const JFIF_BYTES = 14
/** "Adobe", version, flags, and which colours the three or four numbers of a pixel are: without it they would be guessed. */
const ADOBE_BYTES = 12

export const isJpeg = (bytes: Uint8Array): boolean => bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff

/** Null where it is damaged or cut off. What follows after its end is left out, and so are comments and all that programs add. */
export function stripJpeg(bytes: Uint8Array): Stripped | null {
  const kept: Uint8Array[] = []
  let [exif, size]: [Uint8Array | undefined, readonly [number, number] | undefined] = [undefined, undefined]
  let hasScan = false
  let at = 2
  for (;;) {
    if (bytes[at] !== 0xff) return null
    while (bytes[at] === 0xff) at++
    const marker = bytes[at++]
    if (marker === undefined) return null
    if (marker === 0xd9) break
    const length = u16(bytes, at)
    if (marker < 0xc0 || (marker >= 0xd0 && marker <= 0xd8) || length < 2 || at + length > bytes.length) return null
    const body = bytes.subarray(at + 2, at + length)
    at += length
    if (FRAMES.includes(marker)) {
      if (size) return null
      size = [u16(body, 3), u16(body, 1)]
    }
    if (marker === APP1 && letters(body, 0, EXIF.length) === EXIF) exif ??= body.slice(EXIF.length)
    const part = keptOf(marker, body)
    if (part) kept.push(segment(marker, part))
    if (marker === SCAN) {
      const end = endOfScan(bytes, at)
      if (!size || end === undefined) return null
      kept.push(bytes.subarray(at, end))
      hasScan = true
      at = end
    }
  }
  if (!size || !hasScan) return null
  return { size, exif, assemble: (block) => joined([START, ...exifSegments(block), ...kept, END]) }
}

function keptOf(marker: number, body: Uint8Array): Uint8Array | undefined {
  if (TABLES.includes(marker) || FRAMES.includes(marker) || marker === SCAN) return body
  // Without the small picture that may follow.
  if (marker === APP0 && letters(body, 0, 5) === 'JFIF\0' && body.length >= JFIF_BYTES)
    return joined([body.subarray(0, JFIF_BYTES - 2), Uint8Array.of(0, 0)])
  if (marker === APP14 && letters(body, 0, 5) === 'Adobe' && body.length >= ADOBE_BYTES) return body.subarray(0, ADOBE_BYTES)
  return undefined
}

/** Where the next marker stands: within a scan, 0xff is followed by zero or is a restart. Undefined where the file ends before. */
function endOfScan(bytes: Uint8Array, from: number): number | undefined {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1]
    if (next === undefined) return undefined
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at
  }
  return undefined
}

function segment(marker: number, body: Uint8Array): Uint8Array {
  const length = body.length + 2
  return joined([Uint8Array.of(0xff, marker, length >> 8, length & 0xff), body])
}

const exifSegments = (block: Uint8Array | undefined): Uint8Array[] =>
  block ? [segment(APP1, joined([Uint8Array.from(EXIF, (letter) => letter.charCodeAt(0)), block]))] : []
