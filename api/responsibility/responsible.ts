import type { Standing } from '#geodata/responsibility/roles.ts'
import { seesMobileOf, type Visitor } from '../access/visitor.ts'
import type { Queryable } from '../database/database.ts'
import { sql } from '../database/sql.ts'

/** Somebody who is responsible for an object, in one role. */
export interface Responsible {
  readonly assignment_id: number
  readonly role: string
  readonly standing: Standing
  /** A stretch of a linear object, in metres of its chainage; null is the whole of it. */
  readonly chainage_from_m: number | null
  readonly chainage_to_m: number | null
  readonly valid_from: string
  readonly valid_to: string | null
  readonly person: PersonInCharge
}

export interface PersonInCharge {
  readonly id: number
  readonly name: string
  readonly name_en: string | null
  readonly organisation: string
  readonly organisation_en: string | null
  /** Held on the day that was asked about. */
  readonly posts: readonly { readonly name: string; readonly name_en: string | null }[]
  readonly telephone: string | null
  /** Left out for those who may not see it. */
  readonly mobile?: string | null
  /** The person was gone on the day that was asked about. */
  readonly has_left: boolean
}

export interface ObjectKey {
  readonly layer: string
  readonly id: number
}

type Row = ObjectKey &
  Responsible & { readonly territory_code: string; readonly mobile: string | null; readonly person: PersonInCharge }

/** Who is responsible for each of the objects on a day, A before B before jointly, by `keyOf` the object. */
export async function readResponsible(
  database: Queryable,
  objects: readonly ObjectKey[],
  day: string,
  visitor: Visitor,
): Promise<Map<string, Responsible[]>> {
  const rows =
    objects.length === 0
      ? []
      : await database.query<Row>(
          sql`
    select assignments.layer, assignments.object_id as id, assignments.id as assignment_id, role, standing,
      chainage_from_m, chainage_to_m, assignments.valid_from, assignments.valid_to,
      organisations.territory_code, people.mobile,
      json_build_object('id', people.id, 'name', people.name, 'name_en', people.name_en,
        'organisation', organisations.name, 'organisation_en', organisations.name_en,
        'posts', coalesce((
          select json_agg(json_build_object('name', posts.name, 'name_en', posts.name_en) order by tenures.valid_from, posts.id)
          from tenures join posts on posts.id = tenures.post_id
          where tenures.person_id = people.id and tenures.valid_from <= ${day}::date
            and (tenures.valid_to is null or tenures.valid_to > ${day}::date)), '[]'),
        'telephone', coalesce(people.telephone, organisations.telephone),
        'has_left', coalesce(people.left_on <= ${day}::date, false)) as person
    from jsonb_to_recordset(${JSON.stringify(objects)}::jsonb) as asked (layer text, id integer)
    join assignments on assignments.layer = asked.layer and assignments.object_id = asked.id
      and assignments.valid_from <= ${day}::date and (assignments.valid_to is null or assignments.valid_to > ${day}::date)
    join people on people.id = assignments.person_id
    join organisations on organisations.id = people.organisation_id
    order by assignments.layer, assignments.object_id, role, standing, chainage_from_m nulls first, assignments.id`,
          { prepared: true },
        )
  const found = new Map<string, Responsible[]>()
  for (const { layer, id, territory_code, mobile, person, ...rest } of rows) {
    const key = keyOf({ layer, id })
    const seen = seesMobileOf(visitor, territory_code) ? { ...person, mobile } : person
    found.set(key, [...(found.get(key) ?? []), { ...rest, person: seen }])
  }
  return found
}

export const keyOf = ({ layer, id }: ObjectKey): string => `${layer}/${id}`
