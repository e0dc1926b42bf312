import type { GeoJSONVTTile } from '@maplibre/geojson-vt'
import { fromGeojsonVt } from '@maplibre/vt-pbf'
import type { Layer } from '#geodata/layers/index.ts'
import { TILE_UNITS } from './extent.ts'
import { attributesOf, isThinned } from './rows.ts'
import type { Query, TileSource } from './source.ts'
import { empty, identifier, join, type Sql, sql } from './sql.ts'
import { layersShown, readState, type StateRow } from './state.ts'
import { type LayerRows, tileStatements } from './statements.ts'

/** Tiles that are encoded here, for a PostGIS without protobuf (the embedded database). */
export const encodedTiles =
  (query: Query): TileSource =>
  async (layers, request) => {
    const [row] = await query<StateRow & Record<string, string | null>>(encodedTileStatement(layers, request), { prepared: true })
    const filled = layers.flatMap((layer) => {
      const rows = row![`layer_${layer.id}`]
      return rows ? [[layer.id, encodable(JSON.parse(rows), listed(layer, request.z))] as const] : []
    })
    const bytes =
      filled.length === 0 ? new Uint8Array() : fromGeojsonVt(Object.fromEntries(filled), { version: 2, extent: TILE_UNITS })
    return { bytes, ...readState(layersShown(layers, request), row!) }
  }

/** Attributes in the order in which the statement lists them after shape and id. */
const listed = (layer: Layer, z: number): string[] => [...attributesOf(layer, z), ...(isThinned(layer, z) ? ['point_count'] : [])]

const rowsAsJson = ({ layer, z, rows }: LayerRows): Sql => {
  const attributes = listed(layer, z).map((name) => sql`, ${identifier(name)}`)
  return sql`(select json_agg(json_build_array(ST_AsGeoJSON(shape)::json, id ${attributes.length > 0 ? join(attributes, '', '', '') : empty}))::text
    from (${rows}) as rows) as ${identifier(`layer_${layer.id}`)}`
}

const encodedTileStatement = tileStatements((layers) => join(layers.map(rowsAsJson)))

type Position = [number, number]
type Shape =
  | { readonly type: 'Point'; readonly coordinates: Position }
  | { readonly type: 'LineString'; readonly coordinates: Position[] }
  | { readonly type: 'MultiLineString' | 'Polygon'; readonly coordinates: Position[][] }
  | { readonly type: 'MultiPolygon'; readonly coordinates: Position[][][] }

type Row = readonly [shape: Shape, id: number, ...attributes: (string | number | boolean | null)[]]

function encodable(rows: readonly Row[], names: readonly string[]): GeoJSONVTTile {
  const features = rows.map(([shape, id, ...attributes]) => ({
    id,
    ...geometry(shape),
    tags: Object.fromEntries(attributes.flatMap((value, index) => (value === null ? [] : [[names[index]!, value]]))),
  }))
  return { features } as unknown as GeoJSONVTTile
}

/** ST_AsMVT cuts fractions off: points have some, and so have the corners that a repaired area gained. */
const cut = ([x, y]: Position): Position => [Math.trunc(x), Math.trunc(y)]

function geometry(shape: Shape): { readonly type: 1 | 2 | 3; readonly geometry: unknown } {
  switch (shape.type) {
    case 'Point':
      return { type: 1, geometry: [cut(shape.coordinates)] }
    case 'LineString':
      return { type: 2, geometry: [shape.coordinates.map(cut)] }
    case 'MultiLineString':
      return { type: 2, geometry: shape.coordinates.map((line) => line.map(cut)) }
    case 'Polygon':
      return { type: 3, geometry: shape.coordinates.map((ring) => ring.map(cut)) }
    case 'MultiPolygon':
      return { type: 3, geometry: shape.coordinates.flat().map((ring) => ring.map(cut)) }
  }
}
