import { findLayer, type Layer } from '#geodata/layers/index.ts'
import { EXTENT } from './dataset.ts'

export interface Scenario {
  readonly name: string
  readonly layers: readonly Layer[]
  readonly zooms: readonly number[]
}

export interface Address {
  readonly z: number
  readonly x: number
  readonly y: number
}

const named = (...ids: string[]): Layer[] => ids.map((id) => findLayer(id)!)

export const THREE_LAYERS = named('household_points', 'unit_cells', 'rivers')

export const SCENARIOS: readonly Scenario[] = [
  { name: 'three layers, z14–16', layers: THREE_LAYERS, zooms: [14, 15, 16] },
  { name: 'three layers, z11–13', layers: THREE_LAYERS, zooms: [11, 12, 13] },
  { name: 'points, z14–16', layers: named('household_points'), zooms: [14, 15, 16] },
  { name: 'areas, z14–16', layers: named('unit_cells'), zooms: [14, 15, 16] },
  { name: 'lines, z14–16', layers: named('rivers'), zooms: [14, 15, 16] },
]

const PER_ZOOM = 20

/** The same tiles in each run: a regular walk over the middle half of the extent. */
export const addresses = (zooms: readonly number[]): Address[] =>
  zooms.flatMap((z) =>
    Array.from({ length: PER_ZOOM }, (_, index) =>
      tileAt(z, 0.25 + (0.5 * ((index * 7) % PER_ZOOM)) / PER_ZOOM, 0.25 + (0.5 * index) / PER_ZOOM),
    ),
  )

function tileAt(z: number, across: number, up: number): Address {
  const [west, south, east, north] = EXTENT
  const longitude = west + across * (east - west)
  const latitude = ((south + up * (north - south)) * Math.PI) / 180
  const y = ((1 - Math.asinh(Math.tan(latitude)) / Math.PI) / 2) * 2 ** z
  return { z, x: Math.floor(((longitude + 180) / 360) * 2 ** z), y: Math.floor(y) }
}

export const path = (layers: readonly Layer[], { z, x, y }: Address): string =>
  `/tiles/${layers.map(({ id }) => id).join(',')}/${z}/${x}/${y}.mvt`

export const pathsOf = ({ layers, zooms }: Scenario): string[] => addresses(zooms).map((address) => path(layers, address))
