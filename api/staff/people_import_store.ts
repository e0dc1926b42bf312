import { groupBy } from '../assignments/groups.ts'
import type { Queryable, Transaction } from '../database/database.ts'
import { sql } from '../database/sql.ts'
import { endTenures } from './handover_store.ts'
import type { PersonLine } from './people_import.ts'

export interface KnownOrganisation {
  readonly id: number
  readonly name: string
  readonly territory_code: string
}

export const readOrganisations = (database: Queryable): Promise<KnownOrganisation[]> =>
  database.query<KnownOrganisation>(sql`select id, name, territory_code from organisations`)

/** Somebody who may be meant: of the same number or the same name. */
export interface Namesake {
  readonly id: number
  readonly code: string | null
  readonly name: string
  readonly organisation_id: number
  readonly organisation: string
  readonly territory_code: string
  readonly employment: string | null
  readonly telephone: string | null
  readonly mobile: string | null
  readonly left_on: string | null
  /** Held today in the own organisation. */
  readonly posts: readonly string[]
}

export interface Namesakes {
  readonly byCode: ReadonlyMap<string, Namesake>
  readonly byName: ReadonlyMap<string, readonly Namesake[]>
}

export async function readNamesakes(
  database: Queryable,
  said: readonly { readonly code: string | null; readonly name: string | null }[],
): Promise<Namesakes> {
  const asked = JSON.stringify(said.map(({ code, name }) => ({ code, name })))
  const people = await database.query<Namesake>(sql`
    with asked as (select * from jsonb_to_recordset(${asked}::jsonb) as asked (code text, name text))
    select people.id, people.code, people.name, people.organisation_id, organisations.name as organisation, territory_code, employment,
      people.telephone, mobile, left_on,
      coalesce(held.posts, '[]') as posts
    from people join organisations on organisations.id = people.organisation_id
    left join (
      select person_id, organisation_id, json_agg(posts.name order by posts.id) as posts
      from tenures join posts on posts.id = tenures.post_id
      where valid_from <= today() and (valid_to is null or valid_to > today()) group by person_id, organisation_id
    ) as held on held.person_id = people.id and held.organisation_id = people.organisation_id
    where people.code in (select code from asked) or people.name in (select name from asked)
    order by people.id`)
  const byCode = new Map(people.flatMap((person) => (person.code === null ? [] : [[person.code, person] as const])))
  return { byCode, byName: groupBy(people, ({ name }) => name) }
}

/** Stores what the lines say, in a few statements for all of them. */
export async function storePeople(transaction: Transaction, lines: readonly PersonLine[]): Promise<void> {
  const written = lines.filter(({ present, changes }) => !present || changes.length > 0)
  const asked = JSON.stringify(
    written.map(({ said, organisation, present }) => ({ ...said, id: present?.id, organisation_id: organisation.id })),
  )
  const rows = sql`jsonb_to_recordset(${asked}::jsonb) as asked (id integer, code text, name text, organisation_id integer,
    employment text, telephone text, mobile text, left_on date)`
  await transaction.query(sql`
    update people set code = coalesce(asked.code, people.code), name = asked.name, organisation_id = asked.organisation_id,
      employment = coalesce(asked.employment, people.employment), telephone = coalesce(asked.telephone, people.telephone),
      mobile = coalesce(asked.mobile, people.mobile), left_on = coalesce(asked.left_on, people.left_on)
    from ${rows} where asked.id = people.id`)
  const added = await transaction.query<{ id: number }>(sql`
    insert into people (code, name, organisation_id, employment, telephone, mobile, left_on)
    select code, name, organisation_id, employment, telephone, mobile, left_on
    from rows from (jsonb_to_recordset(${JSON.stringify(
      written.filter(({ present }) => !present).map(({ said, organisation }) => ({ ...said, organisation_id: organisation.id })),
    )}::jsonb) as (code text, name text, organisation_id integer, employment text, telephone text, mobile text, left_on date))
      with ordinality as asked (code, name, organisation_id, employment, telephone, mobile, left_on, place)
    order by place returning id`)
  let place = 0
  const people = written.map((line) => ({ ...line, person_id: line.present?.id ?? added[place++]!.id }))
  for (const { person_id, said, changes } of people)
    if (said.left_on !== null && changes.includes('left_on')) await endTenures(transaction, person_id, said.left_on)
  await storePosts(
    transaction,
    people.filter(({ said }) => said.posts !== null && said.left_on === null),
  )
}

/** The posts in the own organisation become those that are said; those of other organisations stay. */
async function storePosts(
  transaction: Transaction,
  people: readonly (PersonLine & { readonly person_id: number })[],
): Promise<void> {
  const held = people.flatMap(({ person_id, organisation, said }) =>
    said.posts!.map((name) => ({ person_id, organisation_id: organisation.id, name })),
  )
  const asked = sql`jsonb_to_recordset(${JSON.stringify(held)}::jsonb) as asked (person_id integer, organisation_id integer, name text)`
  const among = sql`(select value::integer from jsonb_array_elements_text(${JSON.stringify(people.map(({ person_id }) => person_id))}::jsonb))`
  await transaction.query(sql`
    insert into posts (organisation_id, name) select organisation_id, name from ${asked} on conflict (organisation_id, name) do nothing`)
  const over = sql`tenures.person_id in ${among} and (tenures.valid_to is null or tenures.valid_to > today())
    and exists (select from posts join people on people.organisation_id = posts.organisation_id
      where posts.id = tenures.post_id and people.id = tenures.person_id
        and not exists (select from ${asked} where asked.person_id = people.id and asked.name = posts.name))`
  await transaction.query(sql`delete from tenures where valid_from = today() and ${over}`)
  await transaction.query(sql`update tenures set valid_to = today() where valid_from < today() and ${over}`)
  await transaction.query(sql`
    insert into tenures (post_id, person_id)
    select posts.id, asked.person_id from ${asked}
    join posts on posts.organisation_id = asked.organisation_id and posts.name = asked.name
    where not exists (select from tenures where tenures.post_id = posts.id and tenures.person_id = asked.person_id
      and (valid_to is null or valid_to > today()))`)
}
