import { body, created, get, json, OBJECT, post } from './operations.ts'

export const packPaths = () => ({
  '/api/packs': post('makePack', created(OBJECT), { requestBody: body({ territory_code: 'string' }) }),
  '/api/packs/{pack}': get('getPack', json({ type: 'string', format: 'binary' }, 'application/zip'), {
    parameters: [{ name: 'pack', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } }],
  }),
})
