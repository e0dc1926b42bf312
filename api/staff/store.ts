/** The staff as lists, and one person with everything about him. */
import type { Standing } from '#geodata/responsibility/roles.ts'
import { seesMobileOf, type Visitor } from '../access/visitor.ts'
import type { Queryable } from '../database/database.ts'
import { type Sql, sql } from '../database/sql.ts'
import type { StaffQuestion } from './questions.ts'

export interface Page<Row> {
  readonly rows: Row[]
  readonly total: number
}

export interface Organisation {
  readonly id: number
  readonly code: string | null
  readonly name: string
  readonly name_en: string | null
  readonly kind: string
  readonly territory_code: string
  readonly parent_id: number | null
  readonly telephone: string | null
  readonly version: number
  /** Who belongs to it today. */
  readonly people_count: number
}

export interface Post {
  readonly id: number
  readonly name: string
  readonly name_en: string | null
  readonly duties: string | null
  readonly version: number
  readonly organisation: OrganisationName
  readonly holders: readonly { readonly id: number; readonly name: string; readonly name_en: string | null }[]
}

export interface OrganisationName {
  readonly id: number
  readonly name: string
  readonly name_en: string | null
  readonly territory_code: string
}

export interface Person {
  readonly id: number
  readonly code: string | null
  readonly name: string
  readonly name_en: string | null
  readonly organisation: OrganisationName
  readonly employment: 'full_time' | 'part_time' | null
  readonly telephone: string | null
  /** Left out for those who may not see it. */
  readonly mobile?: string | null
  readonly left_on: string | null
  /** Held today. */
  readonly posts: readonly { readonly id: number; readonly name: string; readonly name_en: string | null }[]
  /** Objects that the person is responsible for today, each role counted. */
  readonly assignment_count: number
  readonly version: number
}

export interface Tenure {
  readonly id: number
  readonly valid_from: string
  readonly valid_to: string | null
  readonly version: number
  readonly post: { readonly id: number; readonly name: string; readonly name_en: string | null }
  readonly organisation: OrganisationName
}

/** An assignment as a person's page shows it. */
export interface Duty {
  readonly id: number
  readonly layer: string
  readonly object_id: number
  readonly role: string
  readonly standing: Standing
  readonly chainage_from_m: number | null
  readonly chainage_to_m: number | null
  readonly valid_from: string
  readonly valid_to: string | null
  readonly remark: string | null
  readonly version: number
}

const ORGANISATION_NAME = sql`json_build_object('id', organisations.id, 'name', organisations.name,
  'name_en', organisations.name_en, 'territory_code', organisations.territory_code)`

const NOW = (table: Sql): Sql =>
  sql`${table}.valid_from <= today() and (${table}.valid_to is null or ${table}.valid_to > today())`

export async function listOrganisations(
  database: Queryable,
  { where, limit, offset }: StaffQuestion,
): Promise<Page<Organisation>> {
  return page(
    database,
    sql`organisations ${where}`,
    await database.query<Organisation>(sql`
    select organisations.*, (select count(*)::integer from people
      where people.organisation_id = organisations.id and (left_on is null or left_on > today())) as people_count
    from organisations ${where} order by territory_code, organisations.id limit ${limit} offset ${offset}`),
  )
}

export async function listPosts(database: Queryable, { where, limit, offset }: StaffQuestion): Promise<Page<Post>> {
  const from = sql`posts join organisations on organisations.id = posts.organisation_id ${where}`
  return page(
    database,
    from,
    await database.query<Post>(sql`
    select posts.id, posts.name, posts.name_en, duties, posts.version, ${ORGANISATION_NAME} as organisation,
      coalesce((select json_agg(json_build_object('id', people.id, 'name', people.name, 'name_en', people.name_en) order by people.id)
        from tenures join people on people.id = tenures.person_id
        where tenures.post_id = posts.id and ${NOW(sql`tenures`)}), '[]') as holders
    from ${from} order by organisations.territory_code, organisations.id, posts.id limit ${limit} offset ${offset}`),
  )
}

const PEOPLE = sql`people join organisations on organisations.id = people.organisation_id`

export async function listPeople(database: Queryable, question: StaffQuestion, visitor: Visitor): Promise<Page<Person>> {
  const from = sql`${PEOPLE} ${question.where}`
  const rows = await database.query<Person>(sql`
    ${PERSON} from ${from} order by organisations.territory_code, organisations.id, people.id
    limit ${question.limit} offset ${question.offset}`)
  return page(
    database,
    from,
    rows.map((person) => asSeenBy(visitor, person)),
  )
}

const PERSON = sql`
  select people.id, people.code, people.name, people.name_en, employment, people.telephone, mobile, left_on, people.version,
    ${ORGANISATION_NAME} as organisation,
    coalesce((select json_agg(json_build_object('id', posts.id, 'name', posts.name, 'name_en', posts.name_en) order by tenures.valid_from, posts.id)
      from tenures join posts on posts.id = tenures.post_id where tenures.person_id = people.id and ${NOW(sql`tenures`)}), '[]') as posts,
    (select count(*)::integer from assignments where assignments.person_id = people.id and ${NOW(sql`assignments`)}) as assignment_count`

/** Of whatever day, also who has left; undefined where there is none. */
export async function readPerson(database: Queryable, id: number, visitor: Visitor): Promise<Person | undefined> {
  const [person] = await database.query<Person>(sql`${PERSON} from ${PEOPLE} where people.id = ${id}::integer`)
  return person && asSeenBy(visitor, person)
}

const asSeenBy = (visitor: Visitor, { mobile, ...person }: Person): Person =>
  seesMobileOf(visitor, person.organisation.territory_code) ? { ...person, mobile: mobile ?? null } : person

export const readTenures = (database: Queryable, person: number): Promise<Tenure[]> =>
  database.query<Tenure>(sql`
    select tenures.id, valid_from, valid_to, tenures.version,
      json_build_object('id', posts.id, 'name', posts.name, 'name_en', posts.name_en) as post, ${ORGANISATION_NAME} as organisation
    from tenures join posts on posts.id = tenures.post_id join organisations on organisations.id = posts.organisation_id
    where person_id = ${person}::integer order by valid_from desc, tenures.id desc`)

/** What a person is responsible for today. */
export const readDuties = (database: Queryable, person: number): Promise<Duty[]> =>
  database.query<Duty>(sql`
    select id, layer, object_id, role, standing, chainage_from_m, chainage_to_m, valid_from, valid_to, remark, version
    from assignments where person_id = ${person}::integer and ${NOW(sql`assignments`)}
    order by layer, role, standing, object_id, chainage_from_m nulls first, id`)

async function page<Row>(database: Queryable, from: Sql, rows: Row[]): Promise<Page<Row>> {
  const [counted] = await database.query<{ total: number }>(sql`select count(*)::integer as total from ${from}`)
  return { rows, total: counted!.total }
}
