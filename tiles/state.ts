import type { Layer } from '#geodata/layers/index.ts'
import type { TileRequest } from './rows.ts'
import { join, type Sql, sql } from './sql.ts'

/** Columns that tell what state of the layers a tile was made from. */
export const stateColumns = (layers: readonly Layer[], { day }: TileRequest): Sql => sql`
  (select json_object_agg(layer, version) from layer_version where layer in (${join(layers.map(({ id }) => id))})) as versions,
  coalesce(${day ?? null}::date, today()) as day`

export interface StateRow {
  readonly versions: Readonly<Record<string, number>>
  readonly day: string
}

export const readState = (layers: readonly Layer[], { versions, day }: StateRow) => ({
  versions: layers.map(({ id }) => versions[id]!),
  day,
})
