// What of the cases somebody wants to see, as an address keeps it and as the server is asked.
import { QUEUES, type Queue } from '#geodata/cases/records.ts'

/** All cases, whatever has become of them, are no queue of the desk: the lists behind figures begin with them. */
export type QueueChoice = Queue | 'all'
export const QUEUE_CHOICES: readonly QueueChoice[] = [...QUEUES, 'all']

/** What is asked of the server besides the queue, each under the server's own name. */
export const FILTERS = [
  'subject',
  'class',
  'kind',
  'territory',
  'scheme',
  'grid',
  'organisation',
  'person',
  'segment',
  'layer',
  'object_id',
  'mine',
  'handled_by_me',
  'q',
  'from',
  'to',
  'outcome',
  'sort',
] as const
export type FilterName = (typeof FILTERS)[number]
export type CaseFilter = Readonly<Partial<Record<FilterName, string>>>

export const EVERY_CASE: CaseFilter = {}

/** These are one condition between them. */
const TOGETHER: readonly (readonly FilterName[])[] = [
  ['scheme', 'grid'],
  ['layer', 'object_id'],
  ['from', 'to', 'outcome'],
  ['class', 'kind'],
]

/** The conditions apart, each with the names that go with it. The order is no condition. */
export function conditionsOf(filter: CaseFilter): readonly (readonly FilterName[])[] {
  const single = FILTERS.filter((name) => name !== 'sort' && !TOGETHER.some((names) => names.includes(name))).map((name) => [
    name,
  ])
  return [...single, ...TOGETHER].filter((names) => names.some((name) => filter[name] !== undefined))
}

/** With some of it changed; undefined takes a condition away. */
export function withFilter(filter: CaseFilter, change: Readonly<Partial<Record<FilterName, string | undefined>>>): CaseFilter {
  const next = { ...filter, ...change }
  return Object.fromEntries(Object.entries(next).filter(([, value]) => value !== undefined && value !== ''))
}

/** `subject:river,q:…`; what separates is written otherwise within a value. */
export const writeCaseFilter = (filter: CaseFilter): string | null =>
  FILTERS.flatMap((name) => (filter[name] === undefined ? [] : `${name}:${encodeURIComponent(filter[name])}`)).join(',') || null

export function readCaseFilter(text: string | null): CaseFilter {
  const parts = (text ?? '').split(',').flatMap((part) => {
    const [, name = '', value = ''] = /^(\w+):(.+)$/.exec(part) ?? []
    return FILTERS.includes(name as FilterName) ? [[name, decoded(value)] as const] : []
  })
  return withFilter({}, Object.fromEntries(parts))
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}

/** As the server is asked for a list, its points or its numbers. */
export function filterQuery(queue: QueueChoice, filter: CaseFilter, more: Readonly<Record<string, string>> = {}): string {
  const given: [string, string][] = FILTERS.flatMap((name) => (filter[name] === undefined ? [] : [[name, filter[name]]]))
  const ofQueue: [string, string][] = queue === 'all' ? [] : [['queue', queue]]
  return new URLSearchParams([...ofQueue, ...given, ...Object.entries(more)]).toString()
}
