/** Patrols owed and made in a period, by what the figures of cases are told by. */
import type { Dimension } from '#geodata/cases/records.ts'
import { CHIEF_LEVELS } from '#geodata/rivers/records.ts'
import type { Queryable } from '../database/database.ts'
import { sql } from '../database/sql.ts'
import { chineseDay } from '../layers/states.ts'
import { type Owed, readOwed } from '../rivers/owed.ts'
import type { SegmentPlaces } from '../rivers/places.ts'
import type { EvaluationQuestion } from './evaluation.ts'

export interface PatrolCount {
  readonly name: string | null
  readonly name_en: string | null
  owed: number
  made: number
}

const DIGITS: Partial<Record<Dimension, number>> = { county: 6, town: 9, community: 12 }

/**
 * By key, as the rows of an evaluation have it. Patrols are of rivers: by kind or class of case, and for a subject that is not theirs, there are none. In a grid
 * lies what has its middle there.
 * @param seen the territories of the reader
 */
export async function readPatrolCounts(
  database: Queryable,
  question: EvaluationQuestion,
  places: SegmentPlaces,
  territories: readonly string[],
): Promise<Map<string, PatrolCount>> {
  const counts = new Map<string, PatrolCount>()
  const { from, to, by, territory, subject } = question
  if (by === 'kind' || by === 'class' || (subject !== null && subject !== 'river')) return counts
  const asked = { from, to, today: chineseDay(), places: await places.all(), seen: await places.within(territories) }
  const owed = (await Promise.all(CHIEF_LEVELS.map((level) => readOwed(database, { ...asked, level }))))
    .flatMap((answer) => answer.owed)
    .filter(({ duty }) => territory === null || duty.code.startsWith(territory))
  const keysOf = await keysBy(database, question, owed)
  for (const one of owed)
    for (const { key, name, name_en } of keysOf(one)) {
      const count = counts.get(key) ?? { name, name_en, owed: 0, made: 0 }
      counts.set(key, { ...count, owed: count.owed + one.owed, made: count.made + one.made })
    }
  return counts
}

interface Key {
  readonly key: string
  readonly name: string | null
  readonly name_en: string | null
}

async function keysBy(database: Queryable, { by, scheme, level, to }: EvaluationQuestion, owed: readonly Owed[]) {
  const digits = DIGITS[by]
  if (digits !== undefined)
    return ({ duty }: Owed): Key[] =>
      duty.code.length < digits ? [] : [{ key: duty.code.slice(0, digits), name: null, name_en: null }]
  if (by === 'person')
    return ({ duty }: Owed): Key[] => duty.people.map(({ id, name, name_en }) => ({ key: String(id), name, name_en }))
  if (by === 'organisation') {
    const organisations = await organisationsOf(database, owed)
    return ({ duty }: Owed): Key[] =>
      [...new Set(duty.people.map(({ id }) => organisations.get(id)))].filter((key) => key !== undefined)
  }
  const grids = await gridsOf(database, owed, { scheme: scheme!, level: level!, day: to })
  return ({ duty }: Owed): Key[] => {
    const grid = grids.get(duty.segment_id)
    return grid ? [grid] : []
  }
}

async function organisationsOf(database: Queryable, owed: readonly Owed[]): Promise<Map<number, Key>> {
  const ids = [...new Set(owed.flatMap(({ duty }) => duty.people.map(({ id }) => id)))]
  const rows = await database.query<Key & { person: number }>(sql`
    select people.id as person, organisations.id::text as key, organisations.name, organisations.name_en
    from people join organisations on organisations.id = organisation_id
    where people.id in (select value::integer from jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))`)
  const shared = new Map(rows.map(({ person: _, ...key }) => [key.key, key]))
  return new Map(rows.map(({ person, key }) => [person, shared.get(key)!]))
}

async function gridsOf(
  database: Queryable,
  owed: readonly Owed[],
  { scheme, level, day }: { readonly scheme: string; readonly level: number; readonly day: string },
): Promise<Map<number, Key>> {
  const ids = [...new Set(owed.map(({ duty }) => duty.segment_id))]
  const rows = await database.query<Key & { segment: number }>(sql`
    select distinct on (segment.id) segment.id as segment, grids.code as key, grids.name, grids.name_en
    from (
      select id, ST_LineInterpolatePoint(ST_GeometryN(geom, (ST_NumGeometries(geom) + 1) / 2), 0.5) as middle from river_segments
      where id in (select value::integer from jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))
    ) as segment
    join grids on ST_Intersects(grids.geom, segment.middle) and grids.scheme = ${scheme} and grids.level = ${level}::integer and grids.class = 'A'
      and grids.valid_from <= ${day}::date and (grids.valid_to is null or grids.valid_to > ${day}::date)
    order by segment.id, grids.code`)
  return new Map(rows.map(({ segment, ...key }) => [segment, key]))
}
