/** The rows of a publication, written in one transaction: what was stays with its last day, what is new begins with the effective one. */

import type { Position } from '#geodata/fabric/index.ts'
import { type Renoding, renode, renodingOf } from '#geodata/planning/renode.ts'
import type { Transaction } from '../../database/database.ts'
import { identifier, type Sql, sql } from '../../database/sql.ts'
import type { OpenPlan } from '../open.ts'
import type { Publication, UsedNumbers } from './publication.ts'

/** All numbers that a code has or ever had. */
export async function readUsedNumbers(transaction: Transaction, scheme: string, territory: string): Promise<UsedNumbers> {
  const town = territory.slice(0, 9)
  const numbers = async (statement: ReturnType<typeof sql>) => {
    const rows = await transaction.query<{ prefix: string; numbers: number[] }>(statement)
    return new Map(rows.map(({ prefix, numbers }) => [prefix, new Set(numbers)]))
  }
  return {
    cells: await numbers(sql`
      select left(code, 12) as prefix, json_agg(right(code, 3)::integer) as numbers
      from unit_cells where starts_with(code, ${town}) group by 1`),
    grids: await numbers(sql`
      select left(code, 12) as prefix, json_agg(right(code, 3)::integer) as numbers
      from grids where scheme = ${scheme} and starts_with(code, ${town}) group by 1`),
  }
}

export async function writeCells(transaction: Transaction, publication: Publication, srid: number, day: string): Promise<void> {
  const replaced = [
    ...publication.cells.filter(({ code, was }) => code === was).map(({ code }) => code),
    ...publication.ended_cells,
  ]
  const shape = sql`ST_SetSRID(ST_GeomFromGeoJSON(json_build_object('type', 'MultiPolygon', 'coordinates', given.polygon)), ${srid}::integer)`
  // Read before they end: what is new takes its use of the land from what it was part of.
  const { cells, noded } = publication
  await transaction.query(sql`
    with given as (
      select * from jsonb_to_recordset(${JSON.stringify(cells)}::jsonb)
        as given (code text, was text, polygon jsonb, households integer, population integer)
    ), origin as (
      select code, land_use from unit_cells where valid_to is null
    ), ended as (
      update unit_cells set valid_to = greatest(${day}::date, valid_from)
      where valid_to is null and code in (select jsonb_array_elements_text(${JSON.stringify(replaced)}::jsonb))
      returning code
    )
    insert into unit_cells (code, land_use, households, population, canonical, valid_from)
    select given.code, origin.land_use, given.households, given.population, ${shape}, ${day}::date
    from given left join origin on origin.code = given.was
    where (select count(*) from ended) >= 0`)
  await transaction.query(sql`
    update unit_cells set canonical = ${shape}
    from jsonb_to_recordset(${JSON.stringify(noded)}::jsonb) as given (code text, polygon jsonb)
    where unit_cells.code = given.code and valid_to is null`)
}

/** Ends what changes and stores what it is from the day on, on every level of the plan's scheme. */
export async function writeGrids(
  transaction: Transaction,
  { grids, ended_grids }: Publication,
  scheme: string,
  srid: number,
  day: string,
): Promise<void> {
  const replaced = grids.filter(({ was }) => was !== null).map(({ code }) => code)
  const shape = sql`ST_SetSRID(ST_GeomFromGeoJSON(json_build_object('type', 'MultiPolygon', 'coordinates', given.polygon)), ${srid}::integer)`
  await transaction.query(sql`
    update grids set valid_to = greatest(${day}::date, valid_from)
    where scheme = ${scheme} and valid_to is null and code in (select jsonb_array_elements_text(${JSON.stringify(replaced)}::jsonb))`)
  await transaction.query(sql`
    update grids set valid_to = greatest(${day}::date, valid_from), state = given.state
    from jsonb_to_recordset(${JSON.stringify(ended_grids)}::jsonb) as given (code text, state text)
    where grids.scheme = ${scheme} and grids.valid_to is null and grids.code = given.code`)
  await transaction.query(sql`
    insert into grids (scheme, level, class, code, name, name_en, parent_code, cell_count, households, population, canonical, valid_from)
    select ${scheme}, given.level, 'A', given.code, given.name,
      (select name_en from grids as was where was.scheme = ${scheme} and was.code = given.code and was.name = given.name order by id desc limit 1),
      given.parent_code, jsonb_array_length(given.cells), given.households, given.population, ${shape}, ${day}::date
    from jsonb_to_recordset(${JSON.stringify(grids)}::jsonb) as given (level integer, code text, name text, parent_code text,
      cells jsonb, households integer, population integer, polygon jsonb)`)
}

