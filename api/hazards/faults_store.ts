import type { FaultZone } from '#geodata/hazards/avoidance.ts'
import type { Queryable, Transaction } from '../database/database.ts'
import { join, type Sql, sql } from '../database/sql.ts'
import { chooseZone } from '../imports/zone.ts'
import { validOn } from '../sheets/store.ts'

export interface FaultRow {
  readonly id: number
  readonly code: string | null
  readonly name: string | null
  readonly name_en: string | null
  readonly section_name: string | null
  readonly activity: string | null
  readonly exposure: string
  readonly location_uncertainty_m: number | null
  /** Middle of its extent, in degrees. */
  readonly longitude: number
}

export async function readFault(database: Queryable, id: number): Promise<FaultRow | undefined> {
  const [row] = await database.query<FaultRow>(sql`
    select id, code, name, name_en, section_name, activity, exposure, location_uncertainty_m,
      (ST_XMin(geom) + ST_XMax(geom)) / 2 as longitude
    from faults where id = ${id}`)
  return row
}

/** Its zones are stored by one at a time: the second sees what the first has stored. */
export const lockFault = (transaction: Transaction, id: number): Promise<unknown> =>
  transaction.query(sql`select from faults where id = ${id} for update`)

/** Segments a quadrant of a round end: 64 leave the border less than 0.01 % of the distance too near. */
const QUADRANT = 64

/**
 * A zone's shape in degrees: all that is nearer to the line than its reach, in metres on the ground. It is drawn on a plane of the fault's
 * own (a transverse Mercator in true scale through its middle), where lengths differ from the spheroid's by less than a hundredth of a
 * per mille within 25 km.
 */
function shapeOf({ id, longitude }: FaultRow, { reach_m }: FaultZone): Sql {
  const plane = `+proj=tmerc +lat_0=0 +lon_0=${longitude} +k=1 +x_0=0 +y_0=0 +ellps=GRS80 +units=m +no_defs`
  return sql`(select ST_Transform(ST_Buffer(ST_Transform(geom, ${plane}::text), ${reach_m}::float8, ${`quad_segs=${QUADRANT} endcap=round join=round`}::text),
    ${plane}::text, 4326) from faults where id = ${id})`
}

export interface ZoneShape {
  readonly geometry: object
  readonly area_m2: number
}

export async function readZoneShapes(database: Queryable, fault: FaultRow, zones: readonly FaultZone[]): Promise<ZoneShape[]> {
  if (zones.length === 0) return []
  return database.query<ZoneShape>(
    join(
      zones.map(
        (zone, index) => sql`
        select ${index}::integer as position, ST_AsGeoJSON(shape, 9)::json as geometry, ST_Area(shape::geography) as area_m2
        from (select ${shapeOf(fault, zone)} as shape) as made`,
      ),
      ' union all ',
    ),
  )
}

export interface StoredZone {
  readonly id: number
  readonly kind: string
  readonly name: string
  readonly valid_from: string
}

interface ZoneWords {
  readonly name: string
  readonly name_en: string | null
  readonly basis: string
  readonly edition: string
}

/** On the zone of whole millimetres in which the fault's middle lies. */
export async function insertZone(
  transaction: Transaction,
  fault: FaultRow,
  zone: FaultZone,
  words: ZoneWords,
  day: string,
): Promise<StoredZone> {
  const srid = chooseZone({ west: fault.longitude, east: fault.longitude }, [])
  const [row] = await transaction.query<StoredZone>(sql`
    insert into hazard_zones (code, name, name_en, kind, basis, edition, fault_id, valid_from, canonical)
    select ${fault.code}, ${words.name}, ${words.name_en}, ${zone.kind}, ${words.basis}, ${words.edition}, ${fault.id}, ${day}::date,
      ST_Multi(ST_CollectionExtract(ST_MakeValid(ST_SnapToGrid(ST_Transform(${shapeOf(fault, zone)}, ${srid}::integer), 1)), 3))
    returning id, kind, name, valid_from`)
  return row!
}

/** Ends those of these zones that are in force; gives back which. */
export const endZones = (transaction: Transaction, ids: readonly number[], day: string) =>
  transaction.query<StoredZone>(sql`
    update hazard_zones set valid_to = greatest(valid_from, ${day}::date)
    where id in (select value::integer from jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))
      and kind in ('fault_avoidance', 'fault_investigation') and (valid_to is null or valid_to > ${day}::date)
    returning id, kind, name, valid_from`)

export interface ZoneInForce extends StoredZone {
  /** From this fault; others are only told by lying on its line. */
  readonly calculated: boolean
}

/** Zones of faults in force that were calculated from a fault, or of which nobody knows from which and which lie on its line. */
export const readZonesInForce = (database: Queryable, { id }: FaultRow, day: string) =>
  database.query<ZoneInForce>(sql`
    select zone.id, zone.kind, zone.name, zone.valid_from, zone.fault_id is not null as calculated
    from faults join hazard_zones as zone on zone.fault_id = faults.id or (zone.fault_id is null and ST_Intersects(zone.geom, faults.geom))
    where faults.id = ${id} and zone.kind in ('fault_avoidance', 'fault_investigation') and ${validOn(day)} order by zone.id`)

/** Which of these are zones of faults in force. */
export const readFaultZones = (transaction: Transaction, ids: readonly number[], day: string) =>
  transaction.query<{ id: number }>(sql`
    select id from hazard_zones
    where id in (select value::integer from jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))
      and kind in ('fault_avoidance', 'fault_investigation') and ${validOn(day)}`)

/** Codes of the communities that a zone touches. */
export const readTouched = (transaction: Transaction, zone: number, day: string) =>
  transaction.query<{ code: string }>(sql`
    with zone as materialized (select geom from hazard_zones where id = ${zone})
    select code from zone join administrative_areas as area on ST_Intersects(area.geom, zone.geom)
    where level = 'community' and ${validOn(day)} order by code`)
