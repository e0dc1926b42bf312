import { PLAN_STATES } from '#geodata/planning/index.ts'
import { SHEET_FORMATS, SHEET_TYPES } from '../spreadsheets/write.ts'
import { VECTOR_FORMATS, VECTOR_TYPES } from '../vector_files/write.ts'
import { flag, query } from './components.ts'
import { body, created, del, form, get, json, OBJECT, parameter, patch, post, put } from './operations.ts'

const id = { parameters: [parameter('id')] }
const name = (each: string) => ({ name: each, in: 'path', required: true, schema: { type: 'string' } })
const ifMatch = { name: 'if-match', in: 'header', required: true, schema: { type: 'string' } }
/** Changed from the version that `If-Match` names. */
const change = (members: Parameters<typeof body>[0] = {}, more: readonly object[] = []) => ({
  parameters: [parameter('id'), ...more, ifMatch],
  requestBody: body(members),
})

export const tableFile = {
  description: 'OK',
  content: Object.fromEntries(Object.values(SHEET_TYPES).map((type) => [type, { schema: { type: 'string', format: 'binary' } }])),
}
const ofDay = [
  name('scheme'),
  query('at', { type: 'string', format: 'date', examples: ['2026-03-03'] }),
  query('territory', { type: 'string', pattern: '^(\\d{6}|\\d{9}|\\d{12})$', examples: ['411825'] }),
]
const exported = { parameters: [...ofDay, query('format', { type: 'string', enum: SHEET_FORMATS, default: 'xlsx' })] }
const areaFile = {
  description: 'OK',
  content: Object.fromEntries(
    Object.values(VECTOR_TYPES).map((type) => [type.replace(' ', ''), { schema: { type: 'string', format: 'binary' } }]),
  ),
}
const downloaded = { parameters: [...ofDay, query('format', { type: 'string', enum: VECTOR_FORMATS, default: 'gpkg' })] }

