import type { LayerSpecification, Map as MapLibre } from 'maplibre-gl'
import { DEGREES, type Degree } from '#geodata/damage/grades.ts'
import { drawImage } from '../../symbols/images.ts'
import { FONT } from '../../symbols/layer_style.ts'
import { PALETTES, type Theme } from '../../symbols/palette.ts'
import { lookOfDegree, ZERO_LOOK } from '../look.ts'

export const COMMUNITIES = 'damage-communities'
export const REPORTS = 'damage-reports'
export const DAMAGE_SOURCES = [COMMUNITIES, REPORTS] as const
export const REPORT_SYMBOLS = 'damage/reports'

interface Shown {
  readonly degree: Degree
  readonly nothing_damaged: boolean
  readonly lives: boolean
}

export const imageOf = ({ degree, nothing_damaged, lives }: Shown): string =>
  nothing_damaged ? 'damage/zero' : `damage/${degree}${lives ? '/lives' : ''}`

const HATCH = 'damage/hatch'
const HATCH_PX = 16

/** Draws the signs of all degrees, and the hatching of silence, on this map. */
export function addDamageImages(map: MapLibre, theme: Theme): void {
  const ratio = Math.max(1, Math.ceil(window.devicePixelRatio))
  const looks = [
    ['damage/zero', ZERO_LOOK] as const,
    ...DEGREES.flatMap((degree) =>
      [false, true].map((lives) => [imageOf({ degree, lives, nothing_damaged: false }), lookOfDegree(degree, lives)] as const),
    ),
  ]
  for (const [name, look] of looks) {
    const image = map.hasImage(name) ? undefined : drawImage('badge', look, ratio)
    if (image) map.addImage(name, image, { pixelRatio: ratio })
  }
  const hatch = drawHatch(PALETTES[theme].label, ratio)
  if (map.hasImage(HATCH)) map.removeImage(HATCH)
  if (hatch) map.addImage(HATCH, hatch, { pixelRatio: ratio })
}

function drawHatch(color: string, ratio: number): ImageData | undefined {
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = HATCH_PX * ratio
  const context = canvas.getContext('2d')
  if (!context) return undefined
  context.scale(ratio, ratio)
  context.strokeStyle = color
  context.lineWidth = 1.6
  // Over the edges, so that tiles of the pattern join.
  for (const shift of [-HATCH_PX, 0, HATCH_PX]) {
    context.beginPath()
    context.moveTo(shift - 2, HATCH_PX + 2)
    context.lineTo(shift + HATCH_PX + 2, -2)
    context.stroke()
  }
  return context.getImageData(0, 0, canvas.width, canvas.height)
}

/** Silent communities hatched with their names, and over them the reports, the worst on top. */
export function damageLayers(theme: Theme, silent: string): LayerSpecification[] {
  const { label, halo } = PALETTES[theme]
  const isSilent = ['==', ['get', 'silent'], true] as ['==', ['get', string], boolean]
  return [
    {
      id: 'damage/borders',
      type: 'line',
      source: COMMUNITIES,
      paint: { 'line-color': label, 'line-width': 1, 'line-opacity': 0.35 },
    },
    {
      id: 'damage/silence',
      type: 'fill',
      source: COMMUNITIES,
      filter: isSilent,
      paint: { 'fill-pattern': HATCH, 'fill-opacity': 0.45 },
    },
    {
      id: 'damage/silence-border',
      type: 'line',
      source: COMMUNITIES,
      filter: isSilent,
      paint: { 'line-color': label, 'line-width': 2.4, 'line-dasharray': [2, 1.5] },
    },
    {
      id: REPORT_SYMBOLS,
      type: 'symbol',
      source: REPORTS,
      layout: {
        'icon-image': ['get', 'image'],
        'icon-size': ['interpolate', ['linear'], ['zoom'], 9, 0.6, 13, 0.95],
        'icon-allow-overlap': true,
        'icon-ignore-placement': true,
        'symbol-sort-key': ['get', 'rank'],
      },
    },
    {
      id: 'damage/silence-names',
      type: 'symbol',
      source: COMMUNITIES,
      filter: isSilent,
      layout: {
        'text-field': ['concat', ['get', 'name'], `\n${silent}`],
        'text-font': FONT,
        'text-size': 13,
        'text-allow-overlap': true,
      },
      paint: { 'text-color': label, 'text-halo-color': halo, 'text-halo-width': 2.2 },
    },
  ]
}
