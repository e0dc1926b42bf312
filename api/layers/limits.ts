/** Where a visitor sees which layer: a right is held for a territory, and a layer that asks for one is seen in that alone. */
import { LRUCache } from 'lru-cache'
import { findLayer, type Layer } from '#geodata/layers/index.ts'
import { type Limits, NO_LIMITS } from '#tiles/territory.ts'
import { territoriesOf, type Visitor } from '../access/visitor.ts'
import type { Database } from '../database/database.ts'
import { liesAllIn } from './limits_store.ts'
import type { LayerStates } from './states.ts'

const BORDERS = findLayer('administrative_areas')!
const COUNTY_DIGITS = 6
const ANSWERS_KEPT = 1000

export class LayerLimits {
  readonly #lieAllIn = new LRUCache<string, Promise<boolean>>({ max: ANSWERS_KEPT })
  readonly #database: Database
  readonly #states: LayerStates

  constructor(database: Database, states: LayerStates) {
    this.#database = database
    this.#states = states
  }

  /** @param layers that the visitor may see somewhere */
  async of(visitor: Visitor, layers: readonly Layer[]): Promise<Limits> {
    let limits: Map<string, readonly string[]> | undefined
    for (const layer of layers) {
      const codes = territoriesIn(visitor, layer)
      if (codes === undefined || (await this.#leavesNothingOut(layer, codes))) continue
      limits ??= new Map()
      limits.set(layer.id, codes)
    }
    return limits ?? NO_LIMITS
  }

  /**
   * Whoever has a whole county sees everything where there is no other: he is asked for no shape then. Found out once for each state of
   * the layer and of the borders. Towns are always compared with, so that theirs never hangs on having heard of the latest state.
   */
  async #leavesNothingOut(layer: Layer, codes: readonly string[]): Promise<boolean> {
    if (!codes.some(({ length }) => length === COUNTY_DIGITS)) return false
    const key = [layer.id, this.#states.token(layer), this.#states.token(BORDERS), ...codes].join(' ')
    const known = this.#lieAllIn.get(key)
    if (known) return known
    const asked = liesAllIn(this.#database, layer, codes)
    this.#lieAllIn.set(key, asked)
    asked.catch(() => this.#lieAllIn.delete(key))
    return asked
  }
}

/** Undefined is everywhere. */
function territoriesIn(visitor: Visitor, { right }: Layer): readonly string[] | undefined {
  if (right === undefined) return undefined
  const codes = territoriesOf(visitor, right)
  return codes.includes('') ? undefined : [...new Set(codes)].sort()
}
