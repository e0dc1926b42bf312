// Makes a photo of the telephone small enough for a bad network. When and where it was taken goes with it; the server takes that off.
import { cleanPhoto, madeUpright, type PhotoRefusal, stripJpeg } from '#geodata/photos/index.ts'

/** Enough to see a crack in a wall, some 300 kB. */
const LONGEST_PX = 1600
const QUALITY = 0.82
const SMALL_PX = 320
const SMALL_QUALITY = 0.7
/** What fits into one segment of a JPEG. */
const MOST_EXIF_BYTES = 65_000

export interface ShrunkPhoto {
  readonly photo: Blob
  readonly small: Blob
}

/** Refuses what is no photo for the same reasons as the server, before it waits for a network in vain. */
export async function shrinkPhoto(file: Blob): Promise<ShrunkPhoto | PhotoRefusal> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  const clean = cleanPhoto(bytes)
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => null)
  // Some browsers read more than the server does: what they draw is a JPEG afterwards.
  if (!picture) return 'refused' in clean ? clean : { refused: 'photo_damaged' }
  if ('refused' in clean && clean.refused === 'photo_unsupported' && clean.found !== 'heic') return clean
  try {
    const photo = await drawn(picture, LONGEST_PX, QUALITY)
    const exif = 'refused' in clean ? undefined : clean.exif
    return { photo: await withExif(photo, exif), small: await drawn(picture, SMALL_PX, SMALL_QUALITY) }
  } finally {
    picture.close()
  }
}

async function drawn(picture: ImageBitmap, longest: number, quality: number): Promise<Blob> {
  const scale = Math.min(1, longest / Math.max(picture.width, picture.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(picture.width * scale))
  canvas.height = Math.max(1, Math.round(picture.height * scale))
  const context = canvas.getContext('2d')!
  context.imageSmoothingQuality = 'high'
  context.drawImage(picture, 0, 0, canvas.width, canvas.height)
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('the photo could not be drawn'))), 'image/jpeg', quality),
  )
}

async function withExif(photo: Blob, exif: Uint8Array | undefined): Promise<Blob> {
  if (!exif || exif.length > MOST_EXIF_BYTES) return photo
  const stripped = stripJpeg(new Uint8Array(await photo.arrayBuffer()))
  return stripped ? new Blob([new Uint8Array(stripped.assemble(madeUpright(exif)))], { type: 'image/jpeg' }) : photo
}
