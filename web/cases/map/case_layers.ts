import type { ExpressionSpecification, LayerSpecification, Map as MapLibre } from 'maplibre-gl'
import { STAGES, type Stage } from '#geodata/cases/flow.ts'
import type { CasePoint } from '#geodata/cases/records.ts'
import { drawImage } from '../../symbols/images.ts'
import { FONT_BOLD } from '../../symbols/layer_style.ts'
import { PALETTES, type Theme } from '../../symbols/palette.ts'
import { lookOfCase } from '../look.ts'

export const CASE_POINTS = 'case-points'
export const CASE_SYMBOLS = 'cases/points'
/** The open case, over all others, with a ring around it. */
export const OPEN_CASE = 'case-open'
export const CASE_SOURCES = [CASE_POINTS, OPEN_CASE] as const
/** Many in one place: how many, and whether one of them is late. */
export const CASE_CLUSTERS = 'cases/clusters'
/** Closer than two signs are wide, until streets can be told apart. */
export const CLUSTERS = {
  [CASE_POINTS]: { clusterRadius: 28, clusterMaxZoom: 13, clusterProperties: { overdue: ['+', ['get', 'overdue']] } },
}

/** As what is late is written beside the map. */
const OVERDUE: Readonly<Record<Theme, string>> = { light: '#b3261e', dark: '#f0857b' }

const imageOf = (stage: Stage, overdue: boolean): string => `case/${stage}${overdue ? '/overdue' : ''}`

/** Draws the signs of all stages on this map. */
export function addCaseImages(map: MapLibre): void {
  const ratio = Math.max(1, Math.ceil(window.devicePixelRatio))
  for (const stage of STAGES)
    for (const overdue of [false, true]) {
      const name = imageOf(stage, overdue)
      const image = map.hasImage(name) ? undefined : drawImage('badge', lookOfCase(stage, overdue), ratio)
      if (image) map.addImage(name, image, { pixelRatio: ratio })
    }
}

/** What is late lies over what is not. */
const rankOf = ({ overdue, urgent }: Pick<CasePoint, 'overdue' | 'urgent'>): number => (overdue ? 2 : 0) + (urgent ? 1 : 0)

export const caseShapes = (points: readonly CasePoint[]): GeoJSON.FeatureCollection => ({
  type: 'FeatureCollection',
  features: points.map(({ id, longitude, latitude, ...point }) => ({
    type: 'Feature',
    id,
    geometry: { type: 'Point', coordinates: [longitude, latitude] },
    properties: { id, image: imageOf(point.stage, point.overdue), rank: rankOf(point), overdue: Number(point.overdue) },
  })),
})

export function caseLayers(theme: Theme): LayerSpecification[] {
  const { label, halo } = PALETTES[theme]
  const isCluster: ExpressionSpecification = ['has', 'point_count']
  return [
    {
      id: CASE_CLUSTERS,
      type: 'circle',
      source: CASE_POINTS,
      filter: isCluster,
      paint: {
        'circle-radius': ['step', ['get', 'point_count'], 11, 10, 14, 50, 17],
        'circle-color': label,
        'circle-stroke-color': ['case', ['>', ['get', 'overdue'], 0], OVERDUE[theme], halo],
        'circle-stroke-width': 2.5,
      },
    },
    {
      id: 'cases/cluster-counts',
      type: 'symbol',
      source: CASE_POINTS,
      filter: isCluster,
      layout: {
        'text-field': ['get', 'point_count_abbreviated'],
        'text-font': FONT_BOLD,
        'text-size': 12,
        'text-allow-overlap': true,
        'text-ignore-placement': true,
      },
      paint: { 'text-color': halo },
    },
    {
      id: CASE_SYMBOLS,
      type: 'symbol',
      source: CASE_POINTS,
      filter: ['!', isCluster],
      layout: {
        'icon-image': ['get', 'image'],
        'icon-size': ['interpolate', ['linear'], ['zoom'], 9, 0.5, 13, 0.85, 16, 1],
        'icon-allow-overlap': true,
        'icon-ignore-placement': true,
        'symbol-sort-key': ['get', 'rank'],
      },
    },
    {
      id: 'cases/open-halo',
      type: 'circle',
      source: OPEN_CASE,
      paint: { 'circle-radius': 19, 'circle-color': halo, 'circle-opacity': 0.75 },
    },
    {
      id: 'cases/open-ring',
      type: 'circle',
      source: OPEN_CASE,
      paint: {
        'circle-radius': 19,
        'circle-color': 'rgba(0,0,0,0)',
        'circle-stroke-color': label,
        'circle-stroke-width': 2.5,
      },
    },
    {
      id: 'cases/open',
      type: 'symbol',
      source: OPEN_CASE,
      layout: { 'icon-image': ['get', 'image'], 'icon-allow-overlap': true, 'icon-ignore-placement': true },
    },
  ]
}
