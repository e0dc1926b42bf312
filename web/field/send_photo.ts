// Photos of something that has been sent go after it one by one, each a piece of its own.
import { sendForm } from '../api/client.ts'
import { Problem } from '../api/problem.ts'
import type { OutboxFile, Reason } from '../offline/entry.ts'

/** A photo of 400 kB at 2 kB a second. */
const PHOTO_TIMEOUT_MS = 200_000

export interface PhotoProgress {
  readonly photos_sent: number
  readonly photos_refused: number
  readonly photo_reason: Reason | null
  /** How many there were: they are let go of when all have been dealt with. */
  readonly photos: number
}

export const photosToSend = (photos: number): PhotoProgress => ({
  photos_sent: 0,
  photos_refused: 0,
  photo_reason: null,
  photos,
})

export const photosTried = ({ photos_sent, photos_refused }: PhotoProgress): number => photos_sent + photos_refused

/** What the server refuses of a photo does not touch what it belongs to, nor the other photos. */
export async function withNextPhoto<Progress extends PhotoProgress>(
  address: string,
  progress: Progress,
  files: readonly OutboxFile[],
): Promise<Progress> {
  const file = files[photosTried(progress)]
  if (!file) return progress
  const form = new FormData()
  form.append('photo', file.photo, 'photo.jpg')
  form.append('small', file.small, 'small.jpg')
  try {
    await sendForm(address, form, undefined, PHOTO_TIMEOUT_MS)
    return { ...progress, photos_sent: progress.photos_sent + 1 }
  } catch (error) {
    if (!(error instanceof Problem) || ![403, 404, 409, 413, 415, 422].includes(error.status)) throw error
    const photo_reason = { code: error.code, detail: error.detail ?? null }
    return { ...progress, photos_refused: progress.photos_refused + 1, photo_reason }
  }
}
