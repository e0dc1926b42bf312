/** What a village's poster says and shows, as plain data for the thread that draws it. */

import type { PointLook } from '#geodata/layers/look.ts'
import type { Plate, Shape } from '../../sheets/content.ts'
import type { Frame } from '../../sheets/store.ts'
import type { List } from '../../sheets/table.ts'
import type { Ground } from '../map/ground.ts'

export interface PosterPoint {
  readonly layer: string
  /** Value of the choice that its symbol says. */
  readonly kind: string
  readonly look: PointLook
  readonly label: string
  /** On the plane, in millimetres. */
  readonly x: number
  readonly y: number
}

export interface PosterContent {
  readonly plate: Plate
  /** Name of the community. */
  readonly area: string
  /** Last day on which the poster holds. */
  readonly expires: string
  readonly frame: Frame
  readonly ground: Ground
  readonly zones: readonly { readonly kind: string; readonly shape: Shape }[]
  /** Those whose name matters most first. */
  readonly points: readonly PosterPoint[]
  readonly totals: List
  /** Role, name and post, office telephone. */
  readonly contacts: List
}
