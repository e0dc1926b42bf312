import { LAYERS, type Layer } from '#geodata/layers/index.ts'
import type { Database } from '../database/database.ts'
import type { LayerStates } from './states.ts'
import { type LayerSummary, readVersions, summarise } from './store.ts'

/** Counts and extents of the layers, counted once per state. */
export class LayerSummaries {
  readonly #known = new Map<string, { token: string; summary: Promise<LayerSummary> }>()
  readonly #database: Database
  readonly #states: LayerStates

  constructor(database: Database, states: LayerStates) {
    this.#database = database
    this.#states = states
  }

  of(layer: Layer): Promise<LayerSummary> {
    const token = this.#states.token(layer)
    const known = this.#known.get(layer.id)
    if (known?.token === token) return known.summary
    const summary = summarise(this.#database, layer)
    this.#known.set(layer.id, { token, summary })
    summary.catch(() => this.#known.delete(layer.id))
    return summary
  }

  /** Every layer's token, summary and last change. */
  async all() {
    const changed = new Map((await readVersions(this.#database)).map(({ layer, changed_at }) => [layer, changed_at]))
    const entries = LAYERS.map(async (layer) => {
      const summary = await this.of(layer)
      return [layer.id, { version: this.#states.token(layer), ...summary, changed_at: changed.get(layer.id)! }] as const
    })
    return Object.fromEntries(await Promise.all(entries))
  }
}
