import type { FastifyInstance } from 'fastify'
import type { Layer } from '#geodata/layers/index.ts'
import { TILE_ZOOMS } from '#geodata/layers/index.ts'
import { TILE_UNITS, tileExtent } from '#tiles/extent.ts'
import { visitorOf } from '../access/gate.ts'
import { CRS84 } from '../collections/describe.ts'
import { collection } from '../features/routes.ts'
import { baseUrl } from '../http/base_url.ts'
import { languageOf } from '../http/language.ts'
import { readFormat, readParameters } from '../http/parameters.ts'
import { Problem } from '../http/problem.ts'
import type { LayerLimits } from '../layers/limits.ts'
import type { LayerSummaries } from '../layers/summaries.ts'
import { type Language, WORDS } from '../words/index.ts'
import { readDay, sendTile, TILE_PARAMETERS, TILE_ROUTE, TILE_TYPE } from './routes.ts'
import type { TileService } from './service.ts'

const SET = 'WebMercatorQuad'
const SET_URI = `http://www.opengis.net/def/tilematrixset/OGC/1.0/${SET}`
const WEB_MERCATOR = 'http://www.opengis.net/def/crs/EPSG/0/3857'
const DRAWN_PIXELS = 256
/** Size of a pixel in metres by which OGC defines scale denominators. */
const OGC_PIXEL_M = 0.000_28

type OfTile = { Params: { collection: string; set: string; z: string; row: string; column: string } }

/** OGC API Tiles, https://docs.ogc.org/is/20-057/20-057.html: tiles of a collection; here the row comes before the column. */
export function ogcTileRoutes(app: FastifyInstance, tiles: TileService, summaries: LayerSummaries, limits: LayerLimits): void {
  app.get('/api/tileMatrixSets', { config: { right: 'public' } }, async (request) => {
    readFormat(request)
    const href = `${baseUrl(request)}/api/tileMatrixSets/${SET}`
    return {
      tileMatrixSets: [{ id: SET, uri: SET_URI, crs: WEB_MERCATOR, links: [{ rel: 'self', type: 'application/json', href }] }],
    }
  })

  app.get<{ Params: { set: string } }>('/api/tileMatrixSets/:set', { config: { right: 'public' } }, async (request) => {
    readFormat(request)
    checkSet(request.params.set)
    return { id: SET, uri: SET_URI, crs: WEB_MERCATOR, orderedAxes: ['X', 'Y'], tileMatrices: tileMatrices() }
  })

  app.get<{ Params: { collection: string } }>(
    '/api/collections/:collection/tiles',
    { config: { right: 'map.read' } },
    async (request, reply) => {
      readFormat(request)
      const layer = collection(request)
      reply.header('vary', 'accept-language')
      return { tilesets: [tileset(layer, baseUrl(request), languageOf(request))] }
    },
  )

  app.get<{ Params: { collection: string; set: string } }>(
    '/api/collections/:collection/tiles/:set',
    { config: { right: 'map.read' } },
    async (request, reply) => {
      readFormat(request)
      const layer = collection(request)
      checkSet(request.params.set)
      reply.header('cache-control', 'no-cache').header('vary', 'accept-language')
      const { extent } = await summaries.of(layer, await limits.of(visitorOf(request), [layer]))
      return {
        ...tileset(layer, baseUrl(request), languageOf(request)),
        ...(extent ? { boundingBox: { lowerLeft: extent.slice(0, 2), upperRight: extent.slice(2), crs: CRS84 } } : {}),
        layers: [{ id: layer.id, title: layer.name[languageOf(request)], dataType: 'vector' }],
      }
    },
  )

  app.get<OfTile>('/api/collections/:collection/tiles/:set/:z/:row/:column', TILE_ROUTE, async (request, reply) => {
    const { set, z, row, column } = request.params
    const { v, datetime } = readParameters(request, TILE_PARAMETERS)
    const layer = collection(request)
    checkSet(set)
    const limited = await limits.of(visitorOf(request), [layer])
    const tile = await tiles.tile({ layers: layer.id, z, x: column, y: row }, v, readDay(datetime), limited)
    return sendTile(request, reply, tile, { lasts: v === tile.state && limited.size === 0, isGuarded: layer.right !== undefined })
  })
}

function checkSet(name: string): void {
  if (name !== SET) throw new Problem(404, 'unknown_tile_matrix_set', {}, { name: name.slice(0, 100) })
}

function tileset(layer: Layer, base: string, language: Language) {
  const words = WORDS[language].links
  const home = `${base}/api/collections/${layer.id}/tiles/${SET}`
  return {
    title: layer.name[language],
    dataType: 'vector',
    crs: WEB_MERCATOR,
    tileMatrixSetURI: SET_URI,
    links: [
      { rel: 'self', type: 'application/json', title: words.self, href: home },
      { rel: 'item', type: TILE_TYPE, title: words.tiles, href: `${home}/{tileMatrix}/{tileRow}/{tileCol}`, templated: true },
      {
        rel: 'http://www.opengis.net/def/rel/ogc/1.0/tiling-scheme',
        type: 'application/json',
        title: words.tile_matrix_sets,
        href: `${base}/api/tileMatrixSets/${SET}`,
      },
    ],
  }
}

function tileMatrices() {
  return Array.from({ length: TILE_ZOOMS.maximum - TILE_ZOOMS.minimum + 1 }, (_, index) => {
    const z = TILE_ZOOMS.minimum + index
    const { west, north, width } = tileExtent(z, 0, 0)
    const cellSize = width / DRAWN_PIXELS
    return {
      id: String(z),
      cellSize,
      scaleDenominator: cellSize / OGC_PIXEL_M,
      pointOfOrigin: [west, north],
      tileWidth: DRAWN_PIXELS,
      tileHeight: DRAWN_PIXELS,
      matrixWidth: 2 ** z,
      matrixHeight: 2 ** z,
      'x-vector-extent': TILE_UNITS,
    }
  })
}
