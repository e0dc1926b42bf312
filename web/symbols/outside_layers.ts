import type { LayerSpecification } from 'maplibre-gl'

export const OUTSIDE = 'outside'

/** An outside base map as pictures. */
export const rasterLayers = (visible: boolean): LayerSpecification[] => [
  {
    id: 'outside/raster',
    type: 'raster',
    source: OUTSIDE,
    layout: { visibility: visible ? 'visible' : 'none' },
    paint: { 'raster-saturation': -0.25 },
  },
]

/** An outside base map as vectors. Those in use follow the OpenMapTiles schema; of it only the ground is drawn, in our own colours. */
export function vectorLayers(visible: boolean): LayerSpecification[] {
  const layout = { visibility: visible ? ('visible' as const) : ('none' as const) }
  const fill = (name: string, color: string): LayerSpecification => ({
    id: `outside/${name}`,
    type: 'fill',
    source: OUTSIDE,
    'source-layer': name,
    layout,
    paint: { 'fill-color': color, 'fill-antialias': false },
  })
  const line = (name: string, color: string, width: number): LayerSpecification => ({
    id: `outside/${name}`,
    type: 'line',
    source: OUTSIDE,
    'source-layer': name,
    layout,
    paint: {
      'line-color': color,
      'line-width': ['interpolate', ['exponential', 1.4], ['zoom'], 8, width * 0.4, 14, width, 18, width * 4],
    },
  })
  return [
    fill('landcover', '#e0ead2'),
    fill('landuse', '#ece6da'),
    fill('water', '#cfe3ee'),
    line('waterway', '#a9cfe6', 1.5),
    line('transportation', '#d8d0bf', 1.2),
    fill('building', '#ddd5c8'),
  ]
}
