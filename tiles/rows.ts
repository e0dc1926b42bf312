/**
 * The rows of one layer in one tile: id, attributes, and `shape` in tile units, y downwards. Both tile sources read these
 * same rows and only differ in who encodes them, so that they can't disagree on what a tile holds.
 */
import { fieldsOf, type Layer } from '#geodata/layers/index.ts'
import { TILE_BUFFER, TILE_UNITS, tileExtent } from './extent.ts'
import { constant, empty, identifier, join, type Sql, sql } from './sql.ts'
import { codeList, type Limits, territoryShape } from './territory.ts'

/** Thinned points are counted in squares of a sixteenth of a tile: 32 CSS pixels where a tile is drawn 512 wide. */
const THINNING_SQUARES = 16

export interface TileRequest {
  readonly z: number
  readonly x: number
  readonly y: number
  /** `YYYY-MM-DD`: what was valid on this day; today where it is left out. */
  readonly day?: string | undefined
  /** Of layers that whoever asks doesn't see everywhere. */
  readonly limits?: Limits
}

/** Names of the attributes that a layer's features carry in tiles of a zoom. */
export const attributesOf = (layer: Layer, z: number): string[] =>
  fieldsOf(layer).flatMap(({ name, tile }) => (tile === true || (tile !== undefined && z >= tile) ? [name] : []))

/** Whether points of this layer are thinned at a zoom, and so carry `point_count`. */
export const isThinned = (layer: Layer, z: number): boolean => layer.geometry === 'Point' && z < (layer.thinBelow ?? 0)

/** Keeps the planner from merging a subquery into the one around it, which would work out its columns again at each use. */
const FENCE = sql`offset 0`

/** What `tileRelation` puts into its statement, in this order. */
export function tileValues({ z, x, y, day, limits }: TileRequest): readonly unknown[] {
  const { west, north, width } = tileExtent(z, x, y)
  return [...[...(limits?.values() ?? [])].map(codeList), west, north - width, west + width, north, day ?? null]
}

/**
 * The tile itself as a relation of one row, which the rows below are compared with. It alone takes parameters: for the same
 * layers and zoom, all tiles are the same statement.
 */
export function tileRelation(request: TileRequest): Sql {
  const limited = [...(request.limits?.keys() ?? [])]
  const values = tileValues(request)
  const [west, south, east, north, day] = values.slice(limited.length)
  const territories = limited.map((id, index) => sql`, ${territoryShape(values[index])} as ${territoryOf(id)}`)
  return sql`(
    select west, south, east, north, day, ST_MakeEnvelope(west, south, east, north, 3857) as square,
      ST_Expand(ST_MakeEnvelope(west, south, east, north, 3857), (east - west) * ${constant(TILE_BUFFER / TILE_UNITS)}) as frame${join([empty, ...territories], '')}
    from (
      select ${west}::float8 as west, ${south}::float8 as south, ${east}::float8 as east, ${north}::float8 as north,
        coalesce(${day}::date, today()) as day
    ) as edges ${FENCE}
  ) as tile`
}

const territoryOf = (id: string): Sql => identifier(`territory_${id}`)

/** To be read beside `tileRelation`. @param isLimited to the territory that stands there for the layer */
export function tileRows(layer: Layer, z: number, isLimited = false): Sql {
  switch (layer.geometry) {
    case 'Point':
      return isThinned(layer, z) ? thinnedPoints(layer, z, isLimited) : points(layer, z, isLimited)
    case 'LineString':
    case 'MultiLineString':
      return lines(layer, z, isLimited)
    case 'MultiPolygon':
      return areas(layer, z, isLimited)
  }
}

const columns = (layer: Layer, z: number): Sql => join(['id', ...attributesOf(layer, z)].map((name) => identifier(name)))

/** From the database's metres into tile units, as the spec's coordinates run: right and down from the north-west corner. */
const inTileUnits = (geometry: Sql, z: number): Sql => {
  const scale = TILE_UNITS / tileExtent(z, 0, 0).width
  return sql`ST_TransScale(${geometry}, -tile.west, -tile.north, ${constant(scale)}, ${constant(-scale)})`
}

