/** What changes owner with a draft: grids with their people, and things that fall to another grid. */
import { type Fabric, facesIn } from '#geodata/fabric/fabric.ts'
import { faceBox } from '#geodata/fabric/face.ts'
import { boxOf, type Position } from '#geodata/fabric/plane/position.ts'
import { polygonEncloses } from '#geodata/fabric/plane/ring.ts'
import { differenceOf, englishName } from '#geodata/planning/index.ts'
import type { Queryable } from '../../database/database.ts'
import { sql } from '../../database/sql.ts'
import type { OpenPlan } from '../open.ts'
import type { Decision } from '../reading.ts'
import { lineageOf } from './publication.ts'
import { type LineStretch, stretchesOf } from './stretches.ts'

interface Named {
  readonly id: string
  readonly name: string
  readonly name_en: string | null
}

export interface Group {
  /** Stays the same while the draft does: decisions are kept by it. */
  readonly key: string
  readonly layer: string
  readonly from: Named | null
  readonly to: Named | null
  readonly count: number
  /** The first of them, for the list; `all` has every one. */
  readonly objects: readonly { readonly id: number; readonly title: string }[]
  readonly choices: readonly Decision[]
  readonly decision: Decision
  /** Lines of which less than half goes to the other grid: as a whole they stay. */
  readonly partial?: boolean
}

export interface WholeGroup extends Group {
  readonly all: readonly number[]
  /** Of lines, by their id: where the land goes to the other grid. */
  readonly stretches?: ReadonlyMap<number, readonly LineStretch[]>
}

const SHOWN = 20

interface Thing {
  layer: string
  id: number
  title: string
  /** mm; one of a point, of a line some along it. */
  places: [number, number][]
  /** Chainage of a line. */
  begin_m: number | null
  end_m: number | null
}

/** Things that go from one grid to another. */
interface Moved {
  readonly layer: string
  readonly from: string
  readonly to: string
  readonly partial: boolean
  readonly things: Thing[]
  readonly stretches: Map<number, LineStretch[]>
}

/** Groups of what concerns the same two grids. */
export async function consequencesOf(database: Queryable, open: OpenPlan): Promise<WholeGroup[]> {
  const { fabric: before, draft: after, plan, land } = open
  const difference = differenceOf(before, after, plan.scheme)
  const named = (fabric: Fabric, id: string): Named => {
    const grid = fabric.grids.get(id)!
    return { id, name: grid.name, name_en: englishName(land.names_en, before, grid) }
  }
  const decide = (key: string, choices: readonly Decision[]): { choices: readonly Decision[]; decision: Decision } => {
    const chosen = plan.decisions[key] as Decision | undefined
    return { choices, decision: chosen && choices.includes(chosen) ? chosen : choices[0]! }
  }
  const lineage = lineageOf(before, after, plan.scheme, difference).sort((a, b) => b.cells - a.cells)
  const people = await countPeople(
    database,
    plan.scheme,
    [...difference.grids.ended, ...lineage.map(({ from }) => ({ id: from }))].map(({ id }) => id),
  )
  const groups: WholeGroup[] = []
  for (const grid of difference.grids.ended) {
    const heir = lineage.find(({ from }) => from === grid.id)?.to
    const key = `people:${grid.id}`
    if ((people.get(grid.id) ?? 0) === 0) continue
    groups.push({
      key,
      layer: 'people',
      from: named(before, grid.id),
      to: heir === undefined ? null : named(after, heir),
      count: people.get(grid.id)!,
      objects: [],
      all: [],
      ...decide(key, heir === undefined ? ['end'] : ['end', 'move']),
    })
  }
  for (const grid of difference.grids.added) {
    const origin = lineage.find(({ to }) => to === grid.id)?.from
    if (origin === undefined || (people.get(origin) ?? 0) === 0) continue
    const key = `people:${origin}>${grid.id}`
    groups.push({
      key,
      layer: 'people',
      from: named(before, origin),
      to: named(after, grid.id),
      count: people.get(origin)!,
      objects: [],
      all: [],
      ...decide(key, ['copy', 'vacant']),
    })
  }
  for (const [key, { layer, from, to, partial, things, stretches }] of await movedThings(database, open)) {
    const shown = things.slice(0, SHOWN).map(({ id, title }) => ({ id, title }))
    const about = { key, layer, from: named(before, from), to: named(after, to), count: things.length, objects: shown }
    const all = things.map(({ id }) => id)
    const choices: readonly Decision[] = partial
      ? ['keep', 'split']
      : stretches.size > 0
        ? ['keep', 'move', 'split']
        : ['keep', 'move']
    groups.push({ ...about, all, ...(stretches.size > 0 && { stretches, partial }), ...decide(key, choices) })
  }
  return groups
}

