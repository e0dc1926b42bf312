/** Whose is this place: what the console shows on a click. */
import type { Words } from '#geodata/layers/index.ts'
import type { Visitor } from '../access/visitor.ts'
import type { Database, Queryable } from '../database/database.ts'
import { type Sql, sql } from '../database/sql.ts'
import { type AreaAt, areasAt } from './areas_at.ts'
import type { Position } from './parameters.ts'
import { type ReporterAt, reporterAt } from './reporter_at.ts'
import { keyOf, type ObjectKey, type Responsible, readResponsible } from './responsible.ts'
import { allSchemes, type Scheme } from './schemes.ts'
import { type SegmentAt, segmentAt } from './segments_at.ts'

type Area = Omit<AreaAt, 'layer' | 'scheme' | 'level' | 'level_name' | 'class'> & { readonly responsible: readonly Responsible[] }
type Grid = Pick<AreaAt, 'id' | 'code' | 'name' | 'name_en' | 'class'>

interface GridAt {
  readonly level: number
  /** Of the level. */
  readonly name: Words
  readonly grid: Grid
  readonly responsible: readonly Responsible[]
}

/** Of a segment and of the river that it is a part of: which of the two, says `layer`. */
type ResponsibleAlong = Responsible & { readonly layer: string }

type SegmentAnswer = Omit<SegmentAt, 'along'> & { readonly responsible: readonly ResponsibleAlong[] }

export interface PointAnswer {
  readonly at: string
  readonly position: Position
  /** In any administrative area. */
  readonly inside: boolean
  /** County, town, community. */
  readonly administrative_areas: readonly (Area & { readonly level: string })[]
  readonly schemes: readonly {
    readonly id: string
    readonly name: Words
    /** Grids that contain the place, from the top; on one level the area (class A) before key sites (class C). */
    readonly levels: readonly GridAt[]
    /** Grids of trades (class B) of its town and community. */
    readonly by_trade: readonly GridAt[]
  }[]
  readonly unit_cell: Area | null
  readonly hazard_zones: readonly Area[]
  readonly patrol_areas: readonly Area[]
  readonly parks: readonly Area[]
  readonly control_lines: readonly Area[]
  readonly nearest_river_segment: (SegmentAnswer & { readonly river_name: string }) | null
  readonly nearest_road_segment: (SegmentAnswer & { readonly road_name: string }) | null
  readonly nearest_reporter: (ReporterAt & { readonly responsible: readonly Responsible[] }) | null
}

/** Two statements: what is there, and then the people of all of it. */
export async function askPoint(database: Database, position: Position, day: string, visitor: Visitor): Promise<PointAnswer> {
  const { areas, schemes, river, road, reporter } = await readPlace(database, position, day)
  const keys: ObjectKey[] = [
    ...areas.map(({ layer, id }) => ({ layer, id })),
    ...(river ? [{ layer: 'river_segments', id: river.id }] : []),
    ...(river?.river_id ? [{ layer: 'rivers', id: river.river_id }] : []),
    ...(road ? [{ layer: 'road_segments', id: road.id }] : []),
    ...(reporter ? [{ layer: 'observation_points', id: reporter.id }] : []),
  ]
  const people = await readResponsible(database, keys, day, visitor)
  const of = (layer: string, id: number) => people.get(keyOf({ layer, id })) ?? []
  const areasOf = (layer: string) => areas.filter((area) => area.layer === layer).map((area) => withPeople(area, of))
  const administrative = areas.filter(({ layer }) => layer === 'administrative_areas')
  return {
    at: day,
    position,
    inside: administrative.length > 0,
    administrative_areas: ADMINISTRATIVE_LEVELS.flatMap((level) =>
      administrative.filter((area) => area.level_name === level).map((area) => ({ ...withPeople(area, of), level })),
    ),
    schemes: schemes.flatMap((scheme) => gridsOf(scheme, areas, of)),
    unit_cell: areasOf('unit_cells')[0] ?? null,
    hazard_zones: areasOf('hazard_zones'),
    patrol_areas: areasOf('patrol_areas'),
    parks: areasOf('parks'),
    control_lines: areasOf('control_lines'),
    nearest_river_segment: river ? { ...segmentAnswer('river_segments', river, of), river_name: river.along } : null,
    nearest_road_segment: road ? { ...segmentAnswer('road_segments', road, of), road_name: road.along } : null,
    nearest_reporter: reporter ? { ...reporter, responsible: of('observation_points', reporter.id) } : null,
  }
}

interface Place {
  readonly areas: readonly AreaAt[]
  readonly schemes: readonly Scheme[]
  readonly river: SegmentAt | null
  readonly road: SegmentAt | null
  readonly reporter: ReporterAt | null
}

/** In one statement: each further one would take as long again on its way as in the database. */
async function readPlace(database: Queryable, position: Position, day: string): Promise<Place> {
  const list = (rows: Sql) => sql`(select coalesce(json_agg(row_to_json(found)), '[]') from (${rows}) as found)`
  const one = (rows: Sql) => sql`(select row_to_json(found) from (${rows}) as found)`
  const [row] = await database.query<Place>(
    sql`
    select ${list(areasAt(position, day))} as areas, ${list(allSchemes)} as schemes,
      ${one(segmentAt('river_segments', position, day))} as river, ${one(segmentAt('road_segments', position, day))} as road,
      ${one(reporterAt(position))} as reporter`,
    { prepared: true },
  )
  return row!
}

const ADMINISTRATIVE_LEVELS = ['county', 'town', 'community']

type PeopleOf = (layer: string, id: number) => readonly Responsible[]

const withPeople = ({ layer, id, code, name, name_en, kind }: AreaAt, of: PeopleOf): Area => ({
  id,
  code,
  name,
  name_en,
  kind,
  responsible: of(layer, id),
})

/** A scheme with no grid at the place is left out. */
function gridsOf({ id, name, levels }: Scheme, areas: readonly AreaAt[], of: PeopleOf): PointAnswer['schemes'][number][] {
  const grids = areas.filter((area) => area.scheme === id)
  const answer = (trade: boolean): GridAt[] =>
    levels.flatMap(({ level, name: levelName }) =>
      grids
        .filter((grid) => grid.level === level && (grid.class === 'B') === trade)
        .sort((one, other) => (one.class! < other.class! ? -1 : one.class! > other.class! ? 1 : 0))
        .map((grid) => ({
          level,
          name: levelName,
          grid: { id: grid.id, code: grid.code, name: grid.name, name_en: grid.name_en, class: grid.class },
          responsible: of('grids', grid.id),
        })),
    )
  return grids.length === 0 ? [] : [{ id, name, levels: answer(false), by_trade: answer(true) }]
}

function segmentAnswer(layer: string, { along: _, ...segment }: SegmentAt, of: PeopleOf): SegmentAnswer {
  const here = (from: string, id: number): ResponsibleAlong[] =>
    of(from, id)
      .filter((one) => covers(one, segment))
      .map((one) => ({ ...one, layer: from }))
  const responsible = [...here(layer, segment.id), ...(segment.river_id === null ? [] : here('rivers', segment.river_id))]
  return { ...segment, responsible }
}

/** Of two stretches that meet at a chainage, the one that begins there; the segment's end belongs to the last. */
const covers = (one: Responsible, segment: Pick<SegmentAt, 'chainage_m' | 'chainage_to_m'>): boolean =>
  one.chainage_from_m === null ||
  (one.chainage_from_m <= segment.chainage_m &&
    (segment.chainage_m < one.chainage_to_m! || one.chainage_to_m === segment.chainage_to_m))
