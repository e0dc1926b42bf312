/** Segments on the map by how they stand: a colour and a line of its own for each, so that none is told by colour alone. */
import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl'
import type { SegmentHealth } from '#geodata/rivers/records.ts'
import { sourceOf } from '../../map/style.ts'
import { PALETTES, type Theme } from '../../symbols/palette.ts'

export const HEALTH_LINE = 'river-health/line'
/** Wider than it is drawn: a finger is no needle. */
export const HEALTH_REACH = 'river-health/reach'

export const HEALTH_COLORS: Readonly<Record<Theme, Readonly<Record<SegmentHealth | 'unknown', string>>>> = {
  light: { good: '#1f7a4d', attention: '#b26a00', bad: '#b3261e', unknown: '#64757a' },
  dark: { good: '#5cbf8b', attention: '#f0b357', bad: '#ff8a7d', unknown: '#93a4a8' },
}
const WIDTHS = { good: 4, attention: 4.5, bad: 7.5, unknown: 1.8 } as const
/** In widths of the line. */
const DASHES = { good: [1, 0], attention: [3, 1.1], bad: [1, 0], unknown: [1, 0] } as const

export type Healths = ReadonlyMap<number, SegmentHealth>

type Choices<Value> = Readonly<Record<SegmentHealth | 'unknown', Value>>

/** By a feature's own number, as the tiles know nothing of how it stands. */
function byHealth<Value>(healths: Healths, choices: Choices<Value>): Value | ExpressionSpecification {
  const groups = (['good', 'attention', 'bad'] as const).flatMap((health) => {
    const ids = [...healths].flatMap(([id, stands]) => (stands === health ? [id] : []))
    return ids.length === 0 ? [] : [ids, choices[health]]
  })
  return groups.length === 0
    ? choices.unknown
    : (['match', ['id'], ...groups, choices.unknown] as unknown as ExpressionSpecification)
}

const literal = (dashes: Choices<readonly number[]>): Choices<ExpressionSpecification> =>
  Object.fromEntries(Object.entries(dashes).map(([name, dash]) => [name, ['literal', [...dash]]])) as never

export function healthLayers(healths: Healths, chosen: number | null, theme: Theme): LayerSpecification[] {
  const source = { source: sourceOf('river_segments'), 'source-layer': 'river_segments' }
  const { halo, select } = PALETTES[theme]
  const isChosen = ['==', ['id'], chosen ?? -1] as ExpressionSpecification
  const width = (extra: number): ExpressionSpecification => {
    const at = (factor: number) => ['+', ['*', byHealth(healths, WIDTHS), factor], extra]
    return ['interpolate', ['linear'], ['zoom'], 9, at(0.6), 13, at(1), 17, at(1.8)] as unknown as ExpressionSpecification
  }
  const order = byHealth(healths, { good: 1, attention: 2, bad: 3, unknown: 0 }) as number
  const layout = { 'line-join': 'round', 'line-cap': 'butt', 'line-sort-key': order } as const
  return [
    { id: HEALTH_REACH, type: 'line', ...source, paint: { 'line-width': 22, 'line-opacity': 0.001 } },
    {
      id: 'river-health/chosen',
      type: 'line',
      ...source,
      filter: isChosen,
      layout,
      paint: { 'line-color': select, 'line-width': width(9) },
    },
    { id: 'river-health/casing', type: 'line', ...source, layout, paint: { 'line-color': halo, 'line-width': width(2.6) } },
    {
      id: HEALTH_LINE,
      type: 'line',
      ...source,
      layout,
      paint: {
        'line-color': byHealth(healths, HEALTH_COLORS[theme]),
        'line-width': width(0),
        'line-dasharray': byHealth(healths, literal(DASHES)) as ExpressionSpecification,
      },
    },
  ]
}
