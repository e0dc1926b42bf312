import type { ShrunkPhoto } from '../photos/shrink.ts'

export interface TakenPhoto extends ShrunkPhoto {
  readonly id: string
}

/** Photos come one after another, while others are still being made smaller: so they are changed, not set. */
export type ChangePhotos = (change: (photos: readonly TakenPhoto[]) => readonly TakenPhoto[]) => void

export const filesOf = (photos: readonly TakenPhoto[]) => photos.map(({ photo, small }) => ({ photo, small }))
