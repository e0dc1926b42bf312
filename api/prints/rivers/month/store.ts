import type { Queryable } from '../../../database/database.ts'
import { sql } from '../../../database/sql.ts'
import { idList } from '../../../rivers/chiefs_store.ts'
import { readAreaNames } from '../../../rivers/month_store.ts'
import type { Duty } from '../../../rivers/owed.ts'

export interface SegmentNames {
  readonly code: string
  readonly name: string
  readonly name_en: string | null
  readonly river: string
  readonly river_en: string | null
  readonly chainage_from_m: number
  readonly chainage_to_m: number
  readonly community: { readonly name: string; readonly name_en: string | null } | null
}

/** Names of the segments and communities of duties. @returns those of one duty, undefined where its segment is gone */
export async function readMissedNames(
  database: Queryable,
  segments: readonly number[],
  codes: readonly string[],
): Promise<(duty: Duty) => SegmentNames | undefined> {
  if (segments.length === 0) return () => undefined
  const rows = await database.query<Omit<SegmentNames, 'community'> & { id: number }>(sql`
    select id, code, name, name_en, river_name as river, (select rivers.name_en from rivers where rivers.id = river_id) as river_en,
      chainage_from_m, chainage_to_m
    from river_segments where id = ${idList([...new Set(segments)])}`)
  const byId = new Map(rows.map(({ id, ...names }) => [id, names]))
  const areas = await readAreaNames(database, [...new Set(codes)])
  return ({ segment_id, code }) => {
    const names = byId.get(segment_id)
    return names && { ...names, community: areas.get(code) ?? null }
  }
}
