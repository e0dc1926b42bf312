import type { CellPolygon, Fabric, Grid, Scheme } from '#geodata/fabric/index.ts'
import { polygonEncloses } from '#geodata/fabric/plane/ring.ts'
import { fabricOfLand, gridId, MEASURES, type PlanLand, type Rule, rulesOf, type Scope } from '#geodata/planning/index.ts'
import type { Queryable } from '../database/database.ts'
import { type Sql, sql } from '../database/sql.ts'
import { Problem } from '../http/problem.ts'

/** A land read from the database, with its fabric and what is stored but not part of the plan's question. */
export interface ReadLand {
  /** Changes with everything the land is made of. */
  readonly key: string
  readonly land: PlanLand
  readonly fabric: Fabric
  readonly scope: Scope
}

interface CellRow {
  row: number
  id: string
  community: string
  rings: [number, number][][]
  households: number
  population: number
  inside: [number, number]
}

const LAYERS = [
  'unit_cells',
  'grids',
  'administrative_areas',
  'household_points',
  'hydrants',
  'rivers',
  'garbage_points',
  'key_sites',
  'responsibility',
]

/** The state of everything a land is made of. */
export async function landKey(database: Queryable, scheme: string, territory: string): Promise<string> {
  const [row] = await database.query<{ versions: string; rules: string }>(sql`
    select string_agg(layer || version, ' ' order by layer) as versions,
      (select coalesce(max(id), 0)::text || count(*) from scheme_rules) as rules
    from layer_version where layer in (select jsonb_array_elements_text(${JSON.stringify(LAYERS)}::jsonb))`)
  return `${scheme} ${territory} ${row!.versions} ${row!.rules}`
}

/** Reads the head of the fabric: what is published last, also when it takes effect later. */
export async function readLand(database: Queryable, scheme: string, territory: string): Promise<ReadLand> {
  const key = await landKey(database, scheme, territory)
  const schemes = await readSchemes(database)
  if (!schemes.some(({ id }) => id === scheme)) throw new Problem(404, 'scheme_unknown')
  const cells = await database.query<CellRow>(cellsIn(territory), { prepared: true })
  if (cells.length === 0) throw new Problem(409, 'plan_without_cells')
  const srid = (
    await database.query<{ srid: number }>(sql`
    select ST_SRID(canonical) as srid from unit_cells where valid_to is null and starts_with(community_code, ${territory}) limit 1`)
  )[0]!.srid
  const memberships = await readMemberships(database, cells)
  const ids = [...new Set([...memberships.values()].flatMap((own) => Object.values(own)))]
  const named = await readGrids(database, scheme, territory, ids)
  const ruled = schemes.find(({ id }) => id === scheme)!
  const land: PlanLand = {
    srid,
    scheme,
    territory_code: territory,
    schemes,
    grids: named.map(({ name_en: _, ...grid }) => grid),
    names_en: Object.fromEntries(named.flatMap(({ id, name_en }) => (name_en === null ? [] : [[id, name_en]]))),
    cells: cells.map(({ row, id, community, rings }): CellPolygon => ({ id, community, rings, grids: memberships.get(row)! })),
    measures: MEASURES,
    points: await readPoints(
      database,
      territory,
      srid,
      cells.filter(({ community }) => community.startsWith(territory)),
    ),
    staff: await readStaff(database, scheme),
    rules: rulesOf(ruled.levels, ruled.within_community, await readRules(database, scheme)),
  }
  const built = fabricOfLand(land)
  if ('refused' in built) throw new Problem(409, 'land_not_coverage', { members: () => ({ refusal: built.refused }) })
  return { key, land, fabric: built.fabric, scope: built.scope }
}

const readSchemes = (database: Queryable): Promise<Scheme[]> =>
  database.query<Scheme>(sql`
    select id, (select count(*)::integer from scheme_level where scheme = scheme.id) as levels, within_community
    from scheme order by created_at, id`)

