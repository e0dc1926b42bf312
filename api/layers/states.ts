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

/** What else changes besides layers, each under one name: people and what they are responsible for; plans of grids; closed roads and marks from the field; damage; cases; patrols with all else about rivers. */
export const TOPICS = ['responsibility', 'plans', 'emergency', 'damage', 'cases', 'patrols'] as const

/**
 * Knows the state of every layer and says when one changes, whoever changed it: the database tells on commit.
 * The token names the database, the way tiles are made, the version, and the day where validity matters, so that a URL
 * with a token in it means the same bytes for ever.
 */
export class LayerStates {
  readonly #versions = new Map<string, number>()
  readonly #changes = new EventEmitter<{ changed: [ids: readonly string[]] }>()
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

  /** The token of a layer or a topic by its name. Topics are about a day, as temporal layers are. */
  tokenFor(id: string): StateToken {
    const layer = findLayer(id) ?? { temporal: true }
    return this.tokenOf(layer, this.#versions.get(id) ?? 0, this.#day)
  }

  /** The token of a state that was read elsewhere, with a tile for instance. */
  tokenOf(layer: Pick<Layer, 'temporal'>, version: number, day: string): StateToken {
    return `${this.#fingerprint}-${version}${layer.temporal ? `-${day.replaceAll('-', '')}` : ''}`
  }

  /** Calls back with the ids of layers and topics that changed. Returns a function that stops it. */
  onChange(heard: (ids: readonly string[]) => void): () => void {
    this.#changes.on('changed', heard)
    return () => this.#changes.off('changed', heard)
  }

  /** A newer version that was read with data counts as heard. */
  notice(id: string, version: number): void {
    if (version <= (this.#versions.get(id) ?? 0)) return
    this.#versions.set(id, version)
    this.#changes.emit('changed', [id])
  }

  #hear(payload: string): void {
    const change = readChange(payload)
    if (change) this.notice(change.id, change.version)
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
      if (isKnown(layer)) this.notice(layer, version)
    }
  }

  /** At midnight in China other features are valid. */
  #turnDay(): void {
    const day = chineseDay()
    if (day === this.#day) return
    this.#day = day
    this.#changes.emit('changed', [...LAYERS.filter(({ temporal }) => temporal).map(({ id }) => id), ...TOPICS])
  }
}

/** Whoever may connect to the database may notify: what is not our trigger's message is passed over. */
function readChange(payload: string): { id: string; version: number } | undefined {
  try {
    const { layer: id, version } = JSON.parse(payload)
    return isKnown(id) && Number.isSafeInteger(version) ? { id, version } : undefined
  } catch {
    return undefined
  }
}

const isKnown = (id: string): boolean => findLayer(id) !== undefined || (TOPICS as readonly string[]).includes(id)

/** The day in China at a moment, this one unless another is named, as the function today() of the database has it. */
export const chineseDay = (moment = new Date()): string => new Date(moment.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)

function fingerprint(databaseId: string): string {
  const hash = createHash('sha1').update(databaseId)
  for (let z = TILE_ZOOMS.minimum; z <= TILE_ZOOMS.maximum; z++) {
    const { text, values } = tileRelation({ z, x: 0, y: 0 })
    hash.update(text).update(JSON.stringify(values))
    for (const layer of LAYERS) hash.update(tileRows(layer, z).text)
  }
  return hash.digest('hex').slice(0, 8)
}
