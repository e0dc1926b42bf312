import { findLayer } from '#geodata/layers/index.ts'
import { PACK_ENTRIES } from '#geodata/pack/pack.ts'
import type { Feature } from '../../api/types.ts'
import type { KeptPack } from '../pack_store.ts'
import type { Answer } from './answer.ts'
import { extentOf } from './geometry.ts'

export const featuresOf = async (pack: KeptPack, layer: string): Promise<readonly Feature[]> =>
  (await pack.json<readonly Feature[] | null>(PACK_ENTRIES.features(layer))) ?? []

export async function answerFeature(pack: KeptPack, layer: string, id: string): Promise<Answer> {
  return (await featuresOf(pack, layer)).find((feature) => String(feature.id) === id) ?? null
}

const STANDARD_LIMIT = 100
const COMMON = new Set(['bbox', 'datetime', 'limit', 'offset', 'q', 'sortby', 'properties', 'f'])

/** As OGC API Features: bbox, q, fields that equal, sortby, limit and offset. Other days than today are not in a pack. */
export async function answerFeatures(pack: KeptPack, id: string, query: URLSearchParams): Promise<Answer> {
  const layer = findLayer(id)
  if (!layer || !pack.manifest.layers.includes(id)) return null
  if (query.has('datetime')) return undefined
  const bbox = query.get('bbox')?.split(',').map(Number)
  const text = query.get('q')?.toLowerCase()
  const searched = layer.fields.filter(({ search }) => search).map(({ name }) => name)
  const wanted = [...query].filter(([name]) => !COMMON.has(name))
  const matching = (await featuresOf(pack, id)).filter(
    (feature) =>
      (!bbox || meets(feature, bbox)) &&
      wanted.every(([name, value]) => String(feature.properties[name] ?? '') === value) &&
      (!text ||
        searched.some((name) =>
          String(feature.properties[name] ?? '')
            .toLowerCase()
            .includes(text),
        )),
  )
  const sorted = sort(matching, query.get('sortby'))
  const offset = Number(query.get('offset') ?? 0)
  const features = sorted.slice(offset, offset + Number(query.get('limit') ?? STANDARD_LIMIT))
  return { type: 'FeatureCollection', features, numberMatched: matching.length, numberReturned: features.length, links: [] }
}

function meets(feature: Feature, [west, south, east, north]: readonly number[]): boolean {
  const extent = extentOf(feature.geometry)
  return extent !== null && extent[0] <= east! && extent[2] >= west! && extent[1] <= north! && extent[3] >= south!
}

function sort(features: readonly Feature[], by: string | null): readonly Feature[] {
  if (!by) return features
  const [descending, name] = [by.startsWith('-'), by.replace(/^[+-]/, '')]
  const compare = (a: unknown, b: unknown) =>
    typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b), 'zh-CN', { numeric: true })
  // What has no value comes last either way.
  const rank = (feature: Feature) => Number(feature.properties[name] === null || feature.properties[name] === undefined)
  return features.toSorted((a, b) => rank(a) - rank(b) || (descending ? -1 : 1) * compare(a.properties[name], b.properties[name]))
}
