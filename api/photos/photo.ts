/** What a camera wrote beside the picture. */
export interface Camera {
  readonly taken_at: string | null
  readonly longitude: number | null
  readonly latitude: number | null
}

/** What is told of a photo to those who may see it. */
export interface Photo extends Camera {
  readonly id: number
  readonly width: number
  readonly height: number
  readonly received_at: string
}
