import { TILE_UNITS } from './extent.ts'
import type { Query, TileSource } from './source.ts'
import { constant, join, sql } from './sql.ts'
import { layersShown, readState, type StateRow } from './state.ts'
import { type LayerRows, tileStatements } from './statements.ts'

/** Tiles that PostGIS encodes itself: one statement for all layers of a tile. */
export const postgisTiles =
  (query: Query): TileSource =>
  async (layers, request) => {
    const [row] = await query<StateRow & { tile: Uint8Array }>(postgisTileStatement(layers, request), { prepared: true })
    return { bytes: row!.tile, ...readState(layersShown(layers, request), row!) }
  }

const encodedLayer = ({ layer, rows }: LayerRows) =>
  sql`coalesce((select ST_AsMVT(rows, ${constant(layer.id)}, ${constant(TILE_UNITS)}::integer, 'shape', 'id') from (${rows}) as rows), ''::bytea)`

/** Exported for the benchmark, whose floor is this statement alone. */
export const postgisTileStatement = tileStatements((layers) => sql`${join(layers.map(encodedLayer), ' || ')} as tile`)
