import { queryOptions } from '@tanstack/react-query'
import { readAll } from '../api/pages.ts'
import type { Feature } from '../api/types.ts'
import type { Density, Grids3d } from './analysis.ts'
import type { Point } from './cells.ts'
import { GRID_FIELDS } from './grid_numbers.ts'

/** Keys begin like every key about a layer, so that a change of the layer reads its points anew. */
export const pointsQuery = ({ layer, weight }: Pick<Density, 'layer' | 'weight'>) =>
  queryOptions({
    queryKey: ['layer', layer, 'analysis', weight],
    queryFn: async ({ signal }): Promise<readonly Point[]> => {
      const features = await readAll(layer, new URLSearchParams({ properties: weight ?? '' }).toString(), signal)
      return features.flatMap(({ geometry, properties }) => {
        if (geometry?.type !== 'Point') return []
        const [longitude = 0, latitude = 0] = geometry.coordinates
        return [{ position: [longitude, latitude] as [number, number], weight: weight ? Number(properties[weight] ?? 0) : 1 }]
      })
    },
  })

export const gridsQuery = ({ scheme, level }: Pick<Grids3d, 'scheme' | 'level'>) =>
  queryOptions({
    queryKey: ['layer', 'grids', 'analysis', scheme, level],
    queryFn: ({ signal }): Promise<readonly Feature[]> => {
      const query = new URLSearchParams({ scheme, level: String(level), properties: ['name', ...GRID_FIELDS].join(',') })
      return readAll('grids', query.toString(), signal)
    },
  })