/** Cells of the territory, and those beyond that touch one of them: a border has the same vertices on both sides. */
const cellsIn = (territory: string): Sql => sql`
  with own as materialized (
    select id, geom, canonical from unit_cells where valid_to is null and starts_with(community_code, ${territory})
  ), wanted as materialized (
    select id from own
    union
    select beside.id from own join unit_cells as beside on beside.geom && own.geom
    where beside.valid_to is null and not starts_with(beside.community_code, ${territory})
      and ST_Intersects(own.canonical, beside.canonical)
  )
  select cell.id as row, cell.code as id, cell.community_code as community,
    ST_AsGeoJSON(ST_SetSRID(ST_GeometryN(cell.canonical, 1), 0), 0)::json -> 'coordinates' as rings,
    coalesce(cell.households, 0) as households, coalesce(cell.population, 0) as population,
    json_build_array(round(ST_X(inside.place)), round(ST_Y(inside.place))) as inside
  from wanted join unit_cells as cell on cell.id = wanted.id
  cross join lateral (select ST_PointOnSurface(cell.canonical) as place) as inside
  order by cell.code`

/**
 * By row of a cell, its grid of the lowest level in every scheme. Joined here: a planner that takes few for many rows makes a minute of
 * what are two look-ups.
 */
async function readMemberships(database: Queryable, cells: readonly CellRow[]): Promise<Map<number, Record<string, string>>> {
  const lowest = await database.query<{ id: number; scheme: string; code: string }>(sql`
    select id, scheme, code from grids where valid_to is null and class = 'A'
      and (scheme, level) in (select scheme, max(level) from scheme_level group by scheme)`)
  const grids = new Map(lowest.map((grid) => [grid.id, grid]))
  const links = await database.query<{ row: number; grids: number[] }>(sql`
    select unit_cell_id as row, json_agg(grid_id) as grids from grid_cell
    where unit_cell_id in (select value::integer from jsonb_array_elements_text(${JSON.stringify(cells.map(({ row }) => row))}::jsonb))
    group by 1`)
  const linked = new Map(links.map((link) => [link.row, link.grids]))
  return new Map(
    cells.map(({ row }) => {
      const own = (linked.get(row) ?? []).flatMap((id) => grids.get(id) ?? [])
      return [row, Object.fromEntries(own.map(({ scheme, code }) => [scheme, gridId(scheme, code)]))]
    }),
  )
}

/** The scheme's grids in the territory and above those of the cells; of other schemes those of the cells. */
function readGrids(
  database: Queryable,
  scheme: string,
  territory: string,
  ids: readonly string[],
): Promise<(Grid & { readonly name_en: string | null })[]> {
  return database.query(sql`
    with recursive own as (
      select grids.* from grids where valid_to is null and class = 'A'
        and (scheme || '/' || code in (select jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))
          or (scheme = ${scheme} and starts_with(code, ${territory})))
      union
      select above.* from own join grids as above
        on above.scheme = own.scheme and above.code = own.parent_code and above.valid_to is null
      where own.scheme = ${scheme}
    )
    select scheme || '/' || code as id, scheme, level - 1 as level, name, name_en,
      case when scheme = ${scheme} then scheme || '/' || parent_code end as parent,
      exists (select from grid_locks where grid_locks.scheme = own.scheme and grid_locks.code = own.code) as locked, false as retired
    from own order by scheme, level, code`)
}