async function movedThings(database: Queryable, { fabric: before, draft: after, plan, land }: OpenPlan) {
  const groups = new Map<string, Moved>()
  const touched = [...after.faces.values()].filter((face) => before.faces.get(face.id) !== face)
  if (touched.length === 0) return groups
  const box = boxOf(
    touched.flatMap((face) => {
      const [west, south, east, north] = faceBox(face)
      return [[west, south] as const, [east, north] as const]
    }),
  )
  for (const thing of await readThings(database, box, land.srid)) {
    const [from, to] = [gridOfMost(before, thing, plan.scheme), gridOfMost(after, thing, plan.scheme)]
    const isWhole = from !== undefined && to !== undefined && from !== to
    const pairs = thing.places.length > 1 ? changesAlong(before, after, thing, plan.scheme) : []
    if (isWhole) add(groups, thing, { from, to, partial: false })
    for (const pair of pairs) if (!isWhole || pair.from !== from || pair.to !== to) add(groups, thing, { ...pair, partial: true })
    for (const { from: one, to: other } of pairs) {
      const group = groups.get(keyOf(thing.layer, { from: one, to: other, partial: !(isWhole && one === from && other === to) }))!
      const goes = (place: Position) => gridAt(before, place, plan.scheme) === one && gridAt(after, place, plan.scheme) === other
      const stretches = stretchesOf(thing.places, thing, goes)
      if (stretches.length > 0) group.stretches.set(thing.id, stretches)
    }
  }
  for (const [key, { partial, stretches }] of groups) if (partial && stretches.size === 0) groups.delete(key)
  return groups
}

type Change = Pick<Moved, 'from' | 'to' | 'partial'>

/** Decisions are kept by it. */
const keyOf = (layer: string, { from, to, partial }: Change): string => `${layer}${partial ? '.part' : ''}:${from}>${to}`

function add(groups: Map<string, Moved>, thing: Thing, change: Change): void {
  const key = keyOf(thing.layer, change)
  const group: Moved = groups.get(key) ?? { layer: thing.layer, ...change, things: [], stretches: new Map() }
  group.things.push(thing)
  groups.set(key, group)
}

/** Between which grids land changes along a line, each pair once. */
function changesAlong(before: Fabric, after: Fabric, { places }: Thing, scheme: string): { from: string; to: string }[] {
  const pairs = new Map<string, { from: string; to: string }>()
  for (const place of places) {
    const [from, to] = [gridAt(before, place, scheme), gridAt(after, place, scheme)]
    if (from !== undefined && to !== undefined && from !== to) pairs.set(`${from}>${to}`, { from, to })
  }
  return [...pairs.values()]
}

function gridAt(fabric: Fabric, [x, y]: Position, scheme: string): string | undefined {
  const face = facesIn(fabric, [x, y, x + 1, y + 1]).find(({ rings }) => polygonEncloses(rings, [2 * x + 1, 2 * y + 1]))
  return face?.grids[scheme]
}

/** A point falls to the grid it lies in, a line to the one that has most of its length. */
function gridOfMost(fabric: Fabric, { places }: Thing, scheme: string): string | undefined {
  const counts = new Map<string, number>()
  for (const place of places) {
    const grid = gridAt(fabric, place, scheme)
    if (grid !== undefined) counts.set(grid, (counts.get(grid) ?? 0) + 1)
  }
  return [...counts].sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1))[0]?.[0]
}

/** m; how close the places are of which a line's length is counted. */
const STEP_M = 20

/** What lies in the box of the change. A line comes whole, also beyond the box. */
function readThings(database: Queryable, [west, south, east, north]: readonly number[], srid: number): Promise<Thing[]> {
  return database.query<Thing>(sql`
    with area as materialized (
      select ST_Transform(ST_MakeEnvelope(${west!}, ${south!}, ${east!}, ${north!}, ${srid}::integer), 4326) as geom
    ), things as (
      select 'hydrants' as layer, id, coalesce(code, '#' || id) as title, geom, null::float8 as begin_m, null::float8 as end_m from hydrants
      union all select 'garbage_points', id, coalesce(code, '#' || id), geom, null, null from garbage_points
      union all select 'key_sites', id, coalesce(name, '#' || id), geom, null, null from key_sites
      union all select 'cases', id, number, geom, null, null from cases where is_open
      union all select 'river_segments', id, coalesce(name, code), geom, chainage_from_m, chainage_to_m from river_segments where valid_to is null
      union all select 'road_segments', id, coalesce(name, code), geom, chainage_from_m, chainage_to_m from road_segments where valid_to is null
    )
    select layer, id, title, begin_m, end_m, (
      select json_agg(json_build_array(round(ST_X(place.geom)), round(ST_Y(place.geom))))
      from ST_DumpPoints(ST_Transform(
        case when ST_Dimension(things.geom) = 0 then things.geom else ST_Segmentize(things.geom::geography, ${STEP_M})::geometry end,
        ${srid}::integer)) as place
    ) as places
    from things join area on ST_Intersects(area.geom, things.geom)
    order by layer, title, id`)
}

async function countPeople(database: Queryable, scheme: string, grids: readonly string[]): Promise<Map<string, number>> {
  const rows = await database.query<{ id: string; count: number }>(sql`
    select grids.scheme || '/' || grids.code as id, count(*)::integer as count
    from grids join assignments on assignments.layer = 'grids' and assignments.object_id = grids.id
    where grids.scheme = ${scheme} and grids.valid_to is null
      and grids.scheme || '/' || grids.code in (select jsonb_array_elements_text(${JSON.stringify(grids)}::jsonb))
      and (assignments.valid_to is null or assignments.valid_to > today())
    group by 1`)
  return new Map(rows.map(({ id, count }) => [id, count]))
}
