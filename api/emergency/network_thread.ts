/** Measures ways in a thread of its own. It starts with the first question; what has changed in the database since is read before the next. */
import { Worker } from 'node:worker_threads'
import { judgeWater, WATER_STANDINGS } from '#geodata/emergency/index.ts'
import type { Closed } from '#geodata/network/index.ts'
import type { Database } from '../database/database.ts'
import { Problem } from '../http/problem.ts'
import { chineseDay, type LayerStates } from '../layers/states.ts'
import type { FromThread, PlaceSet, SetPoint, ToThread, WaysAnswer, WaysQuestion } from './messages.ts'
import { readEdges, readShelterPoints, readWater, type WaterPoint } from './network_store.ts'

type Request = Omit<Extract<ToThread, { kind: 'ways' }>, 'id'> | Omit<Extract<ToThread, { kind: 'closing' }>, 'id'>

/** What the thread's sets hold, in their order. */
export interface PlaceSets {
  readonly water: readonly WaterPoint[]
  /** Ids of shelters. */
  readonly shelters: readonly number[]
}

interface Waiting {
  readonly resolve: (answer: never) => void
  readonly reject: (error: Error) => void
}

const MOST_WAITING = 200

export class NetworkThread {
  readonly #database: Database
  readonly #states: LayerStates
  #worker: Worker | undefined
  #nextId = 1
  #isStopped = false
  readonly #waiting = new Map<number, Waiting>()
  /** What the thread knows of, by the states that it was read in. */
  readonly #known = new Map<string, string>()
  #reading: Promise<void> = Promise.resolve()
  #sets: PlaceSets = { water: [], shelters: [] }

  constructor(database: Database, states: LayerStates) {
    this.#database = database
    this.#states = states
  }

  /**
   * Ways to the nearest of each set. The question is made when the sets are known, for it counts their points.
   * Refuses with `emergency_busy` when too many wait.
   */
  async ways(questionOf: (sets: PlaceSets) => WaysQuestion): Promise<{ readonly sets: PlaceSets; readonly answer: WaysAnswer }> {
    await this.#catchUp()
    const sets = this.#sets
    return { sets, answer: await this.#ask<WaysAnswer>({ kind: 'ways', question: questionOf(sets) }) }
  }

  /** How many edges each of these closes. */
  async closing(closed: readonly Closed[]): Promise<readonly number[]> {
    await this.#catchUp()
    return this.#ask<readonly number[]>({ kind: 'closing', closed })
  }

  /** Begins to read the network, so that the first question doesn't wait for it. */
  warm(): void {
    void this.#catchUp().catch(() => {})
  }

  async stop(): Promise<void> {
    this.#isStopped = true
    const worker = this.#worker
    this.#worker = undefined
    await worker?.terminate()
    this.#rejectAll(new Error('the thread of the road network was stopped'))
  }

  #rejectAll(error: Error): void {
    for (const { reject } of this.#waiting.values()) reject(error)
    this.#waiting.clear()
  }

  /** One after another: two questions after a change read it once. */
  #catchUp(): Promise<void> {
    const read = this.#reading.then(() => this.#readChanges())
    this.#reading = read.catch(() => {})
    return read
  }

  async #readChanges(): Promise<void> {
    if (this.#isStopped) return
    this.#worker ??= this.#start()
    const day = chineseDay()
    const state = (...layers: readonly string[]) => layers.map((id) => this.#states.tokenFor(id)).join(' ')
    await this.#refresh('roads', state('roads'), () => this.#sendEdges())
    await this.#refresh('water', `${state('hydrants', 'water_sources')} ${day}`, async () => {
      const water = await readWater(this.#database)
      this.#sets = { ...this.#sets, water }
      this.#sendPoints(
        'water',
        water.map((point) => ({ position: [point.longitude, point.latitude], group: groupOf(point, day) })),
      )
    })
    await this.#refresh('shelters', state('shelters'), async () => {
      const points = await readShelterPoints(this.#database)
      this.#sets = { ...this.#sets, shelters: points.map(({ id }) => id) }
      this.#sendPoints(
        'shelters',
        points.map(({ longitude, latitude }) => ({ position: [longitude, latitude], group: 0 })),
      )
    })
  }

  async #refresh(what: string, state: string, read: () => Promise<void>): Promise<void> {
    if (this.#known.get(what) === state) return
    const worker = this.#worker
    await read()
    if (this.#worker !== worker || !worker)
      throw new Error('the thread of the road network ended while it was told what it must know')
    this.#known.set(what, state)
  }

  async #sendEdges(): Promise<void> {
    let first = true
    for await (const edges of readEdges(this.#database)) {
      this.#tell({ kind: 'edges', first, last: false, edges })
      first = false
    }
    this.#tell({ kind: 'edges', first: false, last: true, edges: [] })
  }

  #sendPoints(set: PlaceSet, points: readonly SetPoint[]): void {
    this.#tell({ kind: 'points', set, points })
  }

  #tell(message: ToThread): void {
    this.#worker?.postMessage(message)
  }

  #ask<Answer>(request: Request): Promise<Answer> {
    if (this.#waiting.size >= MOST_WAITING) throw new Problem(503, 'emergency_busy')
    if (!this.#worker) return Promise.reject(new Error('the thread of the road network has ended'))
    return new Promise<Answer>((resolve, reject) => {
      const id = this.#nextId++
      this.#waiting.set(id, { resolve, reject })
      this.#tell({ ...request, id })
    })
  }

  #start(): Worker {
    const worker = new Worker(new URL('./worker.mjs', import.meta.url))
    const fail = (error: Error) => {
      // `exit` follows on `error`, when the next may have begun.
      if (this.#worker !== worker) return
      this.#worker = undefined
      this.#known.clear()
      this.#rejectAll(error)
    }
    worker.on('error', fail)
    worker.on('exit', (code) => fail(new Error(`the thread of the road network ended (exit code ${code})`)))
    worker.on('message', (message: FromThread) => {
      const waiting = this.#waiting.get(message.id)
      this.#waiting.delete(message.id)
      if ('error' in message) waiting?.reject(new Error(message.error))
      else waiting?.resolve(message.answer as never)
    })
    return worker
  }
}

/** Which list it stands in by the register alone. */
const groupOf = (point: WaterPoint, day: string): number => WATER_STANDINGS.indexOf(judgeWater(point, day).standing)
