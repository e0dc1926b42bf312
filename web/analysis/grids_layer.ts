import type { Layer } from '@deck.gl/core'
import { GeoJsonLayer, PathLayer } from '@deck.gl/layers'
import type { Feature, FeatureCollection } from 'geojson'
import { type Class, classOf, toRgb } from './classes.ts'

export interface Grid {
  readonly id: number
  readonly name: string
  readonly value: number
}

export type GridShape = Feature<GeoJSON.MultiPolygon | GeoJSON.Polygon, Grid>

export interface GridsInput {
  readonly shapes: readonly GridShape[]
  readonly classes: readonly Class[]
  /** Metres for the greatest number. */
  readonly height: number
  readonly selected: number | null
}

const SELECTED: [number, number, number] = [255, 180, 0]
/** So little above the roof that nobody sees it, and the roof does not hide its edge. */
const EDGE_LIFT = 0.002
/** Names of places stay on top: without them nobody knows the way about. */
const BENEATH = { beforeId: 'area_labels/text' }

/** A block on every grid, as high as its number is large. Its colour says the class, the selected one is amber as on the map. */
export function gridsLayers({ shapes, classes, height, selected }: GridsInput): Layer[] {
  const greatest = Math.max(...shapes.map(({ properties }) => properties.value), Number.MIN_VALUE)
  const heightOf = ({ properties }: GridShape) => (properties.value / greatest) * height
  const data: FeatureCollection<GeoJSON.MultiPolygon | GeoJSON.Polygon, Grid> = {
    type: 'FeatureCollection',
    features: [...shapes],
  }
  const blocks = new GeoJsonLayer<Grid>({
    ...BENEATH,
    id: 'grids3d',
    data,
    extruded: true,
    filled: true,
    pickable: true,
    getElevation: (shape) => heightOf(shape as GridShape),
    getFillColor: ({ properties: { id, value } }) =>
      id === selected ? SELECTED : toRgb(classes[classOf(classes, value)]?.color ?? '#ffffff'),
    // Light enough on every side that a colour is still the one of the legend.
    material: { ambient: 0.68, diffuse: 0.5, shininess: 4, specularColor: [10, 10, 10] },
    updateTriggers: { getFillColor: [classes, selected], getElevation: [greatest, height] },
  })
  // Neighbours of one class and height would melt together without the edges of their roofs.
  const edges = new PathLayer<Edge>({
    ...BENEATH,
    id: 'grids3d-edges',
    data: shapes.flatMap((shape) => edgesOf(shape, heightOf(shape) + height * EDGE_LIFT)),
    getPath: ({ path }) => path,
    getColor: [26, 35, 38, 150],
    getWidth: 1,
    widthUnits: 'pixels',
  })
  return [blocks, edges]
}

interface Edge {
  readonly path: [number, number, number][]
}

function edgesOf({ geometry }: GridShape, elevation: number): Edge[] {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
  return polygons.flat().map((ring) => ({ path: ring.map(([x = 0, y = 0]) => [x, y, elevation] as [number, number, number]) }))
}
