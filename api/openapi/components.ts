/** What the definition's operations share: parameters, schemas and answers. */

import { ELEVATION_TILES } from '#geodata/elevation/tiles.ts'
import { LAYERS, TILE_ZOOMS } from '#geodata/layers/index.ts'
import { FEATURE_FORMATS, LIMIT } from '../features/question.ts'

const path = (name: string, schema: object) => ({ name, in: 'path', required: true, schema })
export const query = (name: string, schema: object, rest: object = {}) => ({
  name,
  in: 'query',
  required: false,
  schema,
  ...rest,
})
export const flag = (name: string) => query(name, { type: 'boolean' })
const zoom = { type: 'integer', minimum: TILE_ZOOMS.minimum, maximum: TILE_ZOOMS.maximum }
const whole = { type: 'integer', minimum: 0 }
export const limitSchema = ({ standard, maximum }: { standard: number; maximum: number }) => ({
  type: 'integer',
  minimum: 1,
  maximum,
  default: standard,
})
const listed = { style: 'form', explode: false }

export const PARAMETERS = {
  bbox: query(
    'bbox',
    {
      type: 'array',
      items: { type: 'number' },
      oneOf: [
        { minItems: 4, maxItems: 4 },
        { minItems: 6, maxItems: 6 },
      ],
    },
    listed,
  ),
  datetime: query('datetime', { type: 'string', examples: ['2026-03-03', '2026-01-01/..', '../..'] }),
  day: query('datetime', { type: 'string', format: 'date' }),
  limit: query('limit', limitSchema(LIMIT)),
  offset: query('offset', { type: 'integer', minimum: 0, maximum: 10_000_000, default: 0 }),
  q: query('q', { type: 'string', minLength: 1, maxLength: 200 }),
  sortby: query('sortby', { type: 'array', items: { type: 'string' } }, listed),
  properties: query('properties', { type: 'array', items: { type: 'string' } }, listed),
  f: query('f', { type: 'string', enum: FEATURE_FORMATS }),
  format: query('f', { type: 'string', enum: ['json'] }),
  state: query('v', { type: 'string' }),
  layer: path('layer', { type: 'string', enum: LAYERS.map(({ id }) => id) }),
  id: path('id', { type: 'integer', minimum: 1 }),
  ifMatch: { name: 'If-Match', in: 'header', required: true, schema: { type: 'string', examples: ['"1"'] } },
  featureId: path('featureId', { type: 'integer', minimum: 1 }),
  layers: path('layers', { type: 'string', description: LAYERS.map(({ id }) => id).join(',') }),
  z: path('z', zoom),
  elevationZoom: path('z', { ...zoom, maximum: ELEVATION_TILES.maximum }),
  x: path('x', whole),
  y: path('y', whole),
  tileMatrixSetId: path('tileMatrixSetId', { type: 'string', enum: ['WebMercatorQuad'] }),
  tileMatrix: path('tileMatrix', zoom),
  tileRow: path('tileRow', whole),
  tileCol: path('tileCol', whole),
}

export const SCHEMAS = {
  Feature: {
    type: 'object',
    required: ['type', 'id', 'geometry', 'properties'],
    properties: {
      type: { const: 'Feature' },
      id: { type: 'integer' },
      geometry: { type: ['object', 'null'] },
      properties: { type: 'object' },
      source_properties: { type: ['object', 'null'] },
    },
  },
  FeatureCollection: {
    type: 'object',
    required: ['type', 'features'],
    properties: {
      type: { const: 'FeatureCollection' },
      features: { type: 'array', items: { $ref: '#/components/schemas/Feature' } },
      numberMatched: { type: 'integer' },
      numberReturned: { type: 'integer' },
      timeStamp: { type: 'string', format: 'date-time' },
      links: { type: 'array', items: { type: 'object' } },
    },
  },
  Problem: {
    type: 'object',
    required: ['type', 'title', 'status', 'detail', 'code'],
    properties: {
      type: { type: 'string', format: 'uri' },
      title: { type: 'string' },
      status: { type: 'integer' },
      detail: { type: 'string' },
      code: { type: 'string' },
      field: { type: 'string' },
    },
  },
}

export const RESPONSES = {
  Problem: {
    description: 'RFC 9457',
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  },
  ElevationTile: {
    description:
      'Heights as colours in the Terrarium encoding: metres = red × 256 + green + blue ÷ 256 − 32768; 204 where none are known',
    content: { 'image/png': {} },
  },
  BaseMapTile: {
    description: 'A tile of the outside base map, of the type that /api/state names; 204 where there is none',
    content: { 'image/*': {}, 'application/vnd.mapbox-vector-tile': {} },
  },
  Tile: {
    description: 'Mapbox Vector Tile 2.1; 204 when empty',
    content: {
      'application/vnd.mapbox-vector-tile': {
        schema: { type: 'string', contentMediaType: 'application/vnd.mapbox-vector-tile' },
      },
    },
  },
}
