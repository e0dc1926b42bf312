import { DAMAGED_KINDS, DEGREES, PEOPLE_COUNTS } from '#geodata/damage/grades.ts'
import { PHOTO_TYPES } from '#geodata/photos/index.ts'
import { REPORTS_LIMIT } from '../damage/report_routes.ts'
import { flag, limitSchema, query } from './components.ts'
import { body, created, form, get, json, OBJECT, parameter, patch, post } from './operations.ts'

const id = { parameters: [parameter('id')] }
const event = { name: 'string', kind: 'string', began_at: 'string', area_codes: 'array', remark: 'string' } as const
const counts = Object.fromEntries(PEOPLE_COUNTS.map((name) => [name, 'integer']))
const photo = { name: 'photo', in: 'path', required: true, schema: { type: 'integer', minimum: 1 } }
const picture = { description: 'OK', content: Object.fromEntries(PHOTO_TYPES.map((type) => [type, {}])) }

export const damagePaths = () => ({
  '/api/damage/events': {
    ...get('getDamageEvents', json(OBJECT), { parameters: [query('state', { type: 'string', enum: ['open', 'closed'] })] }),
    ...post('openDamageEvent', created(OBJECT), { requestBody: body(event) }),
  },
  '/api/damage/events/{id}': {
    ...get('getDamageEvent', json(OBJECT), id),
    ...patch('changeDamageEvent', json(OBJECT), {
      parameters: [parameter('id'), parameter('ifMatch')],
      requestBody: body({ ...event, closed: 'boolean' }),
    }),
  },
  '/api/damage/events/{id}/points': get('getDamagePoints', json(OBJECT), id),
  '/api/damage/events/{id}/shapes': get('getDamageShapes', json(OBJECT), id),
  '/api/damage/events/{id}/reports': {
    ...get('getDamageReports', json(OBJECT), {
      parameters: [
        parameter('id'),
        query('territory', { type: 'string', pattern: '^(\\d{6}|\\d{9}|\\d{12})$', examples: ['411825'] }),
        query('degree', { type: 'string', enum: DEGREES }),
        query('kind', { type: 'string', enum: DAMAGED_KINDS }),
        query('people', { type: 'string', enum: PEOPLE_COUNTS }),
        flag('nothing_damaged'),
        flag('all'),
        flag('mine'),
        query('limit', limitSchema(REPORTS_LIMIT)),
        parameter('offset'),
      ],
    }),
    ...post('reportDamage', created(OBJECT), {
      ...id,
      requestBody: body({
        client_id: 'string',
        corrects: 'integer',
        withdrawn: 'boolean',
        nothing_damaged: 'boolean',
        degree: 'string',
        kind: 'string',
        longitude: 'number',
        latitude: 'number',
        accuracy_m: 'number',
        place_source: 'string',
        community_code: 'string',
        place: 'string',
        ...counts,
        text: 'string',
        photos: 'integer',
        noted_at: 'string',
        sent_at: 'string',
      }),
    }),
  },
  '/api/damage/reports/{id}': get('getDamageReport', json(OBJECT), id),
  '/api/damage/reports/{id}/photos': post('addDamagePhoto', created(OBJECT), {
    ...id,
    requestBody: form({ photo: 'binary', small: 'binary' }),
  }),
  '/api/damage/reports/{id}/photos/{photo}': get('getDamagePhoto', picture, {
    parameters: [parameter('id'), photo, query('size', { type: 'string', enum: ['full', 'small'] })],
  }),
})
