// The whole map as one style, from the catalogue and what is switched on. Pure: applying it is another file's work.
import type { FilterSpecification, LayerSpecification, SourceSpecification, StyleSpecification } from 'maplibre-gl'
import { ELEVATION_TILES } from '#geodata/elevation/tiles.ts'
import { LAYERS } from '#geodata/layers/index.ts'
import type { BaseMap, Elevation } from '../api/types.ts'
import type { GridChoice } from '../state/url.ts'
import { AREA_LABELS, areaLabels, leadingLabels } from '../symbols/area_label_layers.ts'
import { areaBorders, areaFills } from '../symbols/area_layers.ts'
import { FOUND, foundMarks, foundShapes } from '../symbols/found_layers.ts'
import { ELEVATION, paperLayers, reliefLayers } from '../symbols/ground_layers.ts'
import type { LayerStyleInput } from '../symbols/layer_style.ts'
import { lineLabels, lineLayers } from '../symbols/line_layers.ts'
import { OUTSIDE, rasterLayers, vectorLayers } from '../symbols/outside_layers.ts'
import type { Theme } from '../symbols/palette.ts'
import { pointLabels, pointLayers } from '../symbols/point_layers.ts'
import { roadShields } from '../symbols/road_shields.ts'
import { SELECTION, selectionRing, selectionShapes } from '../symbols/selection_layers.ts'

export interface StyleInput {
  /** Addresses in a style are read by a worker, which knows no page to be relative to. */
  readonly origin: string
  readonly layers: readonly string[]
  readonly opacity: Readonly<Record<string, number>>
  readonly language: string
  readonly theme: Theme
  /** With a scheme in it, once schemes are known. */
  readonly grids: GridChoice
  readonly versions: Readonly<Record<string, string>>
  readonly elevation: Elevation | null
  readonly baseMap: BaseMap | null
  readonly outsideBaseMap: boolean
  /** How far in there are tiles: on the way, a pack has them less far than the server. */
  readonly tileZooms: { readonly minimum: number; readonly maximum: number }
}

/** Drawn in one source, as nearly every view needs all of them; each other layer has its own, so that a change reloads that alone. */
const GROUND_LAYERS = ['administrative_areas', 'rivers', 'roads']

/** Source id → its catalogue layers. */
export const TILE_SOURCES: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ['ground', GROUND_LAYERS],
  ...LAYERS.flatMap(({ id }) => (GROUND_LAYERS.includes(id) ? [] : [[id, [id]] as const])),
])

export const sourceOf = (layer: string): string => (GROUND_LAYERS.includes(layer) ? 'ground' : layer)

export function tileAddress(origin: string, layers: readonly string[], versions: Readonly<Record<string, string>>): string {
  const tokens = layers.map((layer) => versions[layer] ?? '0').join('.')
  return `${origin}/tiles/${layers.join(',')}/{z}/{x}/{y}.mvt?v=${encodeURIComponent(tokens)}`
}

export function buildStyle(input: StyleInput): StyleSpecification {
  return { version: 8, sources: sources(input), layers: layers(input) }
}

const EMPTY = { type: 'FeatureCollection' as const, features: [] }

function sources({ origin, versions, elevation, baseMap, tileZooms }: StyleInput): Record<string, SourceSpecification> {
  const result: Record<string, SourceSpecification> = {
    [SELECTION]: { type: 'geojson', data: EMPTY },
    [FOUND]: { type: 'geojson', data: EMPTY },
    [AREA_LABELS]: { type: 'geojson', data: EMPTY },
    [ELEVATION]: elevationSource(origin, elevation),
  }
  for (const [id, members] of TILE_SOURCES) {
    result[id] = {
      type: 'vector',
      tiles: [tileAddress(origin, members, versions)],
      minzoom: tileZooms.minimum,
      maxzoom: tileZooms.maximum,
    }
  }
  if (baseMap) {
    const shared = { tiles: [origin + baseMap.tiles], minzoom: baseMap.minimum_zoom, maxzoom: baseMap.maximum_zoom }
    result[OUTSIDE] =
      baseMap.type === 'raster' ? { type: 'raster', tileSize: baseMap.tile_size, ...shared } : { type: 'vector', ...shared }
  }
  return result
}

const elevationSource = (origin: string, elevation: Elevation | null): SourceSpecification => ({
  type: 'raster-dem',
  tiles: [`${origin}/tiles/elevation/{z}/{x}/{y}.png?v=${elevation?.version ?? ''}`],
  encoding: 'terrarium',
  tileSize: ELEVATION_TILES.pixels,
  minzoom: ELEVATION_TILES.from,
  maxzoom: ELEVATION_TILES.maximum,
  ...(elevation && { bounds: [...elevation.extent] }),
})

function layers(input: StyleInput): LayerSpecification[] {
  const { baseMap, outsideBaseMap, theme } = input
  const outside = baseMap !== null && outsideBaseMap
  const inputs = LAYERS.map((layer): LayerStyleInput => {
    const filter = layer.id === 'grids' ? gridFilter(input.grids) : undefined
    return {
      layer,
      source: sourceOf(layer.id),
      // Our ground would lie over the outside one.
      visible: input.layers.includes(layer.id) && !(outside && layer.isGround),
      opacity: input.opacity[layer.id] ?? 1,
      language: input.language,
      theme,
      ...(filter && { filter }),
    }
  })
  // From the ground up: paper, land, relief, tints, ways and waters, borders, points, lettering. The selection lies over shapes and under points.
  // MapLibre gives room to what is on top first: lettering stands under the points and steps out of their way, but for the leading names.
  return [
    ...paperLayers(!outside, theme),
    ...inputs.filter(isGround).flatMap(areaFills),
    ...reliefLayers(!outside && input.elevation !== null, theme),
    ...(baseMap ? (baseMap.type === 'raster' ? rasterLayers(outside) : vectorLayers(outside)) : []),
    ...inputs.filter((one) => !isGround(one)).flatMap(areaFills),
    ...inputs.filter(isGroundLine).flatMap(lineLayers),
    ...inputs.flatMap(areaBorders),
    ...inputs.filter((one) => !isGroundLine(one)).flatMap(lineLayers),
    ...foundShapes(theme),
    ...selectionShapes(theme),
    ...inputs.flatMap(lineLabels),
    ...inputs.flatMap(roadShields),
    ...areaLabels(theme),
    ...inputs.flatMap(pointLabels),
    ...inputs.flatMap(pointLayers),
    ...foundMarks(theme),
    ...selectionRing(theme),
    ...leadingLabels(theme),
  ]
}

const isGround = ({ layer }: LayerStyleInput) => layer.isGround === true
const isGroundLine = ({ layer }: LayerStyleInput) => GROUND_LAYERS.includes(layer.id)

export function gridFilter({ scheme, level }: GridChoice): FilterSpecification | undefined {
  const parts: FilterSpecification[] = []
  if (scheme) parts.push(['==', ['get', 'scheme'], scheme])
  if (typeof level === 'number') parts.push(['==', ['get', 'level'], level])
  return parts.length > 0 ? (['all', ...parts] as FilterSpecification) : undefined
}