/** Which cells each grid is made of, for the rows that are new on either side. */
export async function linkCells(transaction: Transaction, { grids, cells }: Publication, scheme: string): Promise<void> {
  await transaction.query(sql`
    insert into grid_cell (grid_id, unit_cell_id)
    select grids.id, unit_cells.id
    from jsonb_to_recordset(${JSON.stringify(grids)}::jsonb) as given (code text, cells jsonb)
    join grids on grids.scheme = ${scheme} and grids.code = given.code and grids.valid_to is null
    cross join jsonb_array_elements_text(given.cells) as cell_code
    join unit_cells on unit_cells.code = cell_code and unit_cells.valid_to is null
    on conflict do nothing`)
  await transaction.query(sql`
    with recursive link as (
      select unit_cells.id as cell, grids.id as grid, grids.scheme, grids.parent_code
      from jsonb_to_recordset(${JSON.stringify(cells)}::jsonb) as given (code text, grids jsonb)
      cross join jsonb_each_text(given.grids) as lowest (scheme, code)
      join unit_cells on unit_cells.code = given.code and unit_cells.valid_to is null
      join grids on grids.scheme = lowest.scheme and grids.code = lowest.code and grids.valid_to is null
      union
      select link.cell, above.id, above.scheme, above.parent_code
      from link join grids as above on above.scheme = link.scheme and above.code = link.parent_code and above.valid_to is null
    )
    insert into grid_cell (grid_id, unit_cell_id) select grid, cell from link on conflict do nothing`)
  // Grids that keep their land may be made of other numbers of cells now.
  await transaction.query(sql`
    update grids set cell_count = counted.cells from (
      select grid_cell.grid_id, count(*)::integer as cells
      from grid_cell join unit_cells on unit_cells.id = grid_cell.unit_cell_id and unit_cells.valid_to is null
      where grid_cell.grid_id in (
        select grid_id from grid_cell join unit_cells on unit_cells.id = unit_cell_id
        where unit_cells.valid_to is null and unit_cells.code in (select jsonb_array_elements_text(${JSON.stringify(cells.map(({ code }) => code))}::jsonb)))
      group by 1
    ) as counted
    where grids.id = counted.grid_id and grids.valid_to is null and grids.cell_count is distinct from counted.cells`)
}

type StoredRings = [number, number][][][]

/** Gives stored areas that keep their land the vertices that their borders have now. */
export function renodeAreas(transaction: Transaction, open: OpenPlan, { difference, grids }: Publication): Promise<void> {
  const fresh = JSON.stringify(grids.map(({ code }) => code))
  return renodeTables(transaction, renodingOf(open.fabric, open.draft, difference), open.land.srid, {
    administrative_areas: sql`true`,
    grids: sql`not (scheme = ${open.plan.scheme} and code in (select jsonb_array_elements_text(${fresh}::jsonb)))`,
  })
}

/** @param tables by name, which of their rows */
export async function renodeTables(
  transaction: Transaction,
  renoding: Renoding,
  srid: number,
  tables: Readonly<Record<string, Sql>>,
): Promise<void> {
  if (renoding.box === null) return
  const [west, south, east, north] = renoding.box
  for (const [table, wanted] of Object.entries(tables)) {
    const rows = await transaction.query<{ id: number; polygons: StoredRings }>(sql`
      select id, ST_AsGeoJSON(ST_SetSRID(canonical, 0), 0)::json -> 'coordinates' as polygons from ${identifier(table)}
      where valid_to is null and canonical && ST_MakeEnvelope(${west}, ${south}, ${east}, ${north}, ${srid}::integer) and ${wanted}`)
    const changed = rows.flatMap(({ id, polygons }) => {
      let isSame = true
      const renoded = polygons.map((rings) =>
        rings.map((ring) => {
          const open = ring.slice(0, -1) as Position[]
          const now = renode(open, renoding)
          if (now !== open) isSame = false
          return [...now, now[0]!]
        }),
      )
      return isSame ? [] : [{ id, polygon: renoded }]
    })
    if (changed.length === 0) continue
    await transaction.query(sql`
      update ${identifier(table)} as area set canonical =
        ST_SetSRID(ST_GeomFromGeoJSON(json_build_object('type', 'MultiPolygon', 'coordinates', given.polygon)), ${srid}::integer)
      from jsonb_to_recordset(${JSON.stringify(changed)}::jsonb) as given (id integer, polygon jsonb)
      where area.id = given.id`)
  }
}

export async function writeLineage(
  transaction: Transaction,
  { lineage, grids }: Publication,
  scheme: string,
  day: string,
): Promise<void> {
  const all = [...lineage, ...grids.filter(({ was }) => was !== null).map(({ code }) => ({ from: code, to: code }))]
  await transaction.query(sql`
    insert into grid_lineage (predecessor_id, successor_id)
    select (select id from grids where scheme = ${scheme} and code = given."from" and id <> successor.id
        and (valid_to is null or valid_to >= ${day}::date) order by valid_to nulls last, id desc limit 1),
      successor.id
    from jsonb_to_recordset(${JSON.stringify(all)}::jsonb) as given ("from" text, "to" text)
    join grids as successor on successor.scheme = ${scheme} and successor.code = given."to" and successor.valid_to is null
    where exists (select from grids where scheme = ${scheme} and code = given."from" and id <> successor.id)
    on conflict do nothing`)
}

export async function writeLocks(transaction: Transaction, { locks }: Publication, scheme: string): Promise<void> {
  const given = sql`jsonb_to_recordset(${JSON.stringify(locks)}::jsonb) as given (code text, locked boolean)`
  await transaction.query(sql`
    delete from grid_locks where scheme = ${scheme} and code in (select code from ${given} where not locked)`)
  await transaction.query(sql`
    insert into grid_locks (scheme, code) select ${scheme}, code from ${given} where locked on conflict do nothing`)
}

/** Key sites (class C) stand under the grid that they lie in now. */
export async function placeSites(transaction: Transaction, { grids }: Publication, scheme: string): Promise<void> {
  await transaction.query(sql`
    with around as materialized (
      select code, geom from grids where scheme = ${scheme} and valid_to is null and class = 'A'
        and code in (select jsonb_array_elements_text(${JSON.stringify(grids.map(({ code }) => code))}::jsonb))
        and level = (select max(level) from scheme_level where scheme = ${scheme})
    )
    update grids as site set parent_code = around.code from around
    where site.scheme = ${scheme} and site.class = 'C' and site.valid_to is null and site.geom && around.geom
      and ST_Intersects(around.geom, ST_PointOnSurface(site.geom)) and site.parent_code is distinct from around.code`)
}
