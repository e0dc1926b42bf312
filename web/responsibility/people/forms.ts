/** What the forms of the staff ask, and what they send. */

export type Table = 'people' | 'organisations' | 'posts' | 'tenures'
export type Value = string | number | null
export type Values = Readonly<Record<string, Value>>
export interface Stored {
  readonly id: number
  readonly version: number
}

export type FieldKind = 'text' | 'long' | 'day' | 'choice' | 'territory' | 'organisation' | 'post'

export interface FormField {
  readonly name: string
  readonly kind: FieldKind
  readonly required?: true
  readonly choices?: readonly string[]
  /** Can only be said of a new one. */
  readonly fixed?: true
  /** Can only be said of one that is there. */
  readonly later?: true
}

export const ORGANISATION_KINDS = ['government', 'department', 'town', 'community', 'public_institution', 'enterprise', 'other']

export const FORMS: Readonly<Record<Table, readonly FormField[]>> = {
  people: [
    { name: 'name', kind: 'text', required: true },
    { name: 'name_en', kind: 'text' },
    { name: 'code', kind: 'text' },
    { name: 'organisation_id', kind: 'organisation', required: true },
    { name: 'employment', kind: 'choice', choices: ['full_time', 'part_time'] },
    { name: 'telephone', kind: 'text' },
    { name: 'mobile', kind: 'text' },
    { name: 'left_on', kind: 'day', later: true },
  ],
  organisations: [
    { name: 'name', kind: 'text', required: true },
    { name: 'name_en', kind: 'text' },
    { name: 'code', kind: 'text' },
    { name: 'kind', kind: 'choice', required: true, choices: ORGANISATION_KINDS },
    { name: 'territory_code', kind: 'territory', required: true },
    { name: 'parent_id', kind: 'organisation' },
    { name: 'telephone', kind: 'text' },
  ],
  posts: [
    { name: 'organisation_id', kind: 'organisation', required: true, fixed: true },
    { name: 'name', kind: 'text', required: true },
    { name: 'name_en', kind: 'text' },
    { name: 'duties', kind: 'long' },
  ],
  tenures: [
    { name: 'post_id', kind: 'post', required: true, fixed: true },
    { name: 'valid_from', kind: 'day', required: true },
    { name: 'valid_to', kind: 'day' },
  ],
}

/** Names of fields that are needed and empty. */
export const missing = (fields: readonly FormField[], values: Values): string[] =>
  fields.filter(({ name, required }) => required && (values[name] ?? '') === '').map(({ name }) => name)

/** What is to be written: of a new one all that is said, of one that is there what differs. Empty texts are nothing. */
export function written(fields: readonly FormField[], values: Values, before: Values | null): Values {
  const tidy = (value: Value | undefined): Value => (typeof value === 'string' ? value.trim() || null : (value ?? null))
  return Object.fromEntries(
    fields
      .map(({ name }) => [name, tidy(values[name])] as const)
      .filter(([name, value]) => (before ? name in before && value !== tidy(before[name]) : value !== null)),
  )
}
