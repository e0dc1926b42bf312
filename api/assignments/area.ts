/** The objects of a layer that a drawn area takes in. */
import { findLayer } from '#geodata/layers/index.ts'
import { rolesOf } from '#geodata/responsibility/roles.ts'
import { checkDrawn, type Drawn, readDrawn } from '../areas/shape.ts'
import type { Transaction } from '../database/database.ts'
import { empty, identifier, sql } from '../database/sql.ts'
import { type Body, invalid, readInteger, readMembers, readString } from '../http/body.ts'
import { Problem } from '../http/problem.ts'

export interface DrawnArea {
  readonly layer: string
  readonly drawn: Drawn
  /** Of grids only. */
  readonly scheme: string | null
  readonly level: number | null
}

export const MAXIMUM_OBJECTS = 20_000

/** `{ layer, geometry, scheme?, level? }`: a Polygon or MultiPolygon of GeoJSON in degrees. */
export function readDrawnArea(value: unknown): DrawnArea {
  const body: Body = readMembers(value, ['layer', 'geometry', 'scheme', 'level'], 'area.')
  const layer = readString(body, 'layer')
  // Refused before it is looked for: how many of a guarded layer there are, isn't told by those that can't be assigned.
  if (rolesOf(layer).length === 0) throw invalid('area.layer')
  if (layer !== 'grids' && (body.scheme !== undefined || body.level !== undefined)) throw invalid('area.scheme')
  return {
    layer,
    drawn: readDrawn(body.geometry),
    scheme: body.scheme === undefined ? null : readString(body, 'scheme'),
    level: body.level === undefined ? null : readInteger(body, 'level', 1, 9),
  }
}

/**
 * Points inside it; of lines and areas those that lie in it by the greater part, so that a careless stroke takes no
 * neighbour in. Only those that are valid on the day.
 */
export async function findInArea(transaction: Transaction, area: DrawnArea, day: string): Promise<number[]> {
  const layer = findLayer(area.layer)!
  await checkDrawn(transaction, area.drawn)
  const measure = layer.geometry === 'MultiPolygon' ? sql`ST_Area` : sql`ST_Length`
  const part =
    layer.geometry === 'Point' ? empty : sql`and ${measure}(ST_Intersection(geom, drawn.shape)) >= ${measure}(geom) / 2`
  const rows = await transaction.query<{ id: number }>(sql`
    select id from ${identifier(layer.id)}, (select ST_SetSRID(ST_GeomFromGeoJSON(${area.drawn.text}::text), 4326) as shape) as drawn
    where ST_Intersects(geom, drawn.shape) ${part}
      ${layer.temporal ? sql`and valid_from <= ${day}::date and (valid_to is null or valid_to > ${day}::date)` : empty}
      ${area.scheme === null ? empty : sql`and scheme = ${area.scheme}`}
      ${area.level === null ? empty : sql`and level = ${area.level}::integer`}
    order by id limit ${MAXIMUM_OBJECTS + 1}`)
  if (rows.length === 0) throw new Problem(422, 'area_empty', { field: 'area' })
  if (rows.length > MAXIMUM_OBJECTS) throw new Problem(422, 'objects_too_many', { field: 'area' }, { maximum: MAXIMUM_OBJECTS })
  return rows.map(({ id }) => id)
}
