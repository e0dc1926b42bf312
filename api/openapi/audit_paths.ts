import { query } from './components.ts'
import { get, json, OBJECT, parameter } from './operations.ts'

/** The record of writes. */
export function auditPaths() {
  const text = { type: 'string', minLength: 1, maxLength: 200 }
  const number = { type: 'integer', minimum: 0 }
  const day = { type: 'string', examples: ['2026-03-03'] }
  const texts = ['subject', 'subject_id', 'layer', 'account', 'action'].map((name) => query(name, text))
  const limit = query('limit', { type: 'integer', minimum: 1, maximum: 500, default: 50 })
  const paging = [query('before', number), limit]
  return {
    '/api/audit': get('getAuditEntries', json(OBJECT), {
      parameters: [...texts, query('object_id', number), query('from', day), query('to', day), ...paging],
    }),
    '/api/audit/objects/{layer}/{id}': get('getAuditEntriesOfObject', json(OBJECT), {
      parameters: [parameter('layer'), parameter('id'), ...paging],
    }),
  }
}
