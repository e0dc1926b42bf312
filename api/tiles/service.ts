import type { Layer } from '#geodata/layers/index.ts'
import { parseAddress, parseLayers } from '#tiles/address.ts'
import { type StoredTile, TileCache } from '#tiles/cache.ts'
import { encodedTiles } from '#tiles/encoded.ts'
import { postgisTiles } from '#tiles/postgis.ts'
import type { TileSource } from '#tiles/source.ts'
import { layersShown } from '#tiles/state.ts'
import { type Limits, NO_LIMITS } from '#tiles/territory.ts'
import type { Database } from '../database/database.ts'
import { layerProblem, Problem } from '../http/problem.ts'
import type { LayerStates } from '../layers/states.ts'
import { canEncodeTiles } from '../layers/store.ts'

export type AddressParts = Parameters<typeof parseAddress>[0]

/** Finds or makes tiles, and knows which state of the layers each one shows. */
export class TileService {
  readonly #cache: TileCache
  readonly #source: TileSource
  readonly #states: LayerStates

  private constructor(source: TileSource, states: LayerStates, cacheBytes: number) {
    this.#cache = new TileCache(cacheBytes)
    this.#source = source
    this.#states = states
  }

  /** @param cacheBytes memory for finished tiles; 0 makes each one anew */
  static async start(database: Database, states: LayerStates, cacheBytes: number): Promise<TileService> {
    const source = (await canEncodeTiles(database)) ? postgisTiles : encodedTiles
    return new TileService(source(database.query.bind(database)), states, cacheBytes)
  }

  /** The layers' state now, as it stands in a tile's URL. */
  state(layers: readonly Layer[]): string {
    return layers.map((layer) => this.#states.token(layer)).join('.')
  }

  /**
   * @param wanted the state that the URL names, or undefined for the present one
   * @param day a day in the past or future, `YYYY-MM-DD`; undefined for today
   * @param limits of who asks; a limited tile's state ends with that of the borders
   */
  async tile(
    parts: AddressParts,
    wanted: string | undefined,
    day: string | undefined,
    limits: Limits = NO_LIMITS,
  ): Promise<StoredTile> {
    const address = parseAddress(parts)
    if ('code' in address) throw addressProblem(address)
    const { layers, z, x, y } = address
    const shown = layersShown(layers, { limits })
    const borders = this.state(shown.slice(layers.length))
    const state = wanted ?? this.state(layers)
    return this.#cache.get(
      `${parts.layers}/${z}/${x}/${y}${day ? `@${day}` : ''}${inWords(limits)}`,
      borders ? `${state}.${borders}` : state,
      () => this.#source(layers, { z, x, y, day, limits }),
      ({ versions, day }) => this.#stateOf(shown, versions, day),
    )
  }

  #stateOf(layers: readonly Layer[], versions: readonly number[], day: string): string {
    return layers
      .map((layer, index) => {
        this.#states.notice(layer.id, versions[index]!)
        return this.#states.tokenOf(layer, versions[index]!, day)
      })
      .join('.')
  }
}

/** No two choices of territories make the same. */
const inWords = (limits: Limits): string => (limits.size === 0 ? '' : ` ${JSON.stringify([...limits])}`)

export function layersNamed(list: string): readonly Layer[] {
  const layers = parseLayers(list)
  if ('code' in layers) throw addressProblem(layers)
  return layers
}

export function addressProblem(problem: Extract<ReturnType<typeof parseAddress>, { code: string }>): Problem {
  switch (problem.code) {
    case 'unknown_layer':
      return layerProblem(problem.layer)
    case 'layer_twice':
      return new Problem(400, 'layer_twice', { field: 'layers' }, { layer: problem.layer })
    case 'tile_not_integer':
      return new Problem(400, 'tile_not_integer', { field: problem.field }, { field: problem.field })
    case 'zoom_out_of_range':
      return new Problem(404, 'zoom_out_of_range', { field: 'z' }, problem)
    case 'tile_out_of_range':
      return new Problem(404, 'tile_out_of_range', {}, problem)
  }
}
