import { fieldsOf, LAYERS, type Layer } from '#geodata/layers/index.ts'
import type { Feature, SearchResult } from '../../api/types.ts'
import type { KeptPack } from '../pack_store.ts'
import type { Answer } from './answer.ts'
import { featuresOf } from './features.ts'
import { extentOf, placeInside } from './geometry.ts'

const STANDARD_LIMIT = 20

/** In the server's order: exact ones first, then those that begin with the text, shorter before longer. */
export async function answerSearch(pack: KeptPack, query: URLSearchParams): Promise<Answer> {
  const text = (query.get('q') ?? '').trim().toLowerCase()
  const limit = Number(query.get('limit') ?? STANDARD_LIMIT)
  const found: { result: SearchResult; rank: number; order: number }[] = []
  for (const [order, layer] of LAYERS.entries()) {
    const fields = fieldsOf(layer).flatMap(({ name, search }) => (search ? [name] : []))
    if (fields.length === 0 || !pack.manifest.layers.includes(layer.id)) continue
    for (const feature of await featuresOf(pack, layer.id)) {
      const rank = rankOf(feature, fields, text)
      if (rank !== undefined) found.push({ result: resultOf(layer, feature, fields), rank, order })
    }
  }
  found.sort(
    (a, b) =>
      a.rank - b.rank ||
      a.result.title.length - b.result.title.length ||
      a.order - b.order ||
      (a.result.title < b.result.title ? -1 : a.result.title > b.result.title ? 1 : a.result.id - b.result.id),
  )
  return { results: found.slice(0, limit).map(({ result }) => result) }
}

function rankOf(feature: Feature, fields: readonly string[], text: string): number | undefined {
  let best: number | undefined
  for (const name of fields) {
    const value = String(feature.properties[name] ?? '').toLowerCase()
    if (!value.includes(text)) continue
    const rank = value === text ? 0 : value.startsWith(text) ? 1 : 2
    if (best === undefined || rank < best) best = rank
  }
  return best
}

function resultOf(layer: Layer, { id, properties, geometry }: Feature, fields: readonly string[]): SearchResult {
  const text = (name: string) => String(properties[name] ?? '')
  const title = layer.title.map(text).find((value) => value !== '') ?? ''
  return {
    layer: layer.id,
    id,
    title,
    title_en: text('name_en') || null,
    subtitle: fields
      .map(text)
      .filter((value) => value !== '' && value !== title)
      .join(' · '),
    point: geometry && placeInside(geometry),
    extent: extentOf(geometry),
  }
}
