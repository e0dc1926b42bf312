import type { Layer } from '#geodata/layers/index.ts'
import type { TileRequest } from './rows.ts'
import type { Statement } from './sql.ts'

/** Asks the database; handed in by the API. */
export type Query = <Row extends object>(statement: Statement, options?: { readonly prepared?: boolean }) => Promise<Row[]>

export interface Tile {
  /** The encoded tile, empty when no feature lies in it. */
  readonly bytes: Uint8Array
  /** Versions of the layers that it shows (`layersShown`), in their order, read in the same snapshot as the features. */
  readonly versions: readonly number[]
  /** The day the tile shows, `YYYY-MM-DD`. */
  readonly day: string
}

/** The contract that every maker of tiles keeps: the same features, attributes and coordinates, version 2 of the vector-tile spec. */
export type TileSource = (layers: readonly Layer[], request: TileRequest) => Promise<Tile>
