import { COVERAGE_KINDS, COVERAGE_LIMIT } from '../emergency/gaps/question.ts'
import { INCIDENT_RANGES, INCIDENT_STANDARDS } from '../emergency/incident_question.ts'
import { limitSchema, query } from './components.ts'
import { body, created, del, get, json, OBJECT, parameter, post } from './operations.ts'

const id = { parameters: [parameter('id')] }
const whole = (name: keyof typeof INCIDENT_RANGES, standard?: number) =>
  query(name, { type: 'integer', ...INCIDENT_RANGES[name], ...(standard === undefined ? {} : { default: standard }) })

const limit = query('limit', limitSchema(COVERAGE_LIMIT))
const kind = { type: 'string', enum: COVERAGE_KINDS }

/** The same for the answer and for its sheet. */
export const incidentParameters = [
  query('lon', { type: 'number', minimum: -180, maximum: 180, examples: ['113.196'] }, { required: true }),
  query('lat', { type: 'number', minimum: -90, maximum: 90, examples: ['35.094'] }, { required: true }),
  whole('people'),
  whole('radius_m', INCIDENT_STANDARDS.radius_m),
  whole('water', INCIDENT_STANDARDS.water),
]

export const emergencyPaths = () => ({
  '/api/emergency/coverage': {
    ...get('getCoverage', json(OBJECT), {
      parameters: [
        query('kind', kind, { required: true }),
        query('territory', { type: 'string', pattern: '^(\\d{6}|\\d{9}|\\d{12})$', examples: ['411825'] }, { required: true }),
        limit,
      ],
    }),
    ...post('askCoverage', json(OBJECT), {
      requestBody: body({ kind: 'string', geometry: 'object', picked: 'array', at: 'string', limit: 'integer' }),
    }),
  },
  '/api/emergency/incident': get('askIncident', json(OBJECT), {
    parameters: incidentParameters,
  }),
  '/api/emergency/marks': {
    ...get('getFieldMarks', json(OBJECT)),
    ...post('markInField', created(OBJECT), {
      requestBody: body({
        client_id: 'string',
        layer: 'string',
        object_id: 'integer',
        mark: 'string',
        note: 'string',
        noted_at: 'string',
      }),
    }),
  },
  '/api/emergency/marks/{id}/undo': post('undoFieldMark', json(OBJECT), { ...id, requestBody: body({}) }),
  '/api/emergency/closures': {
    ...get('getRoadClosures', json(OBJECT)),
    ...post('closeRoad', created(OBJECT), { requestBody: body({ client_id: 'string', geometry: 'object', reason: 'string' }) }),
  },
  '/api/emergency/closures/{id}': del('endRoadClosure', id),
})
