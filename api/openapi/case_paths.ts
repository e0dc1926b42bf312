import { STAGES, STEP_ACTIONS } from '#geodata/cases/flow.ts'
import { DIMENSIONS, OUTCOMES, QUEUES } from '#geodata/cases/records.ts'
import { PHOTO_TYPES } from '#geodata/photos/index.ts'
import { CASES_LIMIT } from '../cases/case_routes.ts'
import { SORTS, SUBJECTS } from '../cases/filter.ts'
import { flag, limitSchema, query } from './components.ts'
import { body, created, form, get, json, OBJECT, parameter, post, put } from './operations.ts'

const id = { parameters: [parameter('id')] }
const whole = { type: 'integer', minimum: 1 }
const day = { type: 'string', format: 'date', examples: ['2026-03-03'] }
const territory = query('territory', { type: 'string', pattern: '^(\\d{6}|\\d{9}|\\d{12})$', examples: ['411825'] })
const kind = query('kind', { type: 'string', pattern: '^[CER]\\d{4}$', examples: ['C0101'] })
const subject = query('subject', { type: 'string', enum: SUBJECTS })
const scheme = query('scheme', { type: 'string', examples: ['governance'] })
const code = { name: 'code', in: 'path', required: true, schema: { type: 'string' } }
const part = (name: string) => ({ name, in: 'path', required: true, schema: whole })
const picture = { description: 'OK', content: Object.fromEntries(PHOTO_TYPES.map((type) => [type, {}])) }

const filters = [
  query('queue', { type: 'string', enum: QUEUES }),
  query('stage', { type: 'string', enum: STAGES }),
  kind,
  query('class', { type: 'string', pattern: '^[CER]\\d{2}$', examples: ['C01'] }),
  subject,
  territory,
  scheme,
  query('grid', { type: 'string', pattern: '^\\d{15}$', examples: ['411825100001101'] }),
  query('organisation', whole),
  query('person', whole),
  query('segment', whole),
  query('layer', { type: 'string', examples: ['hydrants'] }),
  query('object_id', whole),
  flag('mine'),
  flag('handled_by_me'),
  query('q', { type: 'string', minLength: 1, maxLength: 200 }),
  query('from', day),
  query('to', day),
  query('outcome', { type: 'string', enum: OUTCOMES }),
]

const collected = {
  client_id: 'string',
  kind: 'string',
  source: 'string',
  longitude: 'number',
  latitude: 'number',
  accuracy_m: 'number',
  layer: 'string',
  object_id: 'integer',
  segment_id: 'integer',
  bank: 'string',
  text: 'string',
  place: 'string',
  photos: 'integer',
  noted_at: 'string',
  sent_at: 'string',
}

export const casePaths = () => ({
  '/api/cases': {
    ...get('getCases', json(OBJECT), {
      parameters: [
        ...filters,
        query('sort', { type: 'string', enum: SORTS }),
        query('limit', limitSchema(CASES_LIMIT)),
        parameter('offset'),
      ],
    }),
    ...post('collectCase', created(OBJECT), { requestBody: body(collected) }),
  },
  '/api/cases/points': get('getCasePoints', json(OBJECT), { parameters: filters }),
  '/api/cases/counts': get('getCaseCounts', json(OBJECT), { parameters: [territory] }),
  '/api/cases/kinds': get('getCaseKinds', json(OBJECT), { parameters: [query('at', day)] }),
  '/api/cases/kinds/{code}': put('changeCaseKind', json(OBJECT), {
    parameters: [code, parameter('ifMatch')],
    requestBody: body({
      limits: 'object',
      owner_rule: 'array',
      files_itself: 'boolean',
      urgent: 'boolean',
      source: 'string',
      edition: 'string',
      valid_from: 'string',
    }),
  }),
  '/api/cases/proposal': get('proposeCase', json(OBJECT), {
    parameters: [
      { ...kind, required: true },
      query('lon', { type: 'number', minimum: -180, maximum: 180, examples: ['113.196'] }, { required: true }),
      query('lat', { type: 'number', minimum: -90, maximum: 90, examples: ['35.094'] }, { required: true }),
      query('layer', { type: 'string' }),
      query('object_id', whole),
      query('segment_id', whole),
    ],
  }),
  '/api/cases/evaluation': get('evaluateCases', json(OBJECT), {
    parameters: [
      query('from', day, { required: true }),
      query('to', day, { required: true }),
      query('by', { type: 'string', enum: DIMENSIONS, default: 'town' }),
      scheme,
      query('level', { type: 'integer', minimum: 1, maximum: 9 }),
      territory,
      subject,
    ],
  }),
  '/api/cases/departments': {
    ...get('getCaseDepartments', json(OBJECT)),
    ...put('setCaseDepartment', json(OBJECT), {
      requestBody: body({ duty: 'string', territory_code: 'string', organisation_id: 'integer' }),
    }),
  },
  '/api/cases/calendar': get('getWorkCalendar', json(OBJECT), {
    parameters: [query('year', { type: 'string', pattern: '^(19|20)\\d\\d$', examples: ['2026'] })],
  }),
  '/api/cases/calendar/{day}': put('setWorkCalendarDay', json(OBJECT), {
    parameters: [{ name: 'day', in: 'path', required: true, schema: day }],
    requestBody: body({ kind: 'string', name: 'string', source: 'string' }),
  }),
  '/api/cases/{id}': get('getCase', json(OBJECT), id),
  '/api/cases/{id}/nearby': get('getCasesNearby', json(OBJECT), id),
  '/api/cases/{id}/handlers': get('getCaseHandlers', json(OBJECT), {
    parameters: [parameter('id'), query('q', { type: 'string', maxLength: 200 })],
  }),
  '/api/cases/{id}/events': post('takeCaseStep', created(OBJECT), {
    parameters: [parameter('id'), { name: 'If-Match', in: 'header', required: false, schema: { type: 'string' } }],
    requestBody: body({
      action: 'string',
      client_id: 'string',
      text: 'string',
      organisation_id: 'integer',
      handler_id: 'integer',
      until: 'string',
      merged_into: 'integer',
    }),
    description: STEP_ACTIONS.join(', '),
  }),
  '/api/cases/{id}/events/{number}/photos': post('addCasePhoto', created(OBJECT), {
    parameters: [parameter('id'), part('number')],
    requestBody: form({ photo: 'binary', small: 'binary' }),
  }),
  '/api/cases/{id}/photos/{evidence}': get('getCasePhoto', picture, {
    parameters: [parameter('id'), part('evidence'), query('size', { type: 'string', enum: ['full', 'small'] })],
  }),
})
