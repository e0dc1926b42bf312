import { EDITIONS, FORTIFICATION_CLASSES, INTENSITIES } from '#geodata/hazards/avoidance.ts'
import { RELATIONS, VERDICTS } from '#geodata/hazards/site_check.ts'
import { FINDING_LIMIT, FINDING_STATES, SITE_KINDS } from '../hazards/site_routes.ts'
import { SHEET_FORMATS } from '../spreadsheets/write.ts'
import { query } from './components.ts'
import { body, created, get, json, OBJECT, parameter, post } from './operations.ts'
import { tableFile } from './plan_paths.ts'

const metres = (name: string) => query(name, { type: 'number', minimum: 0, maximum: 5000, examples: ['100'] })
const filters = [
  query('territory', { type: 'string', pattern: '^(\\d{6}|\\d{9}|\\d{12})$', examples: ['411825'] }, { required: true }),
  query('relation', { type: 'string', enum: RELATIONS }),
  query('verdict', { type: 'string', enum: VERDICTS }),
  query('state', { type: 'string', enum: FINDING_STATES }),
  query('kind', { type: 'string', enum: SITE_KINDS }),
  query('past', { type: 'boolean', default: false }),
]

export const hazardPaths = () => ({
  '/api/hazards/rules': get('getHazardRules', json(OBJECT)),
  '/api/hazards/faults/{id}/zones': {
    ...get('previewFaultZones', json(OBJECT), {
      parameters: [
        parameter('id'),
        query('class', { type: 'string', enum: FORTIFICATION_CLASSES }, { required: true }),
        query('intensity', { type: 'integer', enum: INTENSITIES }, { required: true }),
        query('edition', { type: 'string', enum: EDITIONS.map(({ id }) => id) }),
        metres('uncertainty_m'),
        metres('overburden_m'),
        metres('investigation_m'),
      ],
    }),
    ...post('storeFaultZones', created(OBJECT), {
      parameters: [parameter('id')],
      requestBody: body({
        class: 'string',
        intensity: 'integer',
        edition: 'string',
        uncertainty_m: 'number',
        overburden_m: 'number',
        investigation_m: 'number',
        replaces: 'array',
        keeps: 'array',
      }),
    }),
  },
  '/api/hazards/site-checks': post('checkSites', created(OBJECT), {
    requestBody: body({ territory: 'string', near_m: 'number', kinds: 'array' }),
  }),
  '/api/hazards/findings': get('listSiteFindings', json(OBJECT), {
    parameters: [
      ...filters,
      query('limit', { type: 'integer', minimum: 1, maximum: FINDING_LIMIT.maximum, default: FINDING_LIMIT.standard }),
      query('offset', { type: 'integer', minimum: 0, default: 0 }),
    ],
  }),
  '/api/hazards/findings/export': get('exportSiteFindings', tableFile, {
    parameters: [...filters, query('format', { type: 'string', enum: SHEET_FORMATS, default: 'xlsx' })],
  }),
  '/api/hazards/findings/{id}/results': {
    ...get('listSiteResults', json(OBJECT), { parameters: [parameter('id')] }),
    ...post('writeSiteResult', created(OBJECT), {
      parameters: [parameter('id')],
      requestBody: body({ result: 'string', follow_up: 'string', due_on: 'string', state: 'string' }),
    }),
  },
})
