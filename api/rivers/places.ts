import { findLayer } from '#geodata/layers/index.ts'
import type { WaterClass } from '#geodata/rivers/records.ts'
import type { Database } from '../database/database.ts'
import { sql } from '../database/sql.ts'
import { chineseDay, type LayerStates } from '../layers/states.ts'

/** What of a segment changes with the layer and the borders alone: where it lies, and what it is a part of. */
export interface SegmentPlace {
  /** The community in which its middle lies; of several that meet there the first by code. The county's code where there is none. */
  readonly code: string
  /** Codes of all communities that it runs through, or along. */
  readonly touched: readonly string[]
  readonly river_id: number | null
  readonly river_name: string
  readonly chainage_from_m: number
  readonly chainage_to_m: number
  readonly water_class_target: WaterClass | null
  readonly valid_from: string
  readonly valid_to: string | null
  /** Its number among all, river by river and down each. */
  readonly order: number
}

export type Places = ReadonlyMap<number, SegmentPlace>

const SEGMENTS = findLayer('river_segments')!
const AREAS = findLayer('administrative_areas')!

interface Kept {
  readonly state: string
  readonly places: Promise<Places>
  /** By territories, the ids of what lies in them. */
  readonly within: Map<string, ReadonlySet<number> | null>
}

/**
 * Knows where every segment lies, of whatever day. Found out once for each state of segments and borders, and each day: comparing ten thousand
 * lines with the borders takes longer than anybody waits for a list.
 */
export class SegmentPlaces {
  readonly #database: Database
  readonly #states: LayerStates
  #kept: Kept | undefined

  constructor(database: Database, states: LayerStates) {
    this.#database = database
    this.#states = states
  }

  /** @param known a segment that has to be among them: one that was stored just now is not heard of yet */
  async all(known?: number): Promise<Places> {
    const places = await this.#current().places
    return known === undefined || places.has(known) ? places : readPlaces(this.#database, chineseDay())
  }

  /** The ids of those that lie in one of the territories; null is all. */
  async within(territories: readonly string[]): Promise<ReadonlySet<number> | null> {
    if (territories.includes('')) return null
    const { places, within } = this.#current()
    const key = territories.join()
    const known = within.get(key)
    if (known !== undefined) return known
    const all = await places
    const inside = [...all].filter(([, place]) => liesIn(place, territories)).map(([id]) => id)
    const found = inside.length === all.size ? null : new Set(inside)
    within.set(key, found)
    return found
  }

  #current(): Kept {
    const state = [this.#states.token(SEGMENTS), this.#states.token(AREAS)].join(' ')
    if (this.#kept?.state === state) return this.#kept
    const kept: Kept = { state, places: readPlaces(this.#database, chineseDay()), within: new Map() }
    this.#kept = kept
    kept.places.catch(() => {
      if (this.#kept === kept) this.#kept = undefined
    })
    return kept
  }
}

export const liesIn = ({ touched }: SegmentPlace, territories: readonly string[]): boolean =>
  touched.some((code) => territories.some((territory) => code.startsWith(territory)))

export const isValidOn = ({ valid_from, valid_to }: Pick<SegmentPlace, 'valid_from' | 'valid_to'>, day: string): boolean =>
  valid_from <= day && (valid_to === null || valid_to > day)

type Row = Omit<SegmentPlace, 'code' | 'order'> & {
  readonly id: number
  readonly county: string
  readonly community: string | null
}

async function readPlaces(database: Database, day: string): Promise<Places> {
  const communities = sql`administrative_areas as area where area.level = 'community' and area.valid_from <= ${day}::text::date
    and (area.valid_to is null or area.valid_to > ${day}::text::date)`
  const rows = await database.query<Row>(sql`
    select segment.id, left(segment.code, 6) as county, river_id, river_name, chainage_from_m, chainage_to_m, water_class_target,
      valid_from, valid_to,
      (select area.code from ${communities} and ST_Intersects(area.geom, segment.middle) order by area.code limit 1) as community,
      (select coalesce(json_agg(area.code order by area.code), '[]') from ${communities} and ST_Intersects(area.geom, segment.geom)) as touched
    from (
      select *, ST_LineInterpolatePoint(ST_GeometryN(geom, (ST_NumGeometries(geom) + 1) / 2), 0.5) as middle from river_segments
    ) as segment
    order by river_id nulls last, chainage_from_m, id`)
  return new Map(rows.map((row, order) => [row.id, placeOf(row, order)]))
}

/** Spelt out: what is made by spreading is read several times slower, and these are read by the ten thousand. */
function placeOf(row: Row, order: number): SegmentPlace {
  const touched = row.touched.length > 0 ? row.touched : [row.county]
  return {
    code: row.community ?? touched[0]!,
    touched,
    river_id: row.river_id,
    river_name: row.river_name,
    chainage_from_m: row.chainage_from_m,
    chainage_to_m: row.chainage_to_m,
    water_class_target: row.water_class_target,
    valid_from: row.valid_from,
    valid_to: row.valid_to,
    order,
  }
}
