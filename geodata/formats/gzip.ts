import { Gunzip } from 'fflate'
import { FormatError } from './format.ts'

/** More than a string of Node can hold; a file that unpacks to more is refused before memory runs out. */
const MOST_BYTES = 0x1fff_ffff
const CHUNK = 1 << 20

export const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b

/**
 * Unpacks, and checks length and checksum at the end: a broken-off transfer must not pass for a shorter file.
 * fflate's `gunzipSync` would take the last four bytes for the size, whatever they are.
 */
export function gunzip(bytes: Uint8Array): Uint8Array {
  const chunks: Uint8Array[] = []
  let length = 0
  let members = 0
  const stream = new Gunzip((chunk) => {
    chunks.push(chunk)
    length += chunk.length
    if (length > MOST_BYTES) throw new FormatError('file_too_large', { bytes: length })
  })
  stream.onmember = () => {
    members++
  }
  try {
    for (let at = 0; at < bytes.length; at += CHUNK) stream.push(bytes.subarray(at, at + CHUNK), at + CHUNK >= bytes.length)
  } catch (error) {
    if (error instanceof FormatError) throw error
    throw new FormatError('gzip_damaged', { position: bytes.length })
  }
  const whole = concatenate(chunks, length)
  // Several members lie end to end only in rare files, and each has a checksum of its own.
  if (members <= 1 && !endsWithChecksum(bytes, whole)) throw new FormatError('gzip_damaged', { position: bytes.length })
  return whole
}

function concatenate(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.length
  }
  return whole
}

/** RFC 1952: the last eight bytes are CRC-32 and length modulo 2^32. */
function endsWithChecksum(packed: Uint8Array, whole: Uint8Array): boolean {
  if (packed.length < 18) return false
  const trailer = new DataView(packed.buffer, packed.byteOffset + packed.length - 8, 8)
  return trailer.getUint32(0, true) === crc32(whole) && trailer.getUint32(4, true) === whole.length
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb8_8320 : value >>> 1
  return value
})

function crc32(bytes: Uint8Array): number {
  let crc = 0xffff_ffff
  for (const byte of bytes) crc = (crc >>> 8) ^ CRC_TABLE[(crc ^ byte) & 0xff]!
  return (crc ^ 0xffff_ffff) >>> 0
}
