/** PNG (ISO/IEC 15948): of its chunks those stay without which the picture would look different. */
import { joined, letters, u32 } from './bytes.ts'
import type { Stripped } from './photo.ts'

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)
const PICTURE = ['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND', 'gAMA', 'sRGB']

export const isPng = (bytes: Uint8Array): boolean => SIGNATURE.every((byte, index) => bytes[index] === byte)

/** Null where it is damaged or cut off. What follows after its end is left out; of an animation the picture for all others stays. */
export function stripPng(bytes: Uint8Array): Stripped | null {
  const kept: Uint8Array[] = []
  let [exif, size]: [Uint8Array | undefined, readonly [number, number] | undefined] = [undefined, undefined]
  let hasData = false
  for (let at = SIGNATURE.length; ; ) {
    const end = at + 12 + u32(bytes, at)
    if (end > bytes.length) return null
    const name = letters(bytes, at + 4, 4)
    const body = bytes.subarray(at + 8, end - 4)
    if (u32(bytes, end - 4) !== checksum(bytes.subarray(at + 4, end - 4))) return null
    if (!size) {
      if (name !== 'IHDR' || body.length !== 13) return null
      size = [u32(body, 0), u32(body, 4)]
    }
    if (name === 'eXIf') exif = body.slice()
    if (name === 'IDAT') hasData = true
    if (PICTURE.includes(name)) kept.push(bytes.subarray(at, end))
    at = end
    if (name === 'IEND') break
  }
  if (!hasData) return null
  const [header, ...others] = kept
  return { size, exif, assemble: (block) => joined([SIGNATURE, header!, ...(block ? [chunk('eXIf', block)] : []), ...others]) }
}

function chunk(name: string, body: Uint8Array): Uint8Array {
  const named = joined([Uint8Array.from(name, (letter) => letter.charCodeAt(0)), body])
  return joined([bigEndian(body.length), named, bigEndian(checksum(named))])
}

const bigEndian = (value: number): Uint8Array => Uint8Array.of(value >>> 24, value >>> 16, value >>> 8, value)

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1
  return value
})

/** CRC-32 as PNG has it. */
function checksum(bytes: Uint8Array): number {
  let value = 0xffffffff
  for (const byte of bytes) value = TABLE[(value ^ byte) & 0xff]! ^ (value >>> 8)
  return ~value >>> 0
}
