import { LAYERS } from '#geodata/layers/index.ts'
import { ROLES } from '#geodata/responsibility/roles.ts'
import { LIST_LIMIT, MAXIMUM_PICKED } from '../areas/question.ts'
import { MAXIMUM_VERTICES } from '../areas/shape.ts'
import { FINDING_KINDS } from '../responsibility/findings/question.ts'
import { FINDINGS_LIMIT } from '../responsibility/findings/routes.ts'
import { limitSchema, query } from './components.ts'
import { get, json, OBJECT, parameter, post } from './operations.ts'

const ask = (operationId: string, parameters: readonly object[]) => get(operationId, json(OBJECT), { parameters })

const at = query('at', { type: 'string', format: 'date', examples: ['2026-03-03'] })
const code = { type: 'string', pattern: '^(\\d{6}|\\d{9}|\\d{12})$', examples: ['411825'] }
const filters = [
  query('layer', { type: 'string', enum: LAYERS.map(({ id }) => id) }),
  query('role', { type: 'string', enum: ROLES.map(({ id }) => id) }),
  query('territory', code),
  at,
]
/** Its values are rows of the database. */
const scheme = query('scheme', { type: 'string', examples: ['governance'] })

export function responsibilityPaths() {
  return {
    '/api/responsibility': ask('askPoint', [
      query('lon', { type: 'number', minimum: -180, maximum: 180, examples: ['113.27'] }, { required: true }),
      query('lat', { type: 'number', minimum: -90, maximum: 90, examples: ['35.21'] }, { required: true }),
      at,
    ]),
    '/api/responsibility/roles': ask('getRoles', []),
    '/api/responsibility/objects/{layer}/{featureId}': ask('getResponsibleForObject', [
      { name: 'layer', in: 'path', required: true, schema: { type: 'string', enum: LAYERS.map(({ id }) => id) } },
      parameter('featureId'),
      at,
      query('history', { type: 'boolean' }),
    ]),
    '/api/responsibility/people/{id}/places': ask('getPlacesOfPerson', [parameter('id'), at]),
    '/api/responsibility/findings': ask('getFindings', [
      query('kind', { type: 'string', enum: FINDING_KINDS }, { required: true }),
      ...filters,
      scheme,
      query('limit', limitSchema(FINDINGS_LIMIT)),
      parameter('offset'),
    ]),
    '/api/responsibility/findings/summary': ask('countFindings', [...filters, scheme]),
    '/api/areas/ask': post('askArea', json(OBJECT), {
      requestBody: { required: true, content: { 'application/json': { schema: AREA_QUESTION } } },
    }),
  }
}

const AREA_QUESTION = {
  type: 'object',
  description: `Either geometry or picked. At most ${MAXIMUM_VERTICES} vertices.`,
  additionalProperties: false,
  properties: {
    geometry: { type: 'object', description: 'GeoJSON Polygon or MultiPolygon, degrees' },
    picked: {
      type: 'array',
      minItems: 1,
      maxItems: MAXIMUM_PICKED,
      items: {
        type: 'object',
        required: ['layer', 'id'],
        properties: {
          layer: { type: 'string', enum: LAYERS.filter(({ geometry }) => geometry === 'MultiPolygon').map(({ id }) => id) },
          id: { type: 'integer', minimum: 1 },
        },
      },
    },
    at: { type: 'string', format: 'date' },
    layers: { type: 'array', minItems: 1, uniqueItems: true, items: { type: 'string', enum: LAYERS.map(({ id }) => id) } },
    list: {
      type: 'object',
      required: ['layer'],
      additionalProperties: false,
      properties: {
        layer: { type: 'string', enum: LAYERS.map(({ id }) => id) },
        limit: limitSchema(LIST_LIMIT),
        offset: { type: 'integer', minimum: 0, maximum: 10_000_000, default: 0 },
      },
    },
  },
}
