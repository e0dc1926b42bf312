/** Which way up a camera was held, EXIF 2.32 tag 0x0112: 1 is upright, 2–4 mirrored or upside down, 5–8 turned by a quarter. */
import { u16, u32, u32le } from './bytes.ts'

const TAG = 0x0112
const ENTRY_BYTES = 12

/** Where in a block of EXIF the orientation stands, and in which order of bytes. Undefined where it does not, or the block is damaged. */
function find(tiff: Uint8Array): { readonly at: number; readonly isLittle: boolean } | undefined {
  const isLittle = tiff[0] === 0x49 && tiff[1] === 0x49
  if (!isLittle && !(tiff[0] === 0x4d && tiff[1] === 0x4d)) return undefined
  const short = (at: number) => (isLittle ? u32le(tiff, at) & 0xffff : u16(tiff, at))
  const directory = isLittle ? u32le(tiff, 4) : u32(tiff, 4)
  const count = short(directory)
  for (let entry = 0; entry < count; entry++) {
    const at = directory + 2 + entry * ENTRY_BYTES
    if (at + ENTRY_BYTES > tiff.length) return undefined
    if (short(at) === TAG) return { at: at + 8, isLittle }
  }
  return undefined
}

/** 1–8; upright where nothing sensible is said. */
export function orientationOf(tiff: Uint8Array | undefined): number {
  const found = tiff && find(tiff)
  if (!found) return 1
  const value = found.isLittle ? tiff[found.at]! : u16(tiff, found.at)
  return value >= 1 && value <= 8 ? value : 1
}

/** The same block for a picture that has been turned upright. */
export function madeUpright(tiff: Uint8Array): Uint8Array {
  const found = find(tiff)
  if (!found) return tiff
  const upright = tiff.slice()
  upright.set(found.isLittle ? [1, 0] : [0, 1], found.at)
  return upright
}

/** A block of EXIF that says this and nothing else. */
export const orientationOnly = (orientation: number): Uint8Array =>
  // Big-endian; one directory at 8 with one entry: the tag, a short, one of them, its value; no directory after it.
  new Uint8Array([0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0])

/** Whether width and height change places when the picture is shown. */
export const isTurned = (orientation: number): boolean => orientation >= 5
