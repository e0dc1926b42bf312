import { useQuery } from '@tanstack/react-query'
import type { Layer } from '#geodata/layers/index.ts'
import { stateQuery } from '../api/queries.ts'
import type { ServerState } from '../api/types.ts'
import { layersInOrder } from './groups.ts'

/** The layers that whoever is signed in may see: the server tells of no others. */
export const seenLayers = ({ layers }: ServerState): readonly Layer[] => layersInOrder.filter(({ id }) => id in layers)

const NONE: readonly Layer[] = []

export function useSeenLayers(): readonly Layer[] {
  const { data } = useQuery(stateQuery)
  return data ? seenLayers(data) : NONE
}
