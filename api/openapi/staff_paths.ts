import { LAYERS } from '#geodata/layers/index.ts'
import { ROLES } from '#geodata/responsibility/roles.ts'
import { ASSIGNMENT_PAGE } from '../assignments/list.ts'
import { SHEET_FORMATS, SHEET_TYPES } from '../spreadsheets/write.ts'
import { STAFF_PAGE } from '../staff/questions.ts'
import { flag, limitSchema, query } from './components.ts'
import { body, created, del, form, get, json, OBJECT, parameter, patch, post } from './operations.ts'

/** Organisations, posts, people, tenures and assignments: lists, writing, handing over, files. */
export function staffPaths() {
  return {
    ...table('organisations', 'Organisation', ORGANISATION, [text('q'), TERRITORY]),
    ...table('posts', 'Post', POST, [text('q'), TERRITORY, number('organisation_id')]),
    ...table('people', 'Person', PERSON, PEOPLE_FILTERS),
    '/api/tenures': post('addTenure', created(OBJECT), { requestBody: body(TENURE) }),
    '/api/tenures/{id}': one('Tenure', TENURE),
    '/api/people/{id}/handover': post('handOver', json(OBJECT), { parameters: [parameter('id')], requestBody: HANDOVER }),
    '/api/people/export': get('exportPeople', SHEET, { parameters: [...PEOPLE_FILTERS, FORMAT] }),
    '/api/people/import': post('importPeople', created(OBJECT), {
      parameters: [flag('dry_run')],
      requestBody: form({ file: 'binary' }),
    }),
    '/api/assignments': {
      ...get('getAssignments', json(OBJECT), {
        parameters: [...ASSIGNMENT_FILTERS, limit(ASSIGNMENT_PAGE), parameter('offset')],
      }),
      ...post('assign', created(OBJECT), { requestBody: body(ORDER) }),
    },
    '/api/assignments/{id}': {
      ...one('Assignment', ASSIGNMENT),
      ...del('deleteAssignment', { parameters: [parameter('id')] }),
    },
    '/api/assignments/export': get('exportAssignments', SHEET, { parameters: [...ASSIGNMENT_FILTERS, FORMAT] }),
    '/api/assignments/import': post('importAssignments', created(OBJECT), {
      parameters: [flag('dry_run'), flag('replace')],
      requestBody: form({ file: 'binary' }),
    }),
  }
}

type Members = Readonly<Record<string, string>>

const table = (path: string, name: string, members: Members, filters: readonly object[]) => ({
  [`/api/${path}`]: {
    ...get(`list${name}s`, json(OBJECT), { parameters: [...filters, limit(STAFF_PAGE), parameter('offset')] }),
    ...post(`add${name}`, created(OBJECT), { requestBody: body(members) }),
  },
  [`/api/${path}/{id}`]: one(name, members),
})

const one = (name: string, members: Members) => ({
  ...get(`get${name}`, json(OBJECT), { parameters: [parameter('id')] }),
  ...patch(`change${name}`, json(OBJECT), { parameters: [parameter('id'), parameter('ifMatch')], requestBody: body(members) }),
})

const text = (name: string) => query(name, { type: 'string', minLength: 1, maxLength: 200 })
const number = (name: string) => query(name, { type: 'integer', minimum: 0 })
const limit = (limits: { standard: number; maximum: number }) => query('limit', limitSchema(limits))

const TERRITORY = query('territory', { type: 'string', pattern: '^(\\d{6}|\\d{9}|\\d{12})$', examples: ['410882'] })
const FORMAT = query('format', { type: 'string', enum: SHEET_FORMATS })
const PEOPLE_FILTERS = [text('q'), TERRITORY, number('organisation_id'), flag('left')]
const ASSIGNMENT_FILTERS = [
  query('layer', { type: 'string', enum: LAYERS.map(({ id }) => id) }),
  number('object_id'),
  number('person_id'),
  query('role', { type: 'string', enum: ROLES.map(({ id }) => id) }),
  TERRITORY,
  query('at', { type: 'string', format: 'date', examples: ['2026-03-03'] }),
  flag('all'),
]

const ORGANISATION = {
  code: 'string',
  name: 'string',
  name_en: 'string',
  kind: 'string',
  territory_code: 'string',
  parent_id: 'integer',
  telephone: 'string',
}
const POST = { organisation_id: 'integer', name: 'string', name_en: 'string', duties: 'string' }
const PERSON = {
  code: 'string',
  name: 'string',
  name_en: 'string',
  organisation_id: 'integer',
  employment: 'string',
  telephone: 'string',
  mobile: 'string',
  left_on: 'string',
}
const TENURE = { post_id: 'integer', person_id: 'integer', valid_from: 'string', valid_to: 'string' }
const ASSIGNMENT = {
  standing: 'string',
  person_id: 'integer',
  chainage_from_m: 'number',
  chainage_to_m: 'number',
  valid_from: 'string',
  valid_to: 'string',
  remark: 'string',
}
const ORDER = {
  role: 'string',
  standing: 'string',
  person_id: 'integer',
  valid_from: 'string',
  valid_to: 'string',
  remark: 'string',
  replace: 'boolean',
  dry_run: 'boolean',
  objects: 'array',
  area: 'object',
}
const BOOLEAN = { type: 'boolean' }
const HANDOVER = {
  required: true,
  content: {
    'application/json': {
      schema: {
        type: 'object',
        additionalProperties: false,
        required: ['to', 'on'],
        properties: {
          to: { type: ['integer', 'array'], items: { type: 'object', required: ['layer', 'role', 'to'] } },
          on: { type: 'string', format: 'date' },
          left: BOOLEAN,
          end_rest: BOOLEAN,
          dry_run: BOOLEAN,
        },
      },
    },
  },
}

const SHEET = {
  description: 'A list that the import takes back',
  content: Object.fromEntries(
    Object.values(SHEET_TYPES).map((type) => [type.replace(' ', ''), { schema: { type: 'string', format: 'binary' } }]),
  ),
}
