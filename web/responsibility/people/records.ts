/** Rows of the staff as a form takes them up, and as they are stored. */
import { sendJson } from '../../api/client.ts'
import type { Stored, Table, Values } from './forms.ts'
import type { Organisation, Person, Post, Tenure } from './queries.ts'

export const valuesOfPerson = (person: Person): Values => ({
  name: person.name,
  name_en: person.name_en,
  code: person.code,
  organisation_id: person.organisation.id,
  employment: person.employment,
  telephone: person.telephone,
  // Whoever may not see it may not write over it either.
  ...(person.mobile !== undefined && { mobile: person.mobile }),
  left_on: person.left_on,
})

export const valuesOfOrganisation = ({
  name,
  name_en,
  code,
  kind,
  territory_code,
  parent_id,
  telephone,
}: Organisation): Values => ({
  name,
  name_en,
  code,
  kind,
  territory_code,
  parent_id,
  telephone,
})

export const valuesOfPost = ({ name, name_en, duties, organisation }: Post): Values => ({
  organisation_id: organisation.id,
  name,
  name_en,
  duties,
})

export const valuesOfTenure = ({ post, valid_from, valid_to }: Tenure): Values => ({ post_id: post.id, valid_from, valid_to })

export const addRecord = (table: Table, values: Values) => sendJson<Stored>('POST', `/api/${table}`, { body: values })
export const changeRecord = (table: Table, id: number, version: number, values: Values) =>
  sendJson<Stored>('PATCH', `/api/${table}/${id}`, { body: values, version })
