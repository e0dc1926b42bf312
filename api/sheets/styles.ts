/** Colours and lines of a sheet. Widths in millimetres; tints are pale, so that black type stands out on all of them. */
import { LAND_KINDS } from '#geodata/layers/land_cover.ts'
import type { LineStyle } from './pen.ts'

export const LAND_COLOURS: Readonly<Record<string, string>> = Object.fromEntries(
  LAND_KINDS.map(({ value, style }) => [value, style?.color ?? '#ffffff']),
)
/** Land kinds worth a line in the legend: the others are the paper they stand on. */
export const LAND_IN_LEGEND = ['built_up', 'rural_settlement', 'forest', 'water'] as const

export const TINTS = ['#f6c9bd', '#c9e3b4', '#fbe29b', '#bfdcf2', '#dfcdec', '#fbd3a2'] as const
export const TINT_OPACITY = 0.62

export const GRID = '#0b5750'
/** Borders of the level shown, of the one above, and of the ones above that. */
export const GRID_LINES: readonly LineStyle[] = [
  { width: 0.18, color: GRID },
  { width: 0.42, color: GRID },
  { width: 0.75, color: GRID },
]
export const gridLine = (above: number): LineStyle => GRID_LINES[Math.min(above, GRID_LINES.length - 1)]!

export const SITE: LineStyle = { width: 0.35, color: '#b45309', dash: [1, 0.6] }
export const SITE_FILL = '#f59e0b'

export const AREA_COLOUR = '#7a3b8f'
export const AREA_LINES: Readonly<Record<string, LineStyle>> = {
  county: { width: 0.7, color: AREA_COLOUR, dash: [4, 1, 0.7, 1, 0.7, 1] },
  town: { width: 0.55, color: AREA_COLOUR, dash: [3, 0.9, 0.6, 0.9] },
  community: { width: 0.45, color: AREA_COLOUR, dash: [2, 1] },
}
export const NEIGHBOUR_OPACITY = 0.45

export const VACANT = '#a61b1b'
export const WATER = '#5b9cc4'
export const RIVERS: Readonly<Record<string, LineStyle>> = {
  main: { width: 0.5, color: WATER },
  tributary: { width: 0.3, color: WATER },
  ditch: { width: 0.15, color: WATER },
}

/** The classes of roads as they are told apart on paper; casing and core. */
export const ROADS: readonly {
  readonly key: 'great' | 'county' | 'minor'
  readonly classes: readonly string[]
  readonly lines: readonly LineStyle[]
}[] = [
  { key: 'minor', classes: ['street', 'village', 'town'], lines: [{ width: 0.16, color: '#a3968a' }] },
  {
    key: 'county',
    classes: ['county'],
    lines: [
      { width: 0.62, color: '#a08f7d' },
      { width: 0.4, color: '#fffaf0' },
    ],
  },
  {
    key: 'great',
    classes: ['motorway', 'national', 'provincial'],
    lines: [
      { width: 0.85, color: '#a0763f' },
      { width: 0.6, color: '#f9dfa6' },
    ],
  },
]
