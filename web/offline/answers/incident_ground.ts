/** What an incident is answered from: the roads of a pack, what stood when it was made, and its points. */
import type { CurrentMark } from '#geodata/emergency/index.ts'
import { type Closed, closuresOf, type Network, networkOf, type Position, SearchSpace } from '#geodata/network/index.ts'
import { PACK_ENTRIES } from '#geodata/pack/pack.ts'
import type { Feature } from '../../api/types.ts'
import type { ClosureEntry, RoadClosure } from '../../emergency/answer.ts'
import { readEntries } from '../outbox_store.ts'
import type { KeptPack } from '../pack_store.ts'
import type { Answer } from './answer.ts'
import { featuresOf } from './features.ts'

export interface Roads {
  readonly network: Network
  readonly space: SearchSpace
}

const built = new WeakMap<KeptPack, Promise<Roads>>()

/** A town's roads are built in some tens of milliseconds, once. */
export function roadsOf(pack: KeptPack): Promise<Roads> {
  const known = built.get(pack) ?? build(pack)
  built.set(pack, known)
  return known
}

async function build(pack: KeptPack): Promise<Roads> {
  const roads = await featuresOf(pack, 'roads')
  const edges = roads.flatMap(({ id, geometry, properties }) =>
    geometry?.type === 'LineString'
      ? [
          {
            id,
            line: geometry.coordinates as unknown as Position[],
            length_m: Number(properties.length_m),
            class: String(properties.class),
            one_way: properties.one_way === true,
            name: (properties.name as string | null | undefined) ?? null,
          },
        ]
      : [],
  )
  return { network: networkOf(edges), space: new SearchSpace() }
}

/** What stood when the pack was made. */
export const marksOf = async (pack: KeptPack): Promise<readonly CurrentMark[]> =>
  (await pack.json<{ marks: CurrentMark[] } | null>(PACK_ENTRIES.marks))?.marks ?? []

/** What stood when the pack was made, and what has been closed and opened on this device since. */
export async function closuresIn(pack: KeptPack): Promise<readonly RoadClosure[]> {
  const stored = (await pack.json<{ closures: RoadClosure[] } | null>(PACK_ENTRIES.closures))?.closures ?? []
  const account = (await pack.json<{ account: { id: number; display_name: string } } | null>(PACK_ENTRIES.session))?.account
  const own = (await readEntries()).filter(
    (entry): entry is ClosureEntry => entry.kind === 'road_closure' && entry.state === 'waiting' && entry.account === account?.id,
  )
  const opened = own.flatMap(({ body }) => (body.action === 'open' ? [body.closure] : []))
  const { network } = await roadsOf(pack)
  const closed = own.flatMap(({ body, noted_at }, index): RoadClosure[] => {
    if (body.action !== 'close') return []
    const { geometry, reason } = body
    const roads = closuresOf(network, closedBy({ geometry })).size
    // Below 0, as no number of the server is.
    return [{ id: -1 - index, geometry, reason, account_name: account!.display_name, since: noted_at, roads }]
  })
  return [...stored.filter(({ id }) => !opened.includes(id)), ...closed]
}

export const answerClosures = async (pack: KeptPack): Promise<Answer> => ({ closures: await closuresIn(pack) })
export const answerMarks = async (pack: KeptPack): Promise<Answer> => ({ marks: await marksOf(pack) })

export interface Asked extends Roads {
  readonly from: Position
  readonly marks: readonly CurrentMark[]
  readonly closures: readonly RoadClosure[]
  readonly day: string
}

export interface Place extends Pick<Feature, 'id' | 'properties'> {
  readonly layer: string
  readonly point: Position
}

export async function placesOf(pack: KeptPack, layer: string): Promise<Place[]> {
  const features = await featuresOf(pack, layer)
  return features.flatMap(({ id, properties, geometry }) =>
    geometry?.type === 'Point' ? [{ layer, id, properties, point: geometry.coordinates as unknown as Position }] : [],
  )
}

export const markOf = ({ marks }: Asked, { layer, id }: Place) =>
  marks.find((mark) => mark.layer === layer && mark.object_id === id)

/** What of the network a closure closes, taken apart as the server does. */
export const closedBy = ({ geometry }: Pick<RoadClosure, 'geometry'>): readonly Closed[] =>
  geometry.type === 'LineString'
    ? [{ line: geometry.coordinates as unknown as Position[] }]
    : geometry.coordinates.map((polygon): Closed => ({ polygon: polygon as unknown as Position[][] }))
