/** What an incident is answered from: the roads of a pack, what stood when it was made, and its points. */
import type { CurrentMark } from '#geodata/emergency/index.ts'
import { type Closed, type Network, networkOf, type Position, SearchSpace } from '#geodata/network/index.ts'
import { PACK_ENTRIES } from '#geodata/pack/pack.ts'
import type { Feature } from '../../api/types.ts'
import type { RoadClosure } from '../../emergency/answer.ts'
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
export const closuresIn = async (pack: KeptPack): Promise<readonly RoadClosure[]> =>
  (await pack.json<{ closures: RoadClosure[] } | null>(PACK_ENTRIES.closures))?.closures ?? []

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
export const closedBy = ({ geometry }: RoadClosure): readonly Closed[] =>
  geometry.type === 'LineString'
    ? [{ line: geometry.coordinates as unknown as Position[] }]
    : geometry.coordinates.map((polygon): Closed => ({ polygon: polygon as unknown as Position[][] }))
