import { CHIEF_LEVELS } from '#geodata/rivers/records.ts'
import { WATER_LIMITS } from '#geodata/rivers/water_class.ts'
import { BYS } from '../rivers/month.ts'
import { LIMIT } from '../rivers/reading.ts'
import { STATES } from '../rivers/segments.ts'
import { BOARD_STATES } from '../rivers/signboard_routes.ts'
import { flag, limitSchema, query } from './components.ts'
import { body, created, get, json, OBJECT, parameter, post, put } from './operations.ts'

const id = { parameters: [parameter('id')] }
const level = query('level', { type: 'string', enum: CHIEF_LEVELS })
const territory = query('territory', { type: 'string', pattern: '^(\\d{6}|\\d{9}|\\d{12})$', examples: ['411825'] })
const number = (name: string) => query(name, { type: 'integer', minimum: 1 })
const day = (name: string) => query(name, { type: 'string', format: 'date', examples: ['2026-03-03'] })
const page = [query('limit', limitSchema(LIMIT)), parameter('offset')]
const patrol = body({
  client_id: 'string',
  segment_id: 'integer',
  level: 'string',
  track: 'array',
  reason: 'string',
  remark: 'string',
  started_at: 'string',
  ended_at: 'string',
  sent_at: 'string',
})
const rule = {
  period: 'string',
  times: 'integer',
  minimum_minutes: 'number',
  minimum_m: 'number',
  minimum_cover_percent: 'number',
  minimum_hours_apart: 'number',
  corridor_m: 'number',
  maximum_speed_m_s: 'number',
  maximum_pause_s: 'number',
  source: 'string',
  edition: 'string',
  valid_from: 'string',
} as const
const factors = Object.fromEntries(WATER_LIMITS.map(({ factor }) => [factor, 'number']))

export const riverPaths = () => ({
  '/api/rivers': get('listRivers', json(OBJECT)),
  '/api/rivers/{id}/strip': get('getRiverStrip', json(OBJECT), { parameters: [parameter('id'), level] }),
  '/api/rivers/segments': get('listSegmentStandings', json(OBJECT), {
    parameters: [
      flag('mine'),
      level,
      territory,
      number('river'),
      query('state', { type: 'string', enum: STATES }),
      parameter('q'),
      ...page,
    ],
  }),
  '/api/rivers/segments/{id}': get('getSegmentStanding', json(OBJECT), id),
  '/api/rivers/segments/{id}/signboard': put('updateSignboard', json(OBJECT), {
    ...id,
    requestBody: body({ updated_on: 'string' }),
  }),
  '/api/rivers/signboards': get('getSignboards', json(OBJECT), {
    parameters: [territory, query('state', { type: 'string', enum: BOARD_STATES, default: 'due' }), ...page],
  }),
  '/api/rivers/patrols': {
    ...get('getPatrols', json(OBJECT), {
      parameters: [
        number('segment'),
        number('person'),
        number('organisation'),
        query('scheme', { type: 'string', examples: ['governance'] }),
        query('grid', { type: 'string', pattern: '^\\d{15}$', examples: ['411825100001101'] }),
        flag('mine'),
        day('from'),
        day('to'),
        level,
        territory,
        flag('valid'),
        ...page,
      ],
    }),
    ...post('handInPatrol', created(OBJECT), { requestBody: patrol }),
  },
  '/api/rivers/patrols/rehearsal': post('rehearsePatrol', json(OBJECT), { requestBody: patrol }),
  '/api/rivers/patrols/{id}': get('getPatrol', json(OBJECT), id),
  '/api/rivers/patrol-rules': {
    ...get('getPatrolRules', json(OBJECT)),
    ...post('addPatrolRule', created(OBJECT), { requestBody: body({ level: 'string', territory_code: 'string', ...rule }) }),
  },
  '/api/rivers/patrol-rules/{id}': put('changePatrolRule', json(OBJECT), {
    parameters: [parameter('id'), parameter('ifMatch')],
    requestBody: body(rule),
  }),
  '/api/rivers/stations/{id}/samples': {
    ...get('getWaterSamples', json(OBJECT), { parameters: [parameter('id'), query('limit', limitSchema(LIMIT))] }),
    ...post('addWaterSample', created(OBJECT), {
      ...id,
      requestBody: body({ sampled_on: 'string', source: 'string', ...factors }),
    }),
  },
  '/api/rivers/month': get('getRiverMonth', json(OBJECT), {
    parameters: [
      query('month', { type: 'string', pattern: '^\\d{4}-\\d{2}$', examples: ['2026-03'] }),
      query('by', { type: 'string', enum: BYS, default: 'town' }),
      level,
      territory,
    ],
  }),
})
