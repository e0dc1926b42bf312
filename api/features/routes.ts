import type { FastifyInstance, FastifyRequest } from 'fastify'
import { findLayer, type Layer } from '#geodata/layers/index.ts'
import { visitorOf } from '../access/gate.ts'
import { hasRight } from '../access/visitor.ts'
import type { Database } from '../database/database.ts'
import { baseUrl } from '../http/base_url.ts'
import { languageOf } from '../http/language.ts'
import { checkFormat, readParameters, wholeNumber } from '../http/parameters.ts'
import { layerProblem, Problem } from '../http/problem.ts'
import type { LayerLimits } from '../layers/limits.ts'
import { demandSeen } from '../layers/seen.ts'
import { WORDS } from '../words/index.ts'
import { FEATURE_FORMATS, type Question, readQuestion } from './question.ts'
import { readFeature, readFeatures } from './store.ts'

export const GEOJSON_TYPE = 'application/geo+json; charset=utf-8'
const MAXIMUM_ID = 2 ** 31 - 1

type OfCollection = { Params: { collection: string } }

/** OGC API Features, https://docs.ogc.org/is/17-069r4/17-069r4.html, 7.15 and 7.16. */
export function featureRoutes(app: FastifyInstance, database: Database, limits: LayerLimits): void {
  app.get<OfCollection>('/api/collections/:collection/items', { config: { right: 'map.read' } }, async (request, reply) => {
    const layer = collection(request)
    const limited = await limits.of(visitorOf(request), [layer])
    const question = readQuestion(layer, request, limited.get(layer.id))
    const { features, matched } = await readFeatures(database, question)
    const rest = JSON.stringify({
      numberMatched: matched,
      numberReturned: features.length,
      timeStamp: new Date().toISOString(),
      links: pageLinks(request, question, matched),
    })
    reply.type(GEOJSON_TYPE).header('cache-control', 'no-cache').header('vary', 'accept-language')
    return `{"type":"FeatureCollection","features":[${features.join(',')}],${rest.slice(1)}`
  })

  app.get<{ Params: { collection: string; id: string } }>(
    '/api/collections/:collection/items/:id',
    { config: { right: 'map.read' } },
    async (request, reply) => {
      const layer = collection(request)
      checkFormat(readParameters(request, ['f']).f, FEATURE_FORMATS)
      const id = wholeNumber(request.params.id)
      const words = WORDS[languageOf(request)].links
      const home = `${baseUrl(request)}/api/collections/${layer.id}`
      const links = [
        { rel: 'self', type: 'application/geo+json', title: words.self, href: `${home}/items/${id}` },
        { rel: 'collection', type: 'application/json', title: words.collection, href: home },
      ]
      // A file may have brought names and numbers of people along.
      const seesSource = hasRight(visitorOf(request), 'mobile.read')
      const territories = (await limits.of(visitorOf(request), [layer])).get(layer.id)
      const sight = { seesSource, territories }
      const feature = id === undefined || id > MAXIMUM_ID ? undefined : await readFeature(database, layer, id, links, sight)
      if (!feature)
        throw new Problem(404, 'feature_not_found', { field: 'id' }, { layer: layer.id, id: request.params.id.slice(0, 100) })
      reply.type(GEOJSON_TYPE).header('cache-control', 'no-cache').header('vary', 'accept-language')
      return feature
    },
  )
}

/** The layer that the address names, if the visitor may see it. */
export function collection(request: FastifyRequest<OfCollection>): Layer {
  const layer = findLayer(request.params.collection)
  if (!layer) throw layerProblem(request.params.collection)
  demandSeen(visitorOf(request), [layer])
  return layer
}

function pageLinks(request: FastifyRequest, { layer, limit, offset }: Question, matched: number) {
  const words = WORDS[languageOf(request)].links
  const home = `${baseUrl(request)}/api/collections/${layer.id}`
  const page = (start: number) => {
    const query = new URLSearchParams(request.query as Record<string, string>)
    query.set('offset', String(start))
    query.set('limit', String(limit))
    return `${home}/items?${query}`
  }
  const type = 'application/geo+json'
  return [
    { rel: 'self', type, title: words.self, href: `${baseUrl(request)}${request.url}` },
    { rel: 'collection', type: 'application/json', title: words.collection, href: home },
    ...(offset > 0 ? [{ rel: 'prev', type, title: words.previous, href: page(Math.max(0, offset - limit)) }] : []),
    ...(offset + limit < matched ? [{ rel: 'next', type, title: words.next, href: page(offset + limit) }] : []),
  ]
}
