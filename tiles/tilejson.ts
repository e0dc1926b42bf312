import { fieldsOf, type Layer, TILE_ZOOMS } from '#geodata/layers/index.ts'
import { attributesOf } from './rows.ts'

/**
 * TileJSON 3.0.0, https://github.com/mapbox/tilejson-spec
 * @param bounds west, south, east, north in degrees; the whole world where a layer is empty
 */
export function tileJson(
  layers: readonly Layer[],
  { tiles, bounds, language }: { tiles: string; bounds: readonly number[] | null; language: 'zh' | 'en' },
) {
  return {
    tilejson: '3.0.0',
    name: layers.map(({ name }) => name[language]).join(', '),
    scheme: 'xyz',
    tiles: [tiles],
    minzoom: TILE_ZOOMS.minimum,
    maxzoom: TILE_ZOOMS.maximum,
    bounds: bounds ?? [-180, -85.0511287798066, 180, 85.0511287798066],
    vector_layers: layers.map((layer) => ({
      id: layer.id,
      description: layer.description[language],
      minzoom: TILE_ZOOMS.minimum,
      maxzoom: TILE_ZOOMS.maximum,
      fields: {
        ...Object.fromEntries(
          fieldsOf(layer)
            .filter(({ name }) => attributesOf(layer, TILE_ZOOMS.maximum).includes(name))
            .map((field) => [field.name, fieldType(field.type)]),
        ),
        ...(layer.thinBelow ? { point_count: 'Number' } : {}),
      },
    })),
  }
}

const fieldType = (type: string): 'Number' | 'Boolean' | 'String' =>
  type === 'integer' || type === 'number' ? 'Number' : type === 'boolean' ? 'Boolean' : 'String'
