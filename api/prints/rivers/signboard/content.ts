/** What a river segment's signboard says and shows, as plain data for the thread that draws it. */
import type { Plate } from '../../../sheets/content.ts'
import type { Frame } from '../../../sheets/store.ts'
import type { List } from '../../../sheets/table.ts'
import type { Ground } from '../../map/ground.ts'

/** On the plane, in millimetres. */
export type PlanePoint = readonly [number, number]

export interface Course {
  readonly name: string
  /** The next ones on the same river are called by that; all others only shown. */
  readonly where: 'own' | 'upstream' | 'downstream' | 'other'
  /** In the direction of flow. */
  readonly lines: readonly (readonly PlanePoint[])[]
}

export interface SignboardContent {
  readonly plate: Plate
  /** How many times as large as A4. */
  readonly times: number
  readonly frame: Frame
  readonly ground: Ground
  readonly courses: readonly Course[]
  readonly ends: readonly { readonly label: string; readonly at: PlanePoint }[]
  readonly facts: readonly { readonly label: string; readonly value: string }[]
  /** Role, name, office and post, office telephone. */
  readonly chiefs: List
  readonly duties: readonly string[]
  readonly targets: readonly string[]
  readonly hotline: { readonly number: string; readonly about: string }
  /** Where the code on the board leads. */
  readonly address: string
}
