// What an entry of the record says, field by field.
import { fieldsOf, findLayer } from '#geodata/layers/index.ts'
import { ROLES } from '#geodata/responsibility/roles.ts'
import { formatValue, isEmpty, type ValueWords } from '../values/field.ts'
import { formatDay, formatTime } from '../values/times.ts'
import { pick } from '../words/pick.ts'
import type { AuditEntry, Row } from './entries.ts'

export interface Difference {
  /** Column of the table; `shape` stands for those that hold one. */
  readonly name: string
  readonly before: unknown
  readonly after: unknown
}

const SHAPES = ['geom', 'canonical']
/** Counted up with every write: says nothing. */
const PASSED_OVER = ['id', 'version', 'person_name']

/** The fields that a write changed; of what was added or deleted, all that were filled in. */
export function differencesOf({ before, after }: AuditEntry): Difference[] {
  const names = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])]
  const fields = names
    .filter((name) => !SHAPES.includes(name) && !PASSED_OVER.includes(name))
    .map((name) => ({ name, before: shownValue(before, name), after: shownValue(after, name) }))
    .filter((one) => JSON.stringify(one.before) !== JSON.stringify(one.after))
  const shape = SHAPES.find((name) => !isEmpty(before?.[name]) || !isEmpty(after?.[name]))
  const reshaped = shape !== undefined && JSON.stringify(before?.[shape]) !== JSON.stringify(after?.[shape])
  return reshaped ? [...fields, { name: 'shape', before: before?.[shape] ?? null, after: after?.[shape] ?? null }] : fields
}

/** A person's number says little; his name stands beside it. */
const shownValue = (row: Row | null, name: string): unknown =>
  (name === 'person_id' ? (row?.person_name ?? row?.person_id) : row?.[name]) ?? null

export interface Wording extends ValueWords {
  readonly language: string
  readonly accountRole: (role: string) => string | undefined
}

/** A value as people read it: with the catalogue's words where the table is a layer. */
export function valueText(subject: string, name: string, value: unknown, words: Wording): string {
  if (isEmpty(value)) return ''
  const layer = findLayer(subject)
  const field = layer && fieldsOf(layer).find((one) => one.name === name)
  if (field) return formatValue(field, value, words.language, words)
  if (typeof value === 'boolean') return value ? words.yes : words.no
  if (typeof value === 'object') return JSON.stringify(value)
  const text = String(value)
  if (name === 'layer') return pickOr(findLayer(text)?.name, text, words.language)
  if (name === 'role') return words.accountRole(text) ?? pickOr(ROLES.find(({ id }) => id === text)?.label, text, words.language)
  if (/_at$/.test(name)) return formatTime(text, words.language)
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return formatDay(text, words.language)
  return text
}

const pickOr = (words: Parameters<typeof pick>[0] | undefined, otherwise: string, language: string) =>
  words ? pick(words, language) : otherwise

/** Signing in and the like: they are about whoever did them, and change nothing. */
export const isEvent = ({ before, after, subject }: AuditEntry): boolean =>
  subject === 'accounts' && before === null && after === null

/** What people call the thing that an entry is about, as far as the entry tells. */
export function titleOf({ before, after, subject, subject_id, object_id, layer }: AuditEntry, words: Wording): string {
  const { language } = words
  const row = after ?? before ?? {}
  const own = findLayer(subject)
  const names = own ? own.title : ['display_name', 'person_name', 'name', 'name_zh', 'file_name']
  const name = names.map((one) => row[one]).find((value) => !isEmpty(value))
  if (subject === 'assignments') {
    const role = pickOr(ROLES.find(({ id }) => id === row.role)?.label, String(row.role ?? ''), language)
    const thing = layer ? pickOr(findLayer(layer)?.name, layer, language) : ''
    return [row.person_name, role, `${thing} #${object_id ?? ''}`].filter(Boolean).join(' · ')
  }
  if (subject === 'account_roles') return valueText(subject, 'role', row.role, words)
  return name === undefined ? (subject_id === null ? '' : `#${subject_id}`) : String(name)
}
