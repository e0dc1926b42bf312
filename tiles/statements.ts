import { LRUCache } from 'lru-cache'
import type { Layer } from '#geodata/layers/index.ts'
import { type TileRequest, tileRelation, tileRows, tileValues } from './rows.ts'
import { type Sql, type Statement, sql } from './sql.ts'
import { layersShown, stateColumns } from './state.ts'

/** Sets of layers, times zooms, that are asked for again and again. */
const KEPT = 1000

/**
 * Makes the statement of a tile. Composing one takes as long as a small tile does; the text depends only on the layers, which of
 * them are limited, and the zoom, so it is composed once for each.
 * @param encoded the columns that hold a tile's layers, made of their rows
 */
export function tileStatements(encoded: (layers: readonly LayerRows[]) => Sql) {
  const texts = new LRUCache<string, string>({ max: KEPT })
  return (layers: readonly Layer[], request: TileRequest): Statement => {
    const limited = request.limits?.size ? `/${[...request.limits.keys()]}` : ''
    const key = `${layers.map(({ id }) => id).join()}/${request.z}${limited}`
    let text = texts.get(key)
    if (text === undefined) {
      const rows = layers.map((layer) => ({
        layer,
        z: request.z,
        rows: tileRows(layer, request.z, request.limits?.has(layer.id)),
      }))
      text = sql`select ${encoded(rows)}, ${stateColumns(layersShown(layers, request))} from ${tileRelation(request)}`.text
      texts.set(key, text)
    }
    return { text, values: [...tileValues(request)] }
  }
}

export interface LayerRows {
  readonly layer: Layer
  readonly z: number
  readonly rows: Sql
}
