import { fieldsOf, LAYERS, type Layer, TILE_ZOOMS } from '#geodata/layers/index.ts'
import { fieldSchema } from '../collections/describe.ts'
import { LIMIT } from '../features/question.ts'
import { API_VERSION } from '../version.ts'
import { type Language, WORDS } from '../words/index.ts'

/** The OpenAPI 3.1 definition. Collections are spelled out, each with its own filters, because the catalogue knows them. */
export function openApiDocument(base: string, language: Language) {
  const { landing } = WORDS[language]
  return {
    openapi: '3.1.0',
    info: {
      title: landing.title,
      description: landing.description,
      version: API_VERSION,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: base }],
    tags: LAYERS.map((layer) => ({ name: layer.id, description: layer.description[language] })),
    paths: { ...serverPaths(), ...Object.assign({}, ...LAYERS.map((layer) => collectionPaths(layer, language))) },
    components: { parameters: PARAMETERS, schemas: SCHEMAS, responses: RESPONSES },
  }
}

const PROBLEM = { $ref: '#/components/responses/Problem' }
const json = (schema: object, type = 'application/json') => ({ description: 'OK', content: { [type]: { schema } } })
const get = (operationId: string, response: object, rest: object = {}) => ({
  get: { operationId, responses: { 200: response, default: PROBLEM }, ...rest },
})
const parameter = (name: string) => ({ $ref: `#/components/parameters/${name}` })
const object = { type: 'object' }

function serverPaths() {
  const search = { name: 'q', in: 'query', required: true, schema: { type: 'string', minLength: 1, maxLength: 200 } }
  return {
    '/api': get('getLandingPage', json(object)),
    '/api/conformance': get('getConformance', json(object)),
    '/api/openapi.json': get('getDefinition', json(object, 'application/vnd.oai.openapi+json;version=3.1')),
    '/api/collections': get('getCollections', json(object)),
    '/api/tileMatrixSets': get('getTileMatrixSets', json(object)),
    '/api/tileMatrixSets/{tileMatrixSetId}': get('getTileMatrixSet', json(object), {
      parameters: [parameter('tileMatrixSetId')],
    }),
    '/api/search': get('search', json(object), { parameters: [search, parameter('limit')] }),
    '/api/state': get('getState', json(object)),
    '/api/events': get('getEvents', json({ type: 'string' }, 'text/event-stream')),
    '/healthz': get('getHealth', json(object)),
    '/tiles/{layers}.json': get('getTileJson', json(object), { parameters: [parameter('layers'), parameter('day')] }),
    '/tiles/{layers}/{z}/{x}/{y}.mvt': get(
      'getTile',
      { $ref: '#/components/responses/Tile' },
      {
        parameters: [parameter('layers'), parameter('z'), parameter('x'), parameter('y'), parameter('state'), parameter('day')],
      },
    ),
  }
}

function collectionPaths(layer: Layer, language: Language) {
  const home = `/api/collections/${layer.id}`
  const tags = [layer.id]
  const filters = fieldsOf(layer).map((field) => ({
    name: field.name,
    in: 'query',
    required: false,
    description: field.label[language],
    schema:
      field.type === 'integer' || field.type === 'number' || field.type === 'date'
        ? { type: 'string' }
        : fieldSchema(field, language),
  }))
  const id = pascalCase(layer.id)
  const tileParameters = ['tileMatrixSetId', 'tileMatrix', 'tileRow', 'tileCol', 'state', 'day'].map(parameter)
  return {
    [home]: get(`describe${id}`, json(object), { tags }),
    [`${home}/queryables`]: get(`getQueryablesOf${id}`, json(object, 'application/schema+json'), { tags }),
    [`${home}/items`]: get(`get${id}`, json({ $ref: '#/components/schemas/FeatureCollection' }, 'application/geo+json'), {
      tags,
      parameters: [...['bbox', 'datetime', 'limit', 'offset', 'q', 'sortby', 'properties', 'f'].map(parameter), ...filters],
    }),
    [`${home}/items/{featureId}`]: get(`getOneOf${id}`, json({ $ref: '#/components/schemas/Feature' }, 'application/geo+json'), {
      tags,
      parameters: [parameter('featureId'), parameter('f')],
    }),
    [`${home}/tiles`]: get(`getTilesetsOf${id}`, json(object), { tags }),
    [`${home}/tiles/{tileMatrixSetId}`]: get(`getTilesetOf${id}`, json(object), {
      tags,
      parameters: [parameter('tileMatrixSetId')],
    }),
    [`${home}/tiles/{tileMatrixSetId}/{tileMatrix}/{tileRow}/{tileCol}`]: get(
      `getTileOf${id}`,
      { $ref: '#/components/responses/Tile' },
      {
        tags,
        parameters: tileParameters,
      },
    ),
  }
}

const pascalCase = (id: string): string => id.replace(/(^|_)([a-z])/g, (_, __, letter: string) => letter.toUpperCase())

const path = (name: string, schema: object) => ({ name, in: 'path', required: true, schema })
const query = (name: string, schema: object, rest: object = {}) => ({ name, in: 'query', required: false, schema, ...rest })
const zoom = { type: 'integer', minimum: TILE_ZOOMS.minimum, maximum: TILE_ZOOMS.maximum }
const whole = { type: 'integer', minimum: 0 }
const listed = { style: 'form', explode: false }

const PARAMETERS = {
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
  limit: query('limit', { type: 'integer', minimum: 1, maximum: LIMIT.maximum, default: LIMIT.standard }),
  offset: query('offset', { type: 'integer', minimum: 0, maximum: 10_000_000, default: 0 }),
  q: query('q', { type: 'string', minLength: 1, maxLength: 200 }),
  sortby: query('sortby', { type: 'array', items: { type: 'string' } }, listed),
  properties: query('properties', { type: 'array', items: { type: 'string' } }, listed),
  f: query('f', { type: 'string', enum: ['json', 'geojson'] }),
  state: query('v', { type: 'string' }),
  featureId: path('featureId', { type: 'integer', minimum: 1 }),
  layers: path('layers', { type: 'string', description: LAYERS.map(({ id }) => id).join(',') }),
  z: path('z', zoom),
  x: path('x', whole),
  y: path('y', whole),
  tileMatrixSetId: path('tileMatrixSetId', { type: 'string', enum: ['WebMercatorQuad'] }),
  tileMatrix: path('tileMatrix', zoom),
  tileRow: path('tileRow', whole),
  tileCol: path('tileCol', whole),
}

const SCHEMAS = {
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

const RESPONSES = {
  Problem: {
    description: 'RFC 9457',
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
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
