/** Made smaller already, and ready to be sent. */
export interface TakenPhoto {
  readonly id: string
  readonly photo: Blob
  readonly small: Blob
}

/** Photos come one after another, while others are still being made smaller: so they are changed, not set. */
export type ChangePhotos = (change: (photos: readonly TakenPhoto[]) => readonly TakenPhoto[]) => void

export const filesOf = (photos: readonly TakenPhoto[]) => photos.map(({ photo, small }) => ({ photo, small }))
