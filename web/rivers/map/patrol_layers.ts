/** A patrol on the map: the stretch with what was walked and what was not, the track, and where one is. */
import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl'
import { partsBetween } from '#geodata/rivers/chainage.ts'
import type { Stretch } from '#geodata/rivers/records.ts'
import { PALETTES, type Theme } from '../../symbols/palette.ts'
import { type Figures, lineOf } from '../patrol/figures.ts'
import type { Here } from '../patrol/recorder.ts'
import type { StoredPatrol, TrackPoint } from '../patrol/track.ts'

export const PATROL = 'river-patrol'

const WALKED: Readonly<Record<Theme, string>> = { light: '#0f5e66', dark: '#5fd0d6' }
const OPEN: Readonly<Record<Theme, string>> = { light: '#b26a00', dark: '#f0b357' }
const TRACK: Readonly<Record<Theme, string>> = { light: '#4c585b', dark: '#b4bfc0' }
const ME = '#1668d8'

const part = (name: string): ExpressionSpecification => ['==', ['get', 'part'], name]

/** Pixels of a metre at zoom 0 are so few: a circle of metres grows with each zoom. */
const metresAsPixels = (latitude: ExpressionSpecification): ExpressionSpecification => [
  'interpolate',
  ['exponential', 2],
  ['zoom'],
  0,
  0,
  22,
  ['/', ['get', 'accuracy_m'], ['*', 0.01866, latitude]],
]

export function patrolLayers(theme: Theme): LayerSpecification[] {
  const { halo } = PALETTES[theme]
  const line = (id: string, name: string, paint: object): LayerSpecification => ({
    id: `river-patrol/${id}`,
    type: 'line',
    source: PATROL,
    filter: part(name),
    layout: { 'line-join': 'round', 'line-cap': 'butt' },
    paint,
  })
  return [
    line('edge', 'open', { 'line-color': halo, 'line-width': 11 }),
    line('open', 'open', { 'line-color': OPEN[theme], 'line-width': 5, 'line-dasharray': [1.6, 1] }),
    line('walked-edge', 'walked', { 'line-color': halo, 'line-width': 12 }),
    line('walked', 'walked', { 'line-color': WALKED[theme], 'line-width': 8 }),
    line('track', 'track', { 'line-color': TRACK[theme], 'line-width': 1.6, 'line-dasharray': [2, 1.5] }),
    {
      id: 'river-patrol/accuracy',
      type: 'circle',
      source: PATROL,
      filter: part('here'),
      paint: {
        'circle-radius': metresAsPixels(['get', 'shrink']),
        'circle-color': ME,
        'circle-opacity': 0.13,
        'circle-stroke-color': ME,
        'circle-stroke-opacity': 0.4,
        'circle-stroke-width': 1,
      },
    },
    {
      id: 'river-patrol/here',
      type: 'circle',
      source: PATROL,
      filter: part('here'),
      paint: { 'circle-radius': 8, 'circle-color': ME, 'circle-stroke-color': '#ffffff', 'circle-stroke-width': 3 },
    },
  ]
}

export function patrolFeatures(
  { segment }: StoredPatrol,
  { matched }: Figures,
  points: readonly TrackPoint[],
  here: Here | null,
): GeoJSON.Feature[] {
  const line = lineOf(segment)
  const lines = (name: string, stretches: readonly Stretch[]): GeoJSON.Feature[] =>
    stretches
      .flatMap(({ from_m, to_m }) => partsBetween(line, from_m, to_m))
      .map((coordinates) => feature(name, { type: 'LineString', coordinates: coordinates.map(([x, y]) => [x, y]) }))
  return [
    ...lines('open', matched.gaps),
    ...lines('walked', matched.covered),
    ...(points.length > 1
      ? [feature('track', { type: 'LineString', coordinates: points.map(([longitude, latitude]) => [longitude, latitude]) })]
      : []),
    ...(here
      ? [
          feature(
            'here',
            { type: 'Point', coordinates: [here.longitude, here.latitude] },
            { accuracy_m: here.accuracy_m ?? 0, shrink: Math.cos((here.latitude * Math.PI) / 180) },
          ),
        ]
      : []),
  ]
}

const feature = (name: string, geometry: GeoJSON.Geometry, more: object = {}): GeoJSON.Feature => ({
  type: 'Feature',
  geometry,
  properties: { part: name, ...more },
})
