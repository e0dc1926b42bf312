import type { Layer } from '#geodata/layers/index.ts'
import { TILE_UNITS } from './extent.ts'
import { type TileRequest, tileRows } from './rows.ts'
import type { Query, TileSource } from './source.ts'
import { join, type Sql, sql } from './sql.ts'
import { readState, type StateRow, stateColumns } from './state.ts'

/** Tiles that PostGIS encodes itself: one statement for all layers of a tile. */
export const postgisTiles =
  (query: Query): TileSource =>
  async (layers, request) => {
    const [row] = await query<StateRow & { tile: Uint8Array }>(postgisTileStatement(layers, request), { prepared: true })
    return { bytes: row!.tile, ...readState(layers, row!) }
  }

/** Exported for the benchmark, whose floor is this statement alone. */
export const postgisTileStatement = (layers: readonly Layer[], request: TileRequest): Sql =>
  sql`select ${join(
    layers.map((layer) => encodedLayer(layer, request)),
    ' || ',
  )} as tile, ${stateColumns(layers, request)}`

const encodedLayer = (layer: Layer, request: TileRequest): Sql =>
  sql`coalesce((select ST_AsMVT(rows, ${layer.id}::text, ${TILE_UNITS}::integer, 'shape', 'id') from (${tileRows(layer, request)}) as rows), ''::bytea)`
