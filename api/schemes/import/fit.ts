/** Land that has its cells already: each cell goes whole to the row that has most of it. */
import type { Ring } from '#geodata/fabric/index.ts'
import type { Transaction } from '../../database/database.ts'
import { sql } from '../../database/sql.ts'
import type { Ground } from './arrange.ts'
import type { Found } from './findings.ts'

export interface KeptCell {
  readonly code: string
  readonly community: string
  readonly rings: readonly Ring[]
  readonly households: number | null
  readonly population: number | null
  /** Null where rows cover less than half of the cell. */
  readonly row: number | null
}

export async function fitCells(transaction: Transaction, { territory }: Ground): Promise<KeptCell[]> {
  await transaction.query(sql`
    create temp table import_share on commit drop as
    with own as materialized (
      select code, canonical from unit_cells where valid_to is null and starts_with(community_code, ${territory})
    ), shared as materialized (
      select own.code, file_row, ST_CollectionExtract(ST_Intersection(own.canonical, exact), 3) as part, ST_Area(own.canonical) as whole
      from own join import_stage on exact && own.canonical and ST_Intersects(exact, own.canonical)
    ), measured as materialized (
      select code, file_row, part, ST_Area(part) as area, whole from shared
    )
    select *, rank() over (partition by code order by area desc, file_row) = 1
      and sum(area) over (partition by code) >= whole / 2 as is_own
    from measured where area > 0`)
  const owners = await transaction.query<{ code: string; row: number }>(sql`
    select code, file_row as row from import_share where is_own`)
  const rowOf = new Map(owners.map(({ code, row }) => [code, row]))
  return (await readCells(transaction, territory)).map((cell) => ({ ...cell, row: rowOf.get(cell.code) ?? null }))
}

export async function readCells(transaction: Transaction, territory: string): Promise<Omit<KeptCell, 'row'>[]> {
  const cells = await transaction.query<Omit<KeptCell, 'rings' | 'row'> & { rings: [number, number][][] }>(sql`
    select code, community_code as community, households, population,
      ST_AsGeoJSON(ST_SetSRID(ST_GeometryN(canonical, 1), 0), 0)::json -> 'coordinates' as rings
    from unit_cells where valid_to is null and starts_with(community_code, ${territory}) order by code`)
  return cells.map((cell) => ({ ...cell, rings: cell.rings.map((ring): Ring => ring.slice(0, -1)) }))
}

/** Parts of cells wider than the tolerance that another row has than the one that gets the cell. */
export async function findCutCells(transaction: Transaction, tolerance_m: number): Promise<Found[]> {
  const tolerance = tolerance_m * 1000
  const rows = await transaction.query<{
    row: number
    to: number | null
    area_m2: number
    width_m: number
    at: [number, number]
    geometry: object
  }>(sql`
    with owner as materialized (select code, file_row from import_share where is_own),
    cut as materialized (
      select import_share.file_row as row, owner.file_row as "to", part from import_share left join owner on owner.code = import_share.code
      where not is_own and not (area <= ${tolerance}::float8 * ST_Perimeter(part) and ST_IsEmpty(ST_Buffer(part, ${-tolerance / 2}::float8)))
    )
    select row, "to", ST_Area(part) / 1e6 as area_m2, 2 * ST_Area(part) / ST_Perimeter(part) / 1e3 as width_m,
      json_build_array(ST_X(place), ST_Y(place)) as at, ST_AsGeoJSON(ST_Transform(part, 4326))::json as geometry
    from cut, ST_Transform(ST_PointOnSurface(part), 4326) as place`)
  return rows.map(({ row, ...rest }) => ({
    ...rest,
    kind: 'cell_cut',
    rows: [row],
    within: false,
    outcome: 'whole_cells',
    reason: null,
  }))
}
