import { findLayer } from '#geodata/layers/index.ts'
import type { Database } from '../database/database.ts'
import { sql } from '../database/sql.ts'
import { chineseDay, type LayerStates } from '../layers/states.ts'

/** Where a segment lies, as codes of communities. */
export interface SegmentPlace {
  /** In which its middle lies; of several that meet there the first by code. The county's code where there is none. */
  readonly code: string
  /** All that it runs through, or along. */
  readonly touched: readonly string[]
}

const SEGMENTS = findLayer('river_segments')!
const AREAS = findLayer('administrative_areas')!

/**
 * Knows where every segment lies. Found out once for each state of segments and borders, and each day: comparing ten thousand lines with the
 * borders takes longer than anybody waits for a list.
 */
export class SegmentPlaces {
  readonly #database: Database
  readonly #states: LayerStates
  #state = ''
  #places: Promise<ReadonlyMap<number, SegmentPlace>> | undefined

  constructor(database: Database, states: LayerStates) {
    this.#database = database
    this.#states = states
  }

  /** @param known a segment that has to be among them: one that was stored just now is not heard of yet */
  async all(known?: number): Promise<ReadonlyMap<number, SegmentPlace>> {
    const places = await this.#kept()
    return known === undefined || places.has(known) ? places : readPlaces(this.#database, chineseDay())
  }

  /** The ids of those that lie in one of the territories; null is all. */
  async within(territories: readonly string[]): Promise<ReadonlySet<number> | null> {
    if (territories.includes('')) return null
    const places = await this.all()
    const inside = [...places].filter(([, place]) => liesIn(place, territories)).map(([id]) => id)
    return inside.length === places.size ? null : new Set(inside)
  }

  #kept(): Promise<ReadonlyMap<number, SegmentPlace>> {
    const state = [this.#states.token(SEGMENTS), this.#states.token(AREAS)].join(' ')
    if (state === this.#state && this.#places) return this.#places
    const places = readPlaces(this.#database, chineseDay())
    this.#state = state
    this.#places = places
    places.catch(() => {
      if (this.#places === places) this.#places = undefined
    })
    return places
  }
}

export const liesIn = ({ touched }: SegmentPlace, territories: readonly string[]): boolean =>
  touched.some((code) => territories.some((territory) => code.startsWith(territory)))

async function readPlaces(database: Database, day: string): Promise<ReadonlyMap<number, SegmentPlace>> {
  const communities = sql`administrative_areas as area where area.level = 'community' and area.valid_from <= ${day}::text::date
    and (area.valid_to is null or area.valid_to > ${day}::text::date)`
  const rows = await database.query<{ id: number; county: string; community: string | null; touched: string[] }>(sql`
    select segment.id, left(segment.code, 6) as county,
      (select area.code from ${communities} and ST_Intersects(area.geom, segment.middle) order by area.code limit 1) as community,
      (select coalesce(json_agg(area.code order by area.code), '[]') from ${communities} and ST_Intersects(area.geom, segment.geom)) as touched
    from (
      select id, code, geom, ST_LineInterpolatePoint(ST_GeometryN(geom, (ST_NumGeometries(geom) + 1) / 2), 0.5) as middle from river_segments
    ) as segment`)
  return new Map(
    rows.map(({ id, county, community, touched }) => {
      const all = touched.length > 0 ? touched : [county]
      return [id, { code: community ?? all[0]!, touched: all }]
    }),
  )
}
