import { LRUCache } from 'lru-cache'
import { findLayer, type Layer } from '#geodata/layers/index.ts'
import type { Limits } from '#tiles/territory.ts'
import type { Database } from '../database/database.ts'
import type { LayerStates } from './states.ts'
import { type LayerSummary, readVersions, summarise } from './store.ts'

const BORDERS = findLayer('administrative_areas')!
/** Layers, and those that are not seen everywhere once for each choice of territories. */
const SUMMARIES_KEPT = 1000

/** Counts and extents of the layers, counted once per state. */
export class LayerSummaries {
  readonly #known = new LRUCache<string, { token: string; summary: Promise<LayerSummary> }>({ max: SUMMARIES_KEPT })
  readonly #database: Database
  readonly #states: LayerStates

  constructor(database: Database, states: LayerStates) {
    this.#database = database
    this.#states = states
  }

  /** Of what the asker sees of it. */
  of(layer: Layer, limits: Limits): Promise<LayerSummary> {
    const territories = limits.get(layer.id)
    const key = territories ? `${layer.id} in ${territories}` : layer.id
    const token = territories ? `${this.#states.token(layer)} ${this.#states.token(BORDERS)}` : this.#states.token(layer)
    const known = this.#known.get(key)
    if (known?.token === token) return known.summary
    const summary = summarise(this.#database, layer, territories)
    this.#known.set(key, { token, summary })
    summary.catch(() => this.#known.delete(key))
    return summary
  }

  /** Each layer's token, summary and last change. */
  async all(layers: readonly Layer[], limits: Limits) {
    const changed = new Map((await readVersions(this.#database)).map(({ layer, changed_at }) => [layer, changed_at]))
    const entries = layers.map(async (layer) => {
      const summary = await this.of(layer, limits)
      return [layer.id, { version: this.#states.token(layer), ...summary, changed_at: changed.get(layer.id)! }] as const
    })
    return Object.fromEntries(await Promise.all(entries))
  }
}
