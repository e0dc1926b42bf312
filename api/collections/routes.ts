import type { FastifyInstance } from 'fastify'
import { visitorOf } from '../access/gate.ts'
import { collection } from '../features/routes.ts'
import { baseUrl } from '../http/base_url.ts'
import { languageOf } from '../http/language.ts'
import { readFormat } from '../http/parameters.ts'
import type { LayerLimits } from '../layers/limits.ts'
import { seenLayers } from '../layers/seen.ts'
import type { LayerSummaries } from '../layers/summaries.ts'
import { openApiDocument } from '../openapi/document.ts'
import { WORDS } from '../words/index.ts'
import { describeCollection, queryables } from './describe.ts'

const CONFORMANCE = [
  'http://www.opengis.net/spec/ogcapi-common-1/1.0/conf/core',
  'http://www.opengis.net/spec/ogcapi-common-2/1.0/conf/collections',
  'http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core',
  'http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/oas30',
  'http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/geojson',
  'http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/queryables',
  'http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/queryables-query-parameters',
  'http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/core',
  'http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/tileset',
  'http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/tilesets-list',
  'http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/geodata-tilesets',
  'http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/mvt',
]

/** OGC API Common and Features: landing page, conformance, definition and collections. */
export function collectionRoutes(app: FastifyInstance, summaries: LayerSummaries, limits: LayerLimits): void {
  app.get('/api', { config: { right: 'public' } }, async (request, reply) => {
    readFormat(request)
    const words = WORDS[languageOf(request)]
    const api = `${baseUrl(request)}/api`
    reply.header('vary', 'accept-language')
    return {
      ...words.landing,
      links: [
        { rel: 'self', type: 'application/json', title: words.links.self, href: api },
        {
          rel: 'service-desc',
          type: 'application/vnd.oai.openapi+json;version=3.1',
          title: words.links.openapi,
          href: `${api}/openapi.json`,
        },
        { rel: 'conformance', type: 'application/json', title: words.links.conformance, href: `${api}/conformance` },
        { rel: 'data', type: 'application/json', title: words.links.collections, href: `${api}/collections` },
        {
          rel: 'http://www.opengis.net/def/rel/ogc/1.0/tiling-schemes',
          type: 'application/json',
          title: words.links.tile_matrix_sets,
          href: `${api}/tileMatrixSets`,
        },
      ],
    }
  })

  app.get('/api/conformance', { config: { right: 'public' } }, async (request) => {
    readFormat(request)
    return { conformsTo: CONFORMANCE }
  })

  app.get('/api/openapi.json', { config: { right: 'public' } }, async (request, reply) => {
    readFormat(request)
    reply.type('application/vnd.oai.openapi+json;version=3.1').header('vary', 'accept-language')
    return JSON.stringify(openApiDocument(baseUrl(request), languageOf(request)))
  })

  app.get('/api/collections', { config: { right: 'map.read' } }, async (request, reply) => {
    readFormat(request)
    const language = languageOf(request)
    const base = baseUrl(request)
    const visitor = visitorOf(request)
    const seen = seenLayers(visitor)
    const limited = await limits.of(visitor, seen)
    reply.header('cache-control', 'no-cache').header('vary', 'accept-language')
    return {
      links: [{ rel: 'self', type: 'application/json', title: WORDS[language].links.self, href: `${base}/api/collections` }],
      collections: await Promise.all(
        seen.map(async (layer) => describeCollection(layer, await summaries.of(layer, limited), base, language)),
      ),
    }
  })

  app.get<{ Params: { collection: string } }>(
    '/api/collections/:collection',
    { config: { right: 'map.read' } },
    async (request, reply) => {
      const layer = collection(request)
      readFormat(request)
      reply.header('cache-control', 'no-cache').header('vary', 'accept-language')
      const summary = await summaries.of(layer, await limits.of(visitorOf(request), [layer]))
      return describeCollection(layer, summary, baseUrl(request), languageOf(request))
    },
  )

  app.get<{ Params: { collection: string } }>(
    '/api/collections/:collection/queryables',
    { config: { right: 'map.read' } },
    async (request, reply) => {
      const layer = collection(request)
      readFormat(request)
      reply.type('application/schema+json').header('vary', 'accept-language')
      return JSON.stringify(queryables(layer, baseUrl(request), languageOf(request)))
    },
  )
}
