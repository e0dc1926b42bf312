/** What the server would say, said from a pack. */
import { PACK_ENTRIES, packState } from '#geodata/pack/pack.ts'
import type { KeptPack } from '../pack_store.ts'
import { answerFeature, answerFeatures } from './features.ts'
import { answerIncident } from './incident.ts'
import { answerClosures, answerMarks } from './incident_ground.ts'
import { answerObject, answerPoint, answerRoles } from './responsibility.ts'
import { answerSearch } from './search.ts'

/** Undefined where a pack has no answer; null where it knows that there is nothing. */
export type Answer = object | null | undefined

/** @param now by the device's clock, milliseconds */
export async function answerFrom(pack: KeptPack, url: URL, now: number): Promise<Answer> {
  const [root, first, second, third, fourth, ...more] = url.pathname.split('/').slice(1).map(decodeURIComponent)
  if (root !== 'api' || more.length > 0) return undefined
  const query = url.searchParams
  switch (first) {
    case 'session':
      return second === undefined ? pack.json(PACK_ENTRIES.session) : undefined
    case 'state':
      return answerState(pack, now)
    case 'search':
      return answerSearch(pack, query)
    case 'collections':
      if (third !== 'items' || second === undefined) return undefined
      return fourth === undefined ? answerFeatures(pack, second, query) : answerFeature(pack, second, fourth)
    case 'responsibility':
      if (second === undefined) return answerPoint(pack, query, now)
      if (second === 'roles') return answerRoles()
      return second === 'objects' && fourth !== undefined ? answerObject(pack, third!, fourth, now) : undefined
    case 'emergency':
      if (second === 'incident') return answerIncident(pack, query, now)
      return second === 'closures' ? answerClosures(pack) : second === 'marks' ? answerMarks(pack) : undefined
    default:
      return undefined
  }
}

/** As recorded, and besides, from which pack. */
async function answerState(pack: KeptPack, now: number): Promise<object> {
  const state = await pack.json<object>(PACK_ENTRIES.state)
  return { ...state, extent: pack.manifest.extent, pack: { ...pack.manifest, state: packState(pack.manifest, now) } }
}
