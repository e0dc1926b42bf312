import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl'
import { PALETTES, type Theme } from './palette.ts'

export const SELECTION = 'selection'

const isPoint: ExpressionSpecification = ['==', ['geometry-type'], 'Point']
const isArea: ExpressionSpecification = ['==', ['geometry-type'], 'Polygon']

/** The selected feature in whole, from its own source: amber between dark edges, which no layer uses and every eye can tell. */
export function selectionShapes(theme: Theme): LayerSpecification[] {
  const { select, selectCasing } = PALETTES[theme]
  const line = (id: string, color: string, width: number): LayerSpecification => ({
    id: `selection/${id}`,
    type: 'line',
    source: SELECTION,
    filter: ['!', isPoint],
    layout: { 'line-join': 'round', 'line-cap': 'round' },
    paint: { 'line-color': color, 'line-width': width },
  })
  return [
    {
      id: 'selection/fill',
      type: 'fill',
      source: SELECTION,
      filter: isArea,
      paint: { 'fill-color': select, 'fill-opacity': 0.14 },
    },
    line('edge', selectCasing, 6.5),
    line('line', select, 4),
  ]
}

export function selectionRing(theme: Theme): LayerSpecification[] {
  const { select, selectCasing } = PALETTES[theme]
  return [
    {
      id: 'selection/ring',
      type: 'circle',
      source: SELECTION,
      filter: isPoint,
      paint: {
        'circle-radius': 17,
        'circle-color': 'transparent',
        'circle-stroke-color': selectCasing,
        'circle-stroke-width': 5,
      },
    },
    {
      id: 'selection/ring-inner',
      type: 'circle',
      source: SELECTION,
      filter: isPoint,
      paint: {
        'circle-radius': 18,
        'circle-color': 'transparent',
        'circle-stroke-color': select,
        'circle-stroke-width': 3,
      },
    },
  ]
}
