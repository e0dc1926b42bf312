import { findLayer, type Layer } from '#geodata/layers/index.ts'
import type { TileRequest } from './rows.ts'
import { constant, join, type Sql, sql } from './sql.ts'

const TERRITORIES = findLayer('administrative_areas')!

/** Layers whose state a tile shows: its own, and after them the borders of the territories that it is limited to. */
export const layersShown = (layers: readonly Layer[], { limits }: Pick<TileRequest, 'limits'>): readonly Layer[] =>
  limits?.size ? [...layers, TERRITORIES] : layers

/** Columns that tell what state of the layers a tile was made from. */
export const stateColumns = (layers: readonly Layer[]): Sql => sql`
  (select json_object_agg(layer, version) from layer_version where layer in (${join(layers.map(({ id }) => constant(id)))})) as versions,
  tile.day as day`

export interface StateRow {
  readonly versions: Readonly<Record<string, number>>
  readonly day: string
}

export const readState = (layers: readonly Layer[], { versions, day }: StateRow) => ({
  versions: layers.map(({ id }) => versions[id]!),
  day,
})
