import { LINEAR_LAYERS, ROLES } from '#geodata/responsibility/roles.ts'
import type { Queryable } from '../database/database.ts'
import { sql } from '../database/sql.ts'
import { objectsOf } from './findings/objects.ts'

export interface PlaceOfPerson {
  readonly layer: string
  readonly object_id: number
  /** West, south, east, north in degrees. */
  readonly bbox: readonly [number, number, number, number]
  /** Drawn as an overview needs it: without bends of less than ten metres. Of a line with a stretch, the stretch. */
  readonly geometry: object
}

/** About ten metres, in degrees. */
const BEND = 0.0001

const LAYERS = [...new Set(ROLES.flatMap(({ layers }) => layers))]

/** Where everything lies that a person is responsible for on a day, each object and stretch once. What has no place is left out. */
export const readPlacesOfPerson = (database: Queryable, person: number, day: string): Promise<PlaceOfPerson[]> =>
  database.query<PlaceOfPerson>(sql`
    select layer, object_id, json_build_array(ST_XMin(shape), ST_YMin(shape), ST_XMax(shape), ST_YMax(shape)) as bbox,
      ST_AsGeoJSON(ST_SimplifyPreserveTopology(shape, ${BEND}::float8), 5)::json as geometry
    from (
      select distinct on (held.layer, held.object_id, held.chainage_from_m) held.layer, held.object_id,
        case when held.chainage_from_m is null or objects.chainage_to_m <= objects.chainage_from_m
            or not objects.layer = any(${[...LINEAR_LAYERS]}::text[]) or ST_NumGeometries(objects.geom) <> 1
          then objects.geom
          else ST_LineSubstring(ST_GeometryN(objects.geom, 1),
            least(1, greatest(0, (held.chainage_from_m - objects.chainage_from_m) / (objects.chainage_to_m - objects.chainage_from_m))),
            least(1, greatest(0, (held.chainage_to_m - objects.chainage_from_m) / (objects.chainage_to_m - objects.chainage_from_m)))) end as shape
      from assignments as held
      join ${objectsOf(LAYERS, { day, layer: undefined, scheme: undefined, role: undefined, territory: undefined })} as objects
        on objects.layer = held.layer and objects.id = held.object_id
      where held.person_id = ${person}::integer
        and held.valid_from <= ${day}::date and (held.valid_to is null or held.valid_to > ${day}::date)
      order by held.layer, held.object_id, held.chainage_from_m
    ) as places
    where shape is not null`)
