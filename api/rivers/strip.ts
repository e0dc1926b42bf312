/** A river from its source, segment by segment. */
import type { ChiefLevel, RiverStrip } from '#geodata/rivers/records.ts'
import { territoriesOf, type Visitor } from '../access/visitor.ts'
import type { Queryable } from '../database/database.ts'
import { Problem } from '../http/problem.ts'
import type { Places } from './places.ts'
import { findRiver, readCasesAlong } from './segment_store.ts'
import { readSetting, readStandings, readSurroundings } from './standing.ts'
import { readFaces } from './standing_store.ts'

export interface StripQuestion {
  readonly river: number
  readonly level: ChiefLevel
  /** The ids of segments that may be seen; null is all. */
  readonly seen: ReadonlySet<number> | null
  readonly today: string
}

/** Refuses with `river_not_found`, also a river of which nothing may be seen. */
export async function readStrip(
  database: Queryable,
  { river: id, level, seen, today }: StripQuestion,
  visitor: Visitor,
  places: Places,
): Promise<RiverStrip> {
  const river = await findRiver(database, id)
  const setting = await readSetting(database, places, today)
  const surroundings = readSurroundings(database, { rivers: [id], segments: null })
  const all = await readStandings(database, level, { segments: null, person: null, river: id, q: null }, setting, surroundings)
  const standings = all.filter((standing) => seen === null || seen.has(standing.id)).sort((a, b) => a.place.order - b.place.order)
  if (!river || (standings.length === 0 && all.length > 0)) throw new Problem(404, 'river_not_found', {}, { id: String(id) })
  const ids = standings.map((standing) => standing.id)
  const [faces, cases] = await Promise.all([
    readFaces(database, ids),
    readCasesAlong(database, ids, territoriesOf(visitor, 'cases.read')),
  ])
  return {
    river_id: id,
    river_name: river.name ?? '',
    length_m: river.length_m,
    segments: standings.flatMap((standing) => {
      const face = faces.get(standing.id)
      if (!face) return []
      const { id: segment, patrol, problems, water, health } = standing
      const { chainage_from_m, chainage_to_m } = standing.place
      return [
        { id: segment, name: face.name, name_en: face.name_en, chainage_from_m, chainage_to_m, patrol, problems, water, health },
      ]
    }),
    stations: ((await surroundings).stations.get(id) ?? []).map(
      ({ id: station, name, name_en, chainage_m, sampled_on, assessment }) => ({
        ...{ id: station, name, name_en, chainage_m, sampled_on },
        water_class: assessment.water_class,
      }),
    ),
    cases,
  }
}