/** What the day and the zoom leave of a layer. */
function visible(layer: Layer, z: number): Sql {
  const hidden = Object.entries(layer.appear?.from ?? {}).flatMap(([value, from]) => (z < from ? [constant(value)] : []))
  return sql`${layer.temporal ? sql`and valid_from <= tile.day and (valid_to is null or valid_to > tile.day)` : empty}
    ${layer.appear && hidden.length > 0 ? sql`and ${identifier(layer.appear.field)}::text not in (${join(hidden)})` : empty}`
}

/**
 * The features that a condition, the day and the zoom leave, and of a limited layer those that lie in the territory or on its border: in
 * degrees, so that a tile holds what the list of features does. Fenced, or the index would be asked for all of the territory.
 */
function source(layer: Layer, z: number, isLimited: boolean, condition: Sql): Sql {
  const table = identifier(layer.id)
  const near = sql`${table} where ${condition} ${visible(layer, z)}`
  return isLimited
    ? sql`(select * from ${near} ${FENCE}) as ${table} where ST_Intersects(tile.${territoryOf(layer.id)}, geom)`
    : near
}

/**
 * A point belongs to exactly one tile: the west and north edges count, the others are the neighbours'. The operator alone
 * won't do, it compares boxes of single precision.
 */
const INSIDE = sql`geom_3857 && tile.square
    and ST_X(geom_3857) >= tile.west and ST_X(geom_3857) < tile.east
    and ST_Y(geom_3857) <= tile.north and ST_Y(geom_3857) > tile.south`

const points = (layer: Layer, z: number, isLimited: boolean): Sql => sql`
  select ${columns(layer, z)}, ${inTileUnits(sql`geom_3857`, z)} as shape
  from ${source(layer, z, isLimited, INSIDE)}`

/** One feature for each square: the one stored first, at its own place, with the number of points it stands for. */
function thinnedPoints(layer: Layer, z: number, isLimited: boolean): Sql {
  const square = constant(tileExtent(z, 0, 0).width / THINNING_SQUARES)
  return sql`
  select ${columns(layer, z)}, point_count, ${inTileUnits(sql`geom_3857`, z)} as shape
  from (
    select min(id) as id, count(*)::integer as point_count
    from ${source(layer, z, isLimited, INSIDE)}
    group by floor((ST_X(geom_3857) - tile.west) / ${square}), floor((tile.north - ST_Y(geom_3857)) / ${square})
  ) as squares join ${identifier(layer.id)} using (id)`
}

/**
 * Tile units between the vertices that are kept. All vertices move to one lattice, the same for every feature and tile, so
 * neighbours keep their common border at every zoom; what is smaller than the lattice vanishes and its neighbours meet.
 */
const latticeStep = (z: number): number => (z < 10 ? 16 : z < 12 ? 8 : z < 14 ? 4 : 1)

const NEAR = sql`geom_3857 && tile.frame`
const CLIPPED = sql`case when geom_3857 @ tile.frame then geom_3857 else ST_ClipByBox2D(geom_3857, tile.frame) end`

const areas = (layer: Layer, z: number, isLimited: boolean): Sql => sql`
  select ${columns(layer, z)}, ST_ForcePolygonCCW(shape) as shape
  from (
    select ${columns(layer, z)}, case when ST_IsValid(snapped) then snapped else ST_CollectionExtract(ST_MakeValid(snapped), 3) end as shape
    from (
      select ${columns(layer, z)}, ST_CollectionExtract(ST_SnapToGrid(${inTileUnits(CLIPPED, z)}, ${constant(latticeStep(z))}), 3) as snapped
      from ${source(layer, z, isLimited, NEAR)} ${FENCE}
    ) as snapping
    where not ST_IsEmpty(snapped) ${FENCE}
  ) as validated
  where not ST_IsEmpty(shape)`

/** Half a pixel at most between a line and its drawing. */
const lineTolerance = (z: number): number => (z < 14 ? 4 : 1)

const lines = (layer: Layer, z: number, isLimited: boolean): Sql => sql`
  select ${columns(layer, z)}, shape
  from (
    select ${columns(layer, z)}, ST_CollectionExtract(ST_SnapToGrid(ST_Simplify(${inTileUnits(CLIPPED, z)}, ${constant(lineTolerance(z))}), 1), 2) as shape
    from ${source(layer, z, isLimited, NEAR)} ${FENCE}
  ) as simplified
  where not ST_IsEmpty(shape)`
