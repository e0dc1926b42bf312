import { queryOptions } from '@tanstack/react-query'
import type { Listed } from '#api/assignments/list.ts'
import type { PlaceOfPerson } from '#api/responsibility/person_places.ts'
import type { Duty, Organisation, Person, Post, Tenure } from '#api/staff/store.ts'
import { getJson } from '../../api/client.ts'
import { queryClient } from '../../api/queries.ts'
import { RESPONSIBILITY } from '../queries.ts'

export type { Duty, Listed, Organisation, Person, PlaceOfPerson, Post, Tenure }

export interface Named {
  readonly name: string
  readonly name_en: string | null
}

/** The English name where there is one and English is read. */
export const named = ({ name, name_en }: Named, language: string): string => (language === 'en' && name_en) || name

export interface TitledDuty extends Duty {
  readonly title: string | null
  readonly title_en: string | null
  readonly code: string | null
}

/** What an object is called; what has neither name nor code has at least its number. */
export const titleOfObject = (
  { title, title_en, code, object_id }: Omit<TitledDuty, keyof Duty> & { readonly object_id: number | null },
  language: string,
): string => (language === 'en' && title_en) || title || code || `#${object_id}`

export interface DutyGroup {
  readonly layer: string
  readonly role: string
  readonly count: number
  readonly objects: readonly TitledDuty[]
}

export interface PersonCard extends Person {
  readonly tenures: readonly Tenure[]
  readonly assignments: readonly DutyGroup[]
}

type Filters = Readonly<Record<string, string>>

/** One page of a list of the staff. */
const listQuery = <Answer>(path: string, filters: Filters) => {
  const ask = (signal?: AbortSignal) => getJson<Answer>(`/api/${path}?${new URLSearchParams(filters)}`, signal)
  const queryKey = [RESPONSIBILITY, path, filters] as const
  return { ask, queryKey, queryFn: ({ signal }: { signal: AbortSignal }) => ask(signal) }
}

export const peopleQuery = (filters: Filters) => listQuery<{ people: Person[]; total: number }>('people', filters)
export const organisationsQuery = (filters: Filters) =>
  listQuery<{ organisations: Organisation[]; total: number }>('organisations', filters)
export const organisationQuery = (id: number) =>
  queryOptions({
    queryKey: [RESPONSIBILITY, 'organisation', id],
    queryFn: ({ signal }) => getJson<Omit<Organisation, 'people_count'>>(`/api/organisations/${id}`, signal),
  })
export const postsQuery = (filters: Filters) => listQuery<{ posts: Post[]; total: number }>('posts', filters)

export const personQuery = (id: number) =>
  queryOptions({
    queryKey: [RESPONSIBILITY, 'person', id],
    queryFn: ({ signal }) => getJson<PersonCard>(`/api/people/${id}`, signal),
  })

/** Everything that the person ever was responsible for, as far as one answer goes. */
export const pastQuery = (id: number) =>
  queryOptions({
    queryKey: [RESPONSIBILITY, 'person', id, 'past'],
    queryFn: ({ signal }) =>
      getJson<{ assignments: Listed[]; total: number }>(`/api/assignments?person_id=${id}&all=true&limit=1000`, signal),
  })

export const placesQuery = (id: number) =>
  queryOptions({
    queryKey: [RESPONSIBILITY, 'person', id, 'places'],
    queryFn: async ({ signal }) =>
      (await getJson<{ places: PlaceOfPerson[] }>(`/api/responsibility/people/${id}/places`, signal)).places,
  })

/** After a write: whatever is on screen about people and what they are responsible for is asked again. */
export const forgetStaff = () => queryClient.invalidateQueries({ queryKey: [RESPONSIBILITY] })
