import type { Extent } from '../../api/types.ts'
import { extentOf } from '../../values/extent.ts'
import { pastNames } from '../history/past_shapes.ts'
import { alternate } from './alternate.ts'
import type { ImportResult, PreviewGrid } from './types.ts'

type Collection = GeoJSON.FeatureCollection

const collection = (features: GeoJSON.Feature[]): Collection => ({ type: 'FeatureCollection', features })

const lowestOf = (grids: readonly PreviewGrid[]): number => grids.reduce((most, { level }) => Math.max(most, level), 1)

export function gridShapes({ grids }: ImportResult): Collection {
  const lowest = lowestOf(grids)
  const hues = new Map<PreviewGrid, number>()
  const low = grids.filter(({ level }) => level === lowest)
  for (const [index, hue] of alternate(low.map(({ geometry }) => geometry)).entries()) hues.set(low[index]!, hue)
  return collection(
    grids.map((grid) => ({
      type: 'Feature',
      geometry: grid.geometry,
      properties: { id: `${grid.level} ${grid.code}`, above: lowest - grid.level, hue: hues.get(grid) ?? null },
    })),
  )
}

export function gridNames({ grids }: ImportResult): Collection {
  const lowest = lowestOf(grids)
  return pastNames(
    grids
      .filter(({ level }) => level === lowest)
      .map(({ geometry, name }, id) => ({ type: 'Feature', id, geometry, properties: { name } })),
    false,
  )
}

export const openShapes = ({ without_grid }: ImportResult): Collection =>
  collection(without_grid.map(({ code, geometry }) => ({ type: 'Feature', geometry, properties: { id: code } })))

export const findingShapes = ({ findings }: ImportResult, current: number | null): Collection =>
  collection(
    findings.flatMap(({ geometry, kind, within }, id) =>
      geometry ? [{ type: 'Feature', geometry, properties: { id, kind, within, current: id === current } } as const] : [],
    ),
  )

/** A number on each that has to be looked at, and on the sliver that is. */
export const findingPlaces = ({ findings }: ImportResult, current: number | null): Collection =>
  collection(
    findings.flatMap(({ at, kind, within }, id) =>
      at && (!within || id === current)
        ? [
            {
              type: 'Feature',
              geometry: { type: 'Point', coordinates: [...at] },
              properties: { id, kind, number: id + 1, current: id === current },
            } as const,
          ]
        : [],
    ),
  )

export const extentOfGrids = ({ grids }: ImportResult): Extent | null =>
  extentOf({ type: 'GeometryCollection', geometries: grids.map(({ geometry }) => geometry) })
