import { type Field, fieldsOf, LAYERS, type Layer } from '#geodata/layers/index.ts'
import { fieldSchema } from '../collections/describe.ts'
import { COMMON_PARAMETERS } from '../features/question.ts'
import { SEARCH_LIMIT } from '../search/routes.ts'
import { API_VERSION } from '../version.ts'
import { type Language, WORDS } from '../words/index.ts'
import { accessPaths } from './access_paths.ts'
import { auditPaths } from './audit_paths.ts'
import { casePaths } from './case_paths.ts'
import { limitSchema, PARAMETERS, query, RESPONSES, SCHEMAS } from './components.ts'
import { damagePaths } from './damage_paths.ts'
import { emergencyPaths } from './emergency_paths.ts'
import { hazardPaths } from './hazard_paths.ts'
import { get, json, OBJECT, parameter } from './operations.ts'
import { packPaths } from './pack_paths.ts'
import { planPaths } from './plan_paths.ts'
import { printPaths } from './print_paths.ts'
import { reportPaths } from './report_paths.ts'
import { responsibilityPaths } from './responsibility_paths.ts'
import { riverPaths } from './river_paths.ts'
import { sheetPaths } from './sheet_paths.ts'
import { staffPaths } from './staff_paths.ts'

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
    paths: {
      ...serverPaths(),
      ...accessPaths(),
      ...auditPaths(),
      ...responsibilityPaths(),
      ...planPaths(),
      ...packPaths(),
      ...emergencyPaths(),
      ...casePaths(),
      ...damagePaths(),
      ...staffPaths(),
      ...sheetPaths(),
      ...printPaths(),
      ...reportPaths(),
      ...hazardPaths(),
      ...riverPaths(),
      ...Object.assign({}, ...LAYERS.map((layer) => collectionPaths(layer, language))),
    },
    components: { parameters: PARAMETERS, schemas: SCHEMAS, responses: RESPONSES },
  }
}

function serverPaths() {
  const text = { name: 'q', in: 'query', required: true, schema: { type: 'string', minLength: 1, maxLength: 200 } }
  const number = query('limit', limitSchema(SEARCH_LIMIT))
  const parameters = [parameter('format')]
  return {
    '/api': get('getLandingPage', json(OBJECT), { parameters }),
    '/api/conformance': get('getConformance', json(OBJECT), { parameters }),
    '/api/openapi.json': get('getDefinition', json(OBJECT, 'application/vnd.oai.openapi+json;version=3.1'), { parameters }),
    '/api/collections': get('getCollections', json(OBJECT), { parameters }),
    '/api/tileMatrixSets': get('getTileMatrixSets', json(OBJECT), { parameters }),
    '/api/tileMatrixSets/{tileMatrixSetId}': get('getTileMatrixSet', json(OBJECT), {
      parameters: [parameter('tileMatrixSetId'), parameter('format')],
    }),
    '/api/search': get('search', json(OBJECT), { parameters: [text, number] }),
    '/api/state': get('getState', json(OBJECT)),
    '/api/events': get('getEvents', json({ type: 'string' }, 'text/event-stream')),
    '/healthz': get('getHealth', json(OBJECT)),
    '/tiles/{layers}.json': get('getTileJson', json(OBJECT), { parameters: [parameter('layers'), parameter('day')] }),
    '/tiles/{layers}/{z}/{x}/{y}.mvt': get(
      'getTile',
      { $ref: '#/components/responses/Tile' },
      {
        parameters: [parameter('layers'), parameter('z'), parameter('x'), parameter('y'), parameter('state'), parameter('day')],
      },
    ),
    '/tiles/elevation/{z}/{x}/{y}.png': get(
      'getElevationTile',
      { $ref: '#/components/responses/ElevationTile' },
      { parameters: [parameter('elevationZoom'), parameter('x'), parameter('y'), parameter('state')] },
    ),
    '/basemap/{z}/{x}/{y}': get(
      'getBaseMapTile',
      { $ref: '#/components/responses/BaseMapTile' },
      { parameters: [parameter('z'), parameter('x'), parameter('y')] },
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
    schema: filterSchema(field, language),
  }))
  const id = pascalCase(layer.id)
  const parameters = [parameter('format')]
  const tileParameters = ['tileMatrixSetId', 'tileMatrix', 'tileRow', 'tileCol', 'state', 'day'].map(parameter)
  return {
    [home]: get(`describe${id}`, json(OBJECT), { tags, parameters }),
    [`${home}/queryables`]: get(`getQueryablesOf${id}`, json(OBJECT, 'application/schema+json'), { tags, parameters }),
    [`${home}/items`]: get(`get${id}`, json({ $ref: '#/components/schemas/FeatureCollection' }, 'application/geo+json'), {
      tags,
      parameters: [...COMMON_PARAMETERS.map(parameter), ...filters],
    }),
    [`${home}/items/{featureId}`]: get(`getOneOf${id}`, json({ $ref: '#/components/schemas/Feature' }, 'application/geo+json'), {
      tags,
      parameters: [parameter('featureId'), parameter('f')],
    }),
    [`${home}/tiles`]: get(`getTilesetsOf${id}`, json(OBJECT), { tags, parameters }),
    [`${home}/tiles/{tileMatrixSetId}`]: get(`getTilesetOf${id}`, json(OBJECT), {
      tags,
      parameters: [parameter('tileMatrixSetId'), parameter('format')],
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

/** A filter of numbers or days takes one of them, or a range. */
function filterSchema(field: Field, language: Language) {
  if (field.type === 'date') return { type: 'string', examples: ['2026-03-03', '2026-01-01..2026-12-31', '2026-01-01..'] }
  if (field.type === 'integer' || field.type === 'number') return { type: 'string', examples: ['10', '10..20', '10..', '..20'] }
  return fieldSchema(field, language)
}

const pascalCase = (id: string): string => id.replace(/(^|_)([a-z])/g, (_, __, letter: string) => letter.toUpperCase())
