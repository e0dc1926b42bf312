/** The thread that holds the road network: building it takes a second, a search some milliseconds, and nobody else should wait for either. */
import { parentPort } from 'node:worker_threads'
import { type Reach, type Reachable, reach, reachableOf } from '#geodata/emergency/index.ts'
import {
  type Closures,
  closuresOf,
  type Network,
  NOTHING_CLOSED,
  networkOf,
  type RoadEdge,
  SearchSpace,
} from '#geodata/network/index.ts'
import {
  type FromThread,
  type PlaceSet,
  type SetPoint,
  type ToThread,
  TRAVEL_TO,
  type WaysAnswer,
  type WaysQuestion,
} from './messages.ts'

const port = parentPort!
const space = new SearchSpace()
let gathered: RoadEdge[] = []
let network: Network = networkOf([])
const points = new Map<PlaceSet, readonly SetPoint[]>()
/** Each set's places on the network, found when they are first asked for. */
const reachable = new Map<PlaceSet, Reachable>()

port.on('message', (message: ToThread) => {
  if (message.kind === 'edges') gather(message)
  else if (message.kind === 'points') {
    points.set(message.set, message.points)
    reachable.delete(message.set)
  } else port.postMessage(answer(message))
})

function gather({ first, last, edges }: Extract<ToThread, { kind: 'edges' }>): void {
  if (first) gathered = []
  gathered.push(...edges)
  if (!last) return
  network = networkOf(gathered)
  gathered = []
  reachable.clear()
}

function answer(message: Extract<ToThread, { id: number }>): FromThread {
  const { id } = message
  try {
    if (message.kind === 'closing') return { id, answer: message.closed.map((one) => closuresOf(network, [one]).size) }
    return { id, answer: measure(message.question) }
  } catch (error) {
    return { id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}

function measure(question: WaysQuestion): WaysAnswer {
  const closures = closuresOf(network, question.closed)
  const sets = question.sets.map((set) => {
    const now = measureTo(question, set, closures)
    return question.closed.length === 0 ? { now } : { now, before: measureTo(question, set, NOTHING_CLOSED) }
  })
  const origin = sets[0]?.now.origin
  return {
    off_road_m: origin?.off_road_m ?? null,
    on_road: sets[0]?.now.on_road ?? false,
    sets: sets.map(({ now, before }) => ({ reached: now.reached, ...(before ? { without_closures: before.reached } : {}) })),
  }
}

function measureTo({ from }: WaysQuestion, { set, groups, regrouped }: WaysQuestion['sets'][number], closures: Closures): Reach {
  const own = points.get(set) ?? []
  const places =
    reachable.get(set) ??
    reachableOf(
      network,
      own.map(({ position }) => position),
      TRAVEL_TO[set],
    )
  reachable.set(set, places)
  const others = new Map(regrouped)
  const groupOf = (target: number) => others.get(target) ?? own[target]!.group
  return reach(network, places, { from, closures, groups, groupOf }, space)
}
