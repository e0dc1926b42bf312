import type { Named } from '#geodata/cases/records.ts'
import type { Queryable } from '../database/database.ts'
import { sql } from '../database/sql.ts'
import { chineseDay } from '../layers/states.ts'
import type { CaseState } from './case_store.ts'
import { kindOf } from './kinds_store.ts'
import { findOwner } from './owner.ts'
import { findPlace } from './place.ts'

export interface Handlers {
  /** What the rule of the kind says. */
  readonly proposed: { readonly organisation_id: number; readonly handler_id: number | null } | null
  readonly organisations: readonly Named[]
  readonly people: readonly (Named & { readonly organisation: Named; readonly post: string | null })[]
}

const MOST = 30

/** Whom a case can be dispatched to: those whose name or organisation holds the text, those of the case's own territory first. */
export async function listHandlers(database: Queryable, state: CaseState, text: string): Promise<Handlers> {
  const kind = await kindOf(database, state.kind_id)
  // By the grids of today: those of the day on which it was found may have ended.
  const day = chineseDay()
  const { grids } = await findPlace(database, [state.longitude, state.latitude], day)
  const owner = await findOwner(database, kind.owner_rule, { ...state, grids, day })
  const part = `%${text
    .trim()
    .slice(0, 100)
    .replace(/[\\%_]/g, '\\$&')}%`
  const proposed = owner && { organisation_id: owner.organisation_id, handler_id: owner.handler_id }
  const organisations = await database.query<Named>(sql`
    select id, name, name_en from organisations
    where starts_with(${state.community_code}, territory_code) and (name ilike ${part} or name_en ilike ${part})
    order by id = ${owner?.organisation_id ?? null}::integer desc nulls last, length(territory_code) desc, code, id limit ${MOST}`)
  const people = await database.query<Handlers['people'][number]>(sql`
    select people.id, people.name, people.name_en,
      json_build_object('id', organisations.id, 'name', organisations.name, 'name_en', organisations.name_en) as organisation,
      (select posts.name from tenures join posts on posts.id = tenures.post_id where tenures.person_id = people.id
        and tenures.valid_from <= today() and (tenures.valid_to is null or tenures.valid_to > today())
        order by tenures.valid_from, posts.id limit 1) as post
    from people join organisations on organisations.id = people.organisation_id
    where starts_with(${state.community_code}, territory_code) and (people.left_on is null or people.left_on > today())
      and (people.name ilike ${part} or people.name_en ilike ${part} or organisations.name ilike ${part} or organisations.name_en ilike ${part})
    order by people.id = ${owner?.handler_id ?? null}::integer desc nulls last,
      organisations.id = ${owner?.organisation_id ?? null}::integer desc nulls last, length(territory_code) desc, people.id limit ${MOST}`)
  return { proposed, organisations, people }
}