export const planPaths = () => ({
  '/api/plans': {
    ...get('getPlans', json(OBJECT), {
      parameters: [
        query('state', { type: 'string', enum: PLAN_STATES }),
        query('scheme', { type: 'string', examples: ['governance'] }),
      ],
    }),
    ...post('makePlan', created(OBJECT), {
      requestBody: body({ name: 'string', scheme: 'string', territory_code: 'string', effective_on: 'string', remark: 'string' }),
    }),
  },
  '/api/plans/{id}': {
    ...get('getPlan', json(OBJECT), id),
    ...patch(
      'changePlan',
      json(OBJECT),
      change({ name: 'string', effective_on: 'string', remark: 'string', decisions: 'object' }),
    ),
  },
  '/api/plans/{id}/land': get('getPlanLand', json(OBJECT), id),
  '/api/plans/{id}/lines': get('getPlanLines', json(OBJECT), {
    parameters: [
      parameter('id'),
      query('column', { type: 'integer', minimum: 0, maximum: 9999, examples: [190] }, { required: true }),
      query('row', { type: 'integer', minimum: 0, maximum: 9999, examples: [1850] }, { required: true }),
    ],
  }),
  '/api/plans/{id}/steps': {
    ...get('getPlanSteps', json(OBJECT), id),
    ...post('addPlanStep', created(OBJECT), change({ edits: 'array' })),
  },
  '/api/plans/{id}/steps/{number}/drop': post('dropPlanStep', json(OBJECT), change({}, [name('number')])),
  '/api/plans/{id}/undo': post('undoPlanStep', json(OBJECT), change()),
  '/api/plans/{id}/redo': post('redoPlanStep', json(OBJECT), change()),
  '/api/plans/{id}/findings': get('getPlanFindings', json(OBJECT), id),
  '/api/plans/{id}/exceptions': put(
    'setPlanException',
    json(OBJECT),
    change({ rule: 'string', grid: 'string', reason: 'string' }),
  ),
  '/api/plans/{id}/comparison': get('comparePlan', json(OBJECT), id),
  '/api/plans/{id}/consequences': get('getPlanConsequences', json(OBJECT), id),
  '/api/plans/{id}/comments': {
    ...get('getPlanComments', json(OBJECT), id),
    ...post('addPlanComment', created(OBJECT), {
      ...id,
      requestBody: body({ text: 'string', longitude: 'number', latitude: 'number' }),
    }),
  },
  '/api/plans/{id}/comments/{comment}': patch('resolvePlanComment', json(OBJECT), {
    parameters: [parameter('id'), name('comment')],
    requestBody: body({ resolved: 'boolean' }),
  }),
  '/api/plans/{id}/proposals': post(
    'proposeGrids',
    { ...json(OBJECT), created: true },
    {
      ...id,
      requestBody: body({
        kind: 'string',
        area: 'string',
        weight: 'string',
        grids: 'integer',
        band: 'object',
        cells: 'object',
        tolerance: 'number',
        within: 'string',
        seed: 'integer',
      }),
    },
  ),
  '/api/plans/{id}/proposals/{job}': {
    ...get('getProposal', json(OBJECT), { parameters: [parameter('id'), name('job')] }),
    ...del('cancelProposal', { parameters: [parameter('id'), name('job')] }),
  },
  '/api/plans/{id}/submit': post('submitPlan', json(OBJECT), change({ reason: 'string' })),
  '/api/plans/{id}/withdraw': post('withdrawPlan', json(OBJECT), change({ reason: 'string' })),
  '/api/plans/{id}/return': post('returnPlan', json(OBJECT), change({ reason: 'string' })),
  '/api/plans/{id}/approve': post('approvePlan', json(OBJECT), change({ reason: 'string' })),
  '/api/plans/{id}/publish': post('publishPlan', json(OBJECT), change({ reason: 'string' })),
  '/api/schemes': {
    ...get('getSchemes', json(OBJECT)),
    ...post('makeScheme', created(OBJECT), {
      requestBody: body({ id: 'string', name_zh: 'string', name_en: 'string', within_community: 'boolean', levels: 'array' }),
    }),
  },
  '/api/schemes/{scheme}': {
    ...get('getScheme', json(OBJECT), { parameters: [name('scheme')] }),
    ...del('deleteScheme', { parameters: [name('scheme'), ifMatch] }),
  },
  '/api/schemes/{scheme}/levels': post('addSchemeLevel', created(OBJECT), {
    parameters: [name('scheme')],
    requestBody: body({ name_zh: 'string', name_en: 'string' }),
  }),
  '/api/schemes/{scheme}/cells': {
    ...get('exportSchemeCells', tableFile, exported),
    ...post('makeCells', created(OBJECT), {
      parameters: [name('scheme')],
      requestBody: body({ territory_code: 'string' }),
    }),
  },
  '/api/schemes/{scheme}/grids': {
    ...get('exportSchemeGrids', tableFile, exported),
    ...post('addSiteOrTradeGrid', created(OBJECT), {
      parameters: [name('scheme')],
      requestBody: body({ class: 'string', name: 'string', level: 'integer', territory_code: 'string', geometry: 'object' }),
    }),
  },
  '/api/schemes/{scheme}/grids/{code}/retire': post('retireSiteOrTradeGrid', json(OBJECT), {
    parameters: [name('scheme'), name('code')],
    requestBody: body({}),
  }),
  '/api/schemes/{scheme}/download': get('downloadScheme', areaFile, downloaded),
  '/api/schemes/{scheme}/import': post('importGrids', created(OBJECT), {
    parameters: [name('scheme'), flag('dry_run')],
    requestBody: form({ file: 'binary', request: 'string' }),
  }),
  '/api/schemes/{scheme}/import/columns': post('readGridFileColumns', json(OBJECT), {
    parameters: [name('scheme')],
    requestBody: form({ file: 'binary', request: 'string' }),
  }),
  '/api/schemes/{scheme}/comparison': get('compareScheme', json(OBJECT), {
    parameters: [
      name('scheme'),
      query('from', { type: 'string', format: 'date', examples: ['2026-03-03'] }, { required: true }),
      query('to', { type: 'string', format: 'date', examples: ['2026-03-04'] }, { required: true }),
      query('territory', { type: 'string', pattern: '^(\\d{6}|\\d{9}|\\d{12})$', examples: ['411825'] }),
    ],
  }),
  '/api/schemes/{scheme}/rules': put('setSchemeRules', json(OBJECT), {
    parameters: [name('scheme'), ifMatch],
    requestBody: body({ rules: 'array' }),
  }),
  '/api/schemes/{scheme}/revisions': get('getSchemeRevisions', json(OBJECT), { parameters: [name('scheme')] }),
  '/api/schemes/{scheme}/revisions/{number}/revert': post('revertSchemeRevision', created(OBJECT), {
    parameters: [name('scheme'), name('number')],
    requestBody: body({ name: 'string' }),
  }),
})
