import { GeoJsonLayer } from '@deck.gl/layers'
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

/** A block on every grid, as high as its number is large. Its colour says the class, the selected one is amber as on the map. */
export function gridsLayer({ shapes, classes, height, selected }: GridsInput): GeoJsonLayer<Grid> {
  const greatest = Math.max(...shapes.map(({ properties }) => properties.value), Number.MIN_VALUE)
  const data: FeatureCollection<GeoJSON.MultiPolygon | GeoJSON.Polygon, Grid> = {
    type: 'FeatureCollection',
    features: [...shapes],
  }
  return new GeoJsonLayer<Grid>({
    id: 'grids3d',
    data,
    extruded: true,
    filled: true,
    wireframe: true,
    pickable: true,
    getElevation: ({ properties }) => (properties.value / greatest) * height,
    getFillColor: ({ properties: { id, value } }) =>
      id === selected ? SELECTED : toRgb(classes[classOf(classes, value)]?.color ?? '#ffffff'),
    getLineColor: [30, 44, 60, 120],
    // Light enough on every side that a colour is still the one of the legend.
    material: { ambient: 0.72, diffuse: 0.35, shininess: 8, specularColor: [20, 20, 20] },
    updateTriggers: { getFillColor: [classes, selected], getElevation: [greatest, height] },
  })
}
