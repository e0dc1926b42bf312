/** What a book of water sources says and shows, as plain data for the thread that draws it. */

import type { PointLook } from '#geodata/layers/look.ts'
import type { Rectangle, Side } from '#geodata/water_book/pages.ts'
import type { Plate } from '../../sheets/content.ts'
import type { Frame } from '../../sheets/store.ts'
import type { List } from '../../sheets/table.ts'
import type { Ground } from '../map/ground.ts'

export interface BookSource {
  /** In the whole book, by page. */
  readonly number: number
  readonly look: PointLook
  /** On the plane, in millimetres. */
  readonly x: number
  readonly y: number
}

export interface MapPage {
  readonly number: number
  /** The communities whose water it shows. */
  readonly name: string
  readonly frame: Frame
  /** What the page shows for itself, on the plane in millimetres: beyond it begin its neighbours. */
  readonly core: Rectangle
  readonly ground: Ground
  readonly neighbours: Readonly<Record<Side, readonly number[]>>
  /** Numbers of the sources that the list looks for on this page. */
  readonly from: number
  readonly to: number
}

export interface BookContent {
  /** Title, dates and paper of the first sheet; `layout.map` is that of its map. */
  readonly plate: Plate
  /** Name of the town or community. */
  readonly area: string
  /** Last day on which the book holds. */
  readonly expires: string
  readonly index: { readonly frame: Frame; readonly ground: Ground }
  /** By kind and state, in words. */
  readonly totals: List
  readonly directory: List
  readonly pages: readonly MapPage[]
  readonly sources: readonly BookSource[]
  readonly list: List
}