/** Households and facilities as points. What a cell counts beyond its household points stands on one place inside it. */
async function readPoints(database: Queryable, territory: string, srid: number, cells: readonly CellRow[]): Promise<number[][]> {
  const rows = await database.query<{ layer: string; x: number; y: number; households: number; population: number }>(sql`
    with territory as materialized (
      select ST_Union(geom) as geom from administrative_areas where code = ${territory} and valid_to is null
    ), points as (
      select 'household_points' as layer, geom, households, population from household_points
      union all select 'hydrants', geom, 0, 0 from hydrants
      union all select 'garbage_points', geom, 0, 0 from garbage_points
      union all select 'key_sites', geom, 0, 0 from key_sites
    )
    select layer, round(ST_X(place)) as x, round(ST_Y(place)) as y, households, population
    from points join territory on ST_Intersects(territory.geom, points.geom),
      ST_Transform(points.geom, ${srid}::integer) as place`)
  const points = rows.map(({ layer, x, y, households, population }) => [
    x,
    y,
    households,
    population,
    ...['hydrants', 'garbage_points', 'key_sites'].map((each) => Number(each === layer)),
    0,
  ])
  return [...points, ...remainders(cells, points), ...(await readRivers(database, territory, srid))]
}

/** m; the pieces in which rivers are counted. */
const PIECE_M = 20

/** Each piece of a river as a point in its middle that weighs its metres. */
async function readRivers(database: Queryable, territory: string, srid: number): Promise<number[][]> {
  const rows = await database.query<{ line: [number, number][] }>(sql`
    with territory as materialized (
      select ST_Union(geom) as geom from administrative_areas where code = ${territory} and valid_to is null
    )
    select ST_AsGeoJSON(ST_SetSRID(ST_Transform(part.geom, ${srid}::integer), 0), 0)::json -> 'coordinates' as line
    from rivers join territory on ST_Intersects(territory.geom, rivers.geom),
      ST_Dump(ST_Segmentize(rivers.geom::geography, ${PIECE_M})::geometry) as part`)
  return rows.flatMap(({ line }) =>
    line.slice(1).map(([x, y], index) => {
      const [fromX, fromY] = line[index]!
      const metres = Math.round(Math.hypot(x - fromX, y - fromY) / 100) / 10
      return [Math.round((x + fromX) / 2), Math.round((y + fromY) / 2), 0, 0, 0, 0, 0, metres]
    }),
  )
}

function remainders(cells: readonly CellRow[], points: readonly (readonly number[])[]): number[][] {
  const sorted = points.filter((point) => point[2] || point[3]).sort((a, b) => a[0]! - b[0]!)
  const firstFrom = (x: number) => {
    let [low, high] = [0, sorted.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (sorted[middle]![0]! < x) low = middle + 1
      else high = middle
    }
    return low
  }
  return cells.flatMap(({ rings, households, population, inside }) => {
    const xs = rings[0]!.map(([x]) => x)
    const east = Math.max(...xs)
    let [missingHouseholds, missingPeople] = [households, population]
    for (let index = firstFrom(Math.min(...xs)); index < sorted.length && sorted[index]![0]! <= east; index++) {
      const [x, y, here, people] = sorted[index]! as [number, number, number, number]
      if (
        !polygonEncloses(
          rings.map((ring) => ring.slice(0, -1)),
          [2 * x + 1, 2 * y + 1],
        )
      )
        continue
      missingHouseholds -= here
      missingPeople -= people
    }
    return missingHouseholds === 0 && missingPeople === 0
      ? []
      : [[inside[0], inside[1], missingHouseholds, missingPeople, 0, 0, 0, 0]]
  })
}

async function readStaff(database: Queryable, scheme: string): Promise<Record<string, number>> {
  const rows = await database.query<{ id: string; count: number }>(sql`
    select grids.scheme || '/' || grids.code as id, count(distinct person_id)::integer as count
    from assignments join grids on grids.id = assignments.object_id
    where assignments.layer = 'grids' and grids.scheme = ${scheme} and grids.valid_to is null
      and assignments.valid_from <= today() and (assignments.valid_to is null or assignments.valid_to > today())
    group by 1`)
  return Object.fromEntries(rows.map(({ id, count }) => [id, count]))
}

export const readRules = (database: Queryable, scheme: string): Promise<Rule[]> =>
  database.query<Rule>(sql`
    select rule, level, severity, minimum, maximum, source, edition from scheme_rules where scheme = ${scheme} order by id`)
