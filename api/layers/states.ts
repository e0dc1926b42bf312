import { createHash } from 'node:crypto'
import { EventEmitter } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { findLayer, LAYERS, type Layer, TILE_ZOOMS } from '#geodata/layers/index.ts'
import { tileRelation, tileRows } from '#tiles/rows.ts'
import type { Database } from '../database/database.ts'
import { readIdentity, readVersions } from './store.ts'

/** A layer's state as a text that changes with everything a tile of it shows. */
export type StateToken = string

const CHANNEL = 'layer_changed'
const RETRY_MS = 1000

/**
 * Knows the state of every layer and says when one changes, whoever changed it: the database tells on commit.
 * The token names the database, the way tiles are made, the version, and the day where validity matters, so that a URL
 * with a token in it means the same bytes for ever.
 */
export class LayerStates {
  readonly #versions = new Map<string, number>()
  readonly #changes = new EventEmitter<{ changed: [layers: readonly Layer[]] }>()
  readonly #database: Database
  #day: string
  #fingerprint = ''
  #clock: NodeJS.Timeout | undefined
  readonly #stopped = new AbortController()
  #stopListening: (() => Promise<void>) | undefined

  private constructor(database: Database) {
    this.#database = database
    this.#day = chineseDay()
    this.#changes.setMaxListeners(0)
  }

  static async start(database: Database): Promise<LayerStates> {
    const states = new LayerStates(database)
    states.#stopListening = await database.listen(
      CHANNEL,
      (payload) => states.#hear(payload),
      () => void states.#catchUp(),
    )
    states.#fingerprint = fingerprint(await readIdentity(database))
    await states.#reload()
    states.#clock = setInterval(() => states.#turnDay(), 1000).unref()
    return states
  }

  async stop(): Promise<void> {
    this.#stopped.abort()
    clearInterval(this.#clock)
    this.#changes.removeAllListeners()
    await this.#stopListening?.()
  }

  token(layer: Layer): StateToken {
    return this.tokenOf(layer, this.#versions.get(layer.id) ?? 0, this.#day)
  }

  /** The token of a state that was read elsewhere, with a tile for instance. */
  tokenOf(layer: Layer, version: number, day: string): StateToken {
    return `${this.#fingerprint}-${version}${layer.temporal ? `-${day.replaceAll('-', '')}` : ''}`
  }

  /** Calls back with the layers that changed. Returns a function that stops it. */
  onChange(heard: (layers: readonly Layer[]) => void): () => void {
    this.#changes.on('changed', heard)
    return () => this.#changes.off('changed', heard)
  }

  /** A newer version that was read with data counts as heard. */
  notice(layer: Layer, version: number): void {
    if (version <= (this.#versions.get(layer.id) ?? 0)) return
    this.#versions.set(layer.id, version)
    this.#changes.emit('changed', [layer])
  }

  #hear(payload: string): void {
    const change = readChange(payload)
    if (change) this.notice(change.layer, change.version)
  }

  /** Asks until there is an answer: what was missed while the database was away would stay unknown otherwise. */
  async #catchUp(): Promise<void> {
    while (!this.#stopped.signal.aborted) {
      try {
        return await this.#reload()
      } catch {
        await sleep(RETRY_MS, undefined, this.#stopped).catch(() => {})
      }
    }
  }

  async #reload(): Promise<void> {
    for (const { layer, version } of await readVersions(this.#database)) {
      const known = findLayer(layer)
      if (known) this.notice(known, version)
    }
  }

  /** At midnight in China other features are valid. */
  #turnDay(): void {
    const day = chineseDay()
    if (day === this.#day) return
    this.#day = day
    this.#changes.emit(
      'changed',
      LAYERS.filter(({ temporal }) => temporal),
    )
  }
}

/** Whoever may connect to the database may notify: what is not our trigger's message is passed over. */
function readChange(payload: string): { layer: Layer; version: number } | undefined {
  try {
    const { layer: id, version } = JSON.parse(payload)
    const layer = findLayer(id)
    return layer && Number.isSafeInteger(version) ? { layer, version } : undefined
  } catch {
    return undefined
  }
}

const chineseDay = (): string => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)

function fingerprint(databaseId: string): string {
  const hash = createHash('sha1').update(databaseId)
  for (let z = TILE_ZOOMS.minimum; z <= TILE_ZOOMS.maximum; z++) {
    const { text, values } = tileRelation({ z, x: 0, y: 0 })
    hash.update(text).update(JSON.stringify(values))
    for (const layer of LAYERS) hash.update(tileRows(layer, z).text)
  }
  return hash.digest('hex').slice(0, 8)
}
