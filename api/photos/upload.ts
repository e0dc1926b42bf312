/** Takes in one photo of a form, and with it a small one for lists. Nothing of what the sender says of them is believed. */
import { createHash } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { type CleanPhoto, cleanPhoto, PHOTO_LIMITS, type PhotoRefusal } from '#geodata/photos/index.ts'
import { readForm, takeForms } from '../http/form.ts'
import { Problem } from '../http/problem.ts'
import { readCamera } from './camera.ts'
import type { Camera } from './photo.ts'

/** What the small one may be. */
const SMALL_LIMITS = { bytes: 128 * 1024, side: 640 } as const
/** Names, boundaries and headers of the form. */
const FORM_BYTES = 16 * 1024
const MEGABYTE = 1024 * 1024

export interface TakenPhoto {
  readonly photo: CleanPhoto
  readonly small: CleanPhoto | null
  readonly camera: Camera
  /** Of the file as it was sent. */
  readonly sent_sha256: string
}

/** Must be called on the scope of the routes that take photos, and on no other: elsewhere a form is no body. */
export const takePhotos = (scope: FastifyInstance): Promise<void> =>
  takeForms(scope, { file_bytes: PHOTO_LIMITS.bytes, files: 2 })

/** The photo in the form's part `photo`, and the small one in `small`. */
export async function readPhoto(request: FastifyRequest): Promise<TakenPhoto> {
  // Said before it is sent: whoever waits for a slow line should not wait for nothing.
  const announced = Number(request.headers['content-length'] ?? 0)
  if (announced > PHOTO_LIMITS.bytes + SMALL_LIMITS.bytes + FORM_BYTES) throw tooLarge()
  const { photo, small } = await readParts(request)
  if (!photo) throw new Problem(422, 'file_missing', { field: 'photo' })
  const clean = demandClean(photo, 'photo')
  return {
    photo: clean,
    small: small ? demandSmall(small) : null,
    camera: await readCamera(clean.exif),
    sent_sha256: createHash('sha256').update(photo).digest('hex'),
  }
}

async function readParts(request: FastifyRequest): Promise<{ photo?: Uint8Array; small?: Uint8Array }> {
  const found: { photo?: Uint8Array; small?: Uint8Array } = {}
  for (const { field, bytes } of (await readForm(request, 'photo', tooLarge)).files) {
    if ((field !== 'photo' && field !== 'small') || found[field]) throw new Problem(422, 'file_missing', { field: 'photo' })
    found[field] = bytes
  }
  return found
}

function demandClean(bytes: Uint8Array, field: 'photo' | 'small'): CleanPhoto {
  const clean = cleanPhoto(bytes)
  if ('refused' in clean) throw problemOf(clean, field)
  return clean
}

function demandSmall(bytes: Uint8Array): CleanPhoto {
  if (bytes.length > SMALL_LIMITS.bytes) throw new Problem(413, 'photo_small_too_large', { field: 'small' }, SMALL_LIMITS)
  const small = demandClean(bytes, 'small')
  if (Math.max(small.width, small.height) > SMALL_LIMITS.side)
    throw new Problem(422, 'photo_small_too_large', { field: 'small' }, SMALL_LIMITS)
  return small
}

function problemOf(refusal: PhotoRefusal, field: string): Problem {
  switch (refusal.refused) {
    case 'photo_unsupported':
      return new Problem(415, 'photo_unsupported', { field }, { found: refusal.found })
    case 'photo_damaged':
      return new Problem(422, 'photo_damaged', { field })
    case 'photo_dimensions': {
      const { width, height } = refusal
      return new Problem(422, 'photo_dimensions', { field }, { width, height, megapixels: PHOTO_LIMITS.pixels / 1e6 })
    }
  }
}

const tooLarge = (): Problem =>
  new Problem(413, 'photo_too_large', { field: 'photo' }, { megabytes: PHOTO_LIMITS.bytes / MEGABYTE })
