/** Tables of areas as files that other programs open: GeoPackage, Shapefile (zipped), GeoJSON. */
import { zipSync } from 'fflate'
import { writeShapefile } from '#geodata/formats/shapefile/write.ts'
import type { OutTable } from '#geodata/formats/table.ts'
import { writeGeoPackage } from './geopackage.ts'

export const VECTOR_TYPES = {
  gpkg: 'application/geopackage+sqlite3',
  shp: 'application/zip',
  geojson: 'application/geo+json; charset=utf-8',
} as const
export type VectorFormat = keyof typeof VECTOR_TYPES
export const VECTOR_FORMATS = Object.keys(VECTOR_TYPES) as VectorFormat[]

const ENDINGS = { gpkg: 'gpkg', shp: 'zip', geojson: 'geojson' } as const

/** The name with its ending. */
export const vectorFileName = (name: string, format: VectorFormat): string => `${name}.${ENDINGS[format]}`

export async function writeVectorFile(
  format: VectorFormat,
  tables: readonly (OutTable & { readonly title: string })[],
): Promise<Uint8Array> {
  switch (format) {
    case 'gpkg':
      return writeGeoPackage(tables)
    case 'shp':
      return zipSync(Object.assign({}, ...tables.map(writeShapefile)))
    case 'geojson':
      return Buffer.from(JSON.stringify(featureCollection(tables)))
  }
}

/** All tables in one collection: `layer` says of which one a feature is. */
function featureCollection(tables: readonly OutTable[]): object {
  const features = tables.flatMap(({ name, columns, features }) =>
    features.map(({ polygons, values }) => ({
      type: 'Feature',
      properties: { layer: name, ...Object.fromEntries(columns.map((column, index) => [column.name, values[index]])) },
      geometry: polygons && { type: 'MultiPolygon', coordinates: polygons },
    })),
  )
  return { type: 'FeatureCollection', features }
}
