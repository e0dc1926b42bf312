import { LAYERS, type Layer } from '#geodata/layers/index.ts'
import { hasRight, type Visitor } from '../access/visitor.ts'
import { Problem } from '../http/problem.ts'

const isSeen = (visitor: Visitor, { right }: Layer): boolean => right === undefined || hasRight(visitor, right)

/** The layers that a visitor may see at all. */
export const seenLayers = (visitor: Visitor): readonly Layer[] => LAYERS.filter((layer) => isSeen(visitor, layer))

export function demandSeen(visitor: Visitor, layers: readonly Layer[]): void {
  if (!layers.every((layer) => isSeen(visitor, layer))) throw new Problem(403, 'right_missing')
}

const GUARDED = LAYERS.filter(({ right }) => right !== undefined)

const NONE: readonly Layer[] = []

/**
 * The same for a list of ids as it stands in a tile's address: many ask, and few layers are guarded.
 * @returns those that are
 */
export function demandSeenIn(visitor: Visitor, list: string): readonly Layer[] {
  let guarded = NONE
  for (const layer of GUARDED) if (list.includes(layer.id)) guarded = [...guarded, layer]
  demandSeen(visitor, guarded)
  return guarded
}
