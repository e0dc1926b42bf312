/**
 * A photo as it may be kept: told by its content and by nothing else, and without everything that is not the picture. Nothing is
 * decoded and nothing encoded anew, so the picture stays as it was taken, and no size that a header claims costs memory.
 */
import { letters } from './bytes.ts'
import { isJpeg, stripJpeg } from './jpeg.ts'
import { isTurned, orientationOf, orientationOnly } from './orientation.ts'
import { isPng, stripPng } from './png.ts'
import { isWebp, stripWebp } from './webp.ts'

export const PHOTO_TYPES = ['image/jpeg', 'image/png', 'image/webp'] as const
export type PhotoType = (typeof PHOTO_TYPES)[number]

/** What one photo may be: the largest that telephones take of themselves, 64 million pixels, as a file of 12 MB. */
export const PHOTO_LIMITS = { bytes: 12 * 1024 * 1024, side: 16_384, pixels: 64_000_000 } as const

/** A picture taken apart. */
export interface Stripped {
  /** As its header says, before it is turned. */
  readonly size: readonly [width: number, height: number]
  /** Its block of EXIF, as TIFF. */
  readonly exif: Uint8Array | undefined
  /** The picture alone, with this block of EXIF and no other. */
  assemble(exif: Uint8Array | undefined): Uint8Array
}

export interface CleanPhoto {
  readonly type: PhotoType
  /** As it is shown. */
  readonly width: number
  readonly height: number
  /** Without any metadata but which way is up. */
  readonly bytes: Uint8Array
  /** What the camera wrote beside the picture, as TIFF. */
  readonly exif: Uint8Array | undefined
}

export type PhotoRefusal =
  | { readonly refused: 'photo_unsupported'; readonly found: FoundType }
  | { readonly refused: 'photo_damaged' }
  | { readonly refused: 'photo_dimensions'; readonly width: number; readonly height: number }

/** What was sent in the place of a photo. */
export type FoundType = 'heic' | 'gif' | 'tiff' | 'bmp' | 'zip' | 'pdf' | 'svg' | 'html' | 'video' | 'empty' | 'other'

const KINDS = [
  { type: 'image/jpeg', is: isJpeg, strip: stripJpeg },
  { type: 'image/png', is: isPng, strip: stripPng },
  { type: 'image/webp', is: isWebp, strip: stripWebp },
] as const

export function cleanPhoto(bytes: Uint8Array): CleanPhoto | PhotoRefusal {
  const kind = KINDS.find(({ is }) => is(bytes))
  if (!kind) return { refused: 'photo_unsupported', found: typeOf(bytes) }
  const stripped = kind.strip(bytes)
  if (!stripped) return { refused: 'photo_damaged' }
  const orientation = orientationOf(stripped.exif)
  const [width, height] = isTurned(orientation) ? [stripped.size[1], stripped.size[0]] : stripped.size
  if (width === 0 || height === 0) return { refused: 'photo_damaged' }
  if (Math.max(width, height) > PHOTO_LIMITS.side || width * height > PHOTO_LIMITS.pixels)
    return { refused: 'photo_dimensions', width, height }
  const upright = orientation === 1 ? undefined : orientationOnly(orientation)
  return { type: kind.type, width, height, bytes: stripped.assemble(upright), exif: stripped.exif }
}

const BEGINNINGS: readonly (readonly [FoundType, string])[] = [
  ['gif', 'GIF8'],
  ['tiff', 'II*\0'],
  ['tiff', 'MM\0*'],
  ['bmp', 'BM'],
  ['zip', 'PK'],
  ['pdf', '%PDF'],
]
/** Brands of the box `ftyp` (ISO/IEC 23008-12). */
const HEIC_BRANDS = ['heic', 'heix', 'hevc', 'heim', 'heis', 'mif1', 'msf1', 'avif']

function typeOf(bytes: Uint8Array): FoundType {
  if (bytes.length === 0) return 'empty'
  if (letters(bytes, 4, 4) === 'ftyp') return HEIC_BRANDS.includes(letters(bytes, 8, 4)) ? 'heic' : 'video'
  const begins = BEGINNINGS.find(([, text]) => letters(bytes, 0, text.length) === text)
  if (begins) return begins[0]
  const text = letters(bytes, 0, Math.min(bytes.length, 1024)).toLowerCase()
  if (/<svg[\s>]/.test(text)) return 'svg'
  return /<(!doctype html|html|head|body|script)[\s>]/.test(text) ? 'html' : 'other'
}
