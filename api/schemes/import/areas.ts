/** The administrative areas around imported cells: made where there are none, else given the vertices that their borders have now. */
import type { Face } from '#geodata/fabric/face.ts'
import { dissolve } from '#geodata/fabric/outline.ts'
import { renodingBetween } from '#geodata/planning/renode.ts'
import type { Transaction } from '../../database/database.ts'
import { sql } from '../../database/sql.ts'
import { multiPolygon } from '../../plans/publish/publication.ts'
import { renodeTables } from '../../plans/publish/write.ts'
import type { Prepared } from './prepare.ts'

export async function writeCommunities(transaction: Transaction, prepared: Prepared): Promise<void> {
  if (prepared.ground.has_communities) await renodeCommunities(transaction, prepared)
  else await insertAreas(transaction, prepared)
}

function landOf({ fabric }: Prepared): Map<string, Face[]> {
  const land = new Map<string, Face[]>()
  for (const face of fabric.faces.values()) {
    const own = land.get(face.community!)
    if (own) own.push(face)
    else land.set(face.community!, [face])
  }
  return land
}

async function renodeCommunities(transaction: Transaction, prepared: Prepared): Promise<void> {
  const { srid, territory } = prepared.ground
  const rows = await transaction.query<{ code: string; polygons: [number, number][][][] }>(sql`
    select code, ST_AsGeoJSON(ST_SetSRID(canonical, 0), 0)::json -> 'coordinates' as polygons from administrative_areas
    where valid_to is null and level = 'community' and starts_with(code, ${territory})`)
  const face = (id: string, rings: Face['rings']): Face => ({ id, rings, community: null, grids: {} })
  const before = rows.flatMap(({ code, polygons }) =>
    polygons.map((rings) =>
      face(
        code,
        rings.map((ring) => ring.slice(0, -1)),
      ),
    ),
  )
  const after = [...landOf(prepared)].flatMap(([code, faces]) => dissolve(faces).map((rings) => face(code, rings)))
  await renodeTables(transaction, renodingBetween(before, after), srid, {
    administrative_areas: sql`true`,
    grids: sql`true`,
    unit_cells: sql`not starts_with(community_code, ${territory})`,
  })
}

/** County and towns are what their communities are. */
async function insertAreas(transaction: Transaction, prepared: Prepared): Promise<void> {
  const { communities, ground } = prepared
  const names = new Map(communities.map(({ code, name }) => [code, name]))
  const land = [...landOf(prepared)]
  const levels = [
    [12, 'community', 9],
    [9, 'town', 6],
    [6, 'county', 0],
  ] as const
  const areas = levels.flatMap(([digits, level, above]) => {
    const codes = [...new Set(land.map(([code]) => code.slice(0, digits)))].sort()
    return codes.map((code) => ({
      code,
      name: names.get(code) ?? code,
      level,
      parent_code: above === 0 ? null : code.slice(0, above),
      polygon: multiPolygon(dissolve(land.flatMap(([own, faces]) => (own.startsWith(code) ? faces : [])))),
    }))
  })
  await transaction.query(sql`
    insert into administrative_areas (code, name, level, parent_code, canonical)
    select code, name, level, parent_code,
      ST_SetSRID(ST_GeomFromGeoJSON(json_build_object('type', 'MultiPolygon', 'coordinates', given.polygon)), ${ground.srid}::integer)
    from jsonb_to_recordset(${JSON.stringify(areas)}::jsonb)
      as given (code text, name text, level text, parent_code text, polygon jsonb)`)
  await transaction.query(sql`analyze administrative_areas`)
}
