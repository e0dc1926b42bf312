/**
 * The rows of one layer in one tile: id, attributes, and `shape` in tile units, y downwards. Both tile sources read these
 * same rows and only differ in who encodes them, so that they can't disagree on what a tile holds.
 */
import { fieldsOf, type Layer } from '#geodata/layers/index.ts'
import { TILE_BUFFER, TILE_UNITS, type TileExtent, tileExtent } from './extent.ts'
import { empty, identifier, join, type Sql, sql } from './sql.ts'

/** Thinned points are counted in squares of a sixteenth of a tile: 32 CSS pixels where a tile is drawn 512 wide. */
const THINNING_SQUARES = 16

export interface TileRequest {
  readonly z: number
  readonly x: number
  readonly y: number
  /** `YYYY-MM-DD`: what was valid on this day; today where it is left out. */
  readonly day?: string | undefined
}

/** Names of the attributes that a layer's features carry in tiles of a zoom. */
export const attributesOf = (layer: Layer, z: number): string[] =>
  fieldsOf(layer).flatMap(({ name, tile }) => (tile === true || (tile !== undefined && z >= tile) ? [name] : []))

/** Whether points of this layer are thinned at a zoom, and so carry `point_count`. */
export const isThinned = (layer: Layer, z: number): boolean => layer.geometry === 'Point' && z < (layer.thinBelow ?? 0)

export function tileRows(layer: Layer, request: TileRequest): Sql {
  const extent = tileExtent(request.z, request.x, request.y)
  switch (layer.geometry) {
    case 'Point':
      return isThinned(layer, request.z) ? thinnedPoints(layer, request, extent) : points(layer, request, extent)
    case 'LineString':
    case 'MultiLineString':
      return lines(layer, request, extent)
    case 'MultiPolygon':
      return areas(layer, request, extent)
  }
}

const columns = (layer: Layer, { z }: TileRequest): Sql => join(['id', ...attributesOf(layer, z)].map((name) => identifier(name)))

/** From the database's metres into tile units, as the spec's coordinates run: right and down from the north-west corner. */
const inTileUnits = (geometry: Sql, { west, north, width }: TileExtent): Sql => {
  const scale = TILE_UNITS / width
  return sql`ST_TransScale(${geometry}, ${-west}::float8, ${-north}::float8, ${scale}::float8, ${-scale}::float8)`
}

const box = ({ west, north, width }: TileExtent, buffer: number): Sql => {
  const margin = (width * buffer) / TILE_UNITS
  return sql`ST_MakeEnvelope(${west - margin}::float8, ${north - width - margin}::float8, ${west + width + margin}::float8, ${north + margin}::float8, 3857)`
}

/** As a subquery, it is worked out once for a tile and not for each row. */
const dayOf = (day: string | undefined): Sql => sql`(select coalesce(${day ?? null}::date, today()))`

/** What the day and the zoom leave of a layer. */
function visible(layer: Layer, { z, day }: TileRequest): Sql {
  const hidden = Object.entries(layer.appear?.from ?? {}).flatMap(([value, from]) => (z < from ? [value] : []))
  return sql`${
    layer.temporal ? sql`and valid_from <= ${dayOf(day)} and (valid_to is null or valid_to > ${dayOf(day)})` : empty
  } ${layer.appear && hidden.length > 0 ? sql`and ${identifier(layer.appear.field)}::text <> all (${hidden}::text[])` : empty}`
}

/**
 * A point belongs to exactly one tile: the west and north edges count, the others are the neighbours'. The operator alone
 * won't do, it compares boxes of single precision.
 */
const inside = (extent: TileExtent): Sql => {
  const { west, north, width } = extent
  return sql`geom_3857 && ${box(extent, 0)}
    and ST_X(geom_3857) >= ${west}::float8 and ST_X(geom_3857) < ${west + width}::float8
    and ST_Y(geom_3857) <= ${north}::float8 and ST_Y(geom_3857) > ${north - width}::float8`
}

const points = (layer: Layer, request: TileRequest, extent: TileExtent): Sql => sql`
  select ${columns(layer, request)}, ${inTileUnits(sql`geom_3857`, extent)} as shape
  from ${identifier(layer.id)} where ${inside(extent)} ${visible(layer, request)}`

/** One feature for each square: the one stored first, at its own place, with the number of points it stands for. */
function thinnedPoints(layer: Layer, request: TileRequest, extent: TileExtent): Sql {
  const { west, north, width } = extent
  const square = width / THINNING_SQUARES
  return sql`
  select ${columns(layer, request)}, point_count, ${inTileUnits(sql`geom_3857`, extent)} as shape
  from (
    select min(id) as id, count(*)::integer as point_count
    from ${identifier(layer.id)} where ${inside(extent)} ${visible(layer, request)}
    group by floor((ST_X(geom_3857) - ${west}::float8) / ${square}::float8), floor((${north}::float8 - ST_Y(geom_3857)) / ${square}::float8)
  ) as squares join ${identifier(layer.id)} using (id)`
}

/**
 * Tile units between the vertices that are kept. All vertices move to one lattice, the same for every feature and tile, so
 * neighbours keep their common border at every zoom; what is smaller than the lattice vanishes and its neighbours meet.
 */
const latticeStep = (z: number): number => (z < 10 ? 16 : z < 12 ? 8 : z < 14 ? 4 : 1)

const clipped = (extent: TileExtent): Sql => {
  const frame = box(extent, TILE_BUFFER)
  return sql`case when geom_3857 @ ${frame} then geom_3857 else ST_ClipByBox2D(geom_3857, ${frame}) end`
}

/** Keeps the planner from merging a subquery into the one around it, which would work out its shapes again at each use. */
const FENCE = sql`offset 0`

const areas = (layer: Layer, request: TileRequest, extent: TileExtent): Sql => sql`
  select ${columns(layer, request)}, ST_ForcePolygonCCW(shape) as shape
  from (
    select ${columns(layer, request)}, case when ST_IsValid(snapped) then snapped else ST_CollectionExtract(ST_MakeValid(snapped), 3) end as shape
    from (
      select ${columns(layer, request)}, ST_CollectionExtract(ST_SnapToGrid(${inTileUnits(clipped(extent), extent)}, ${latticeStep(request.z)}::float8), 3) as snapped
      from ${identifier(layer.id)} where geom_3857 && ${box(extent, TILE_BUFFER)} ${visible(layer, request)} ${FENCE}
    ) as snapping
    where not ST_IsEmpty(snapped) ${FENCE}
  ) as validated
  where not ST_IsEmpty(shape)`

/** Half a pixel at most between a line and its drawing. */
const lineTolerance = (z: number): number => (z < 14 ? 4 : 1)

const lines = (layer: Layer, request: TileRequest, extent: TileExtent): Sql => sql`
  select ${columns(layer, request)}, shape
  from (
    select ${columns(layer, request)}, ST_CollectionExtract(ST_SnapToGrid(ST_Simplify(${inTileUnits(clipped(extent), extent)}, ${lineTolerance(request.z)}::float8), 1), 2) as shape
    from ${identifier(layer.id)} where geom_3857 && ${box(extent, TILE_BUFFER)} ${visible(layer, request)} ${FENCE}
  ) as simplified
  where not ST_IsEmpty(shape)`
