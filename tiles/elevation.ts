import { encode } from 'fast-png'
import { type ElevationModel, heightAt, reachAround } from '#geodata/elevation/model.ts'
import { ELEVATION_TILES } from '#geodata/elevation/tiles.ts'

/** What the first byte of a Terrarium pixel counts from. */
const TERRARIUM_ZERO_M = 32_768

interface Address {
  readonly z: number
  readonly x: number
  readonly y: number
}

/** West, south, east, north of a tile in degrees, with the width of a pixel around it. */
export function elevationTileExtent({ z, x, y }: Address): [number, number, number, number] {
  const edge = 1 / ELEVATION_TILES.pixels
  return [longitudeAt(z, x - edge), latitudeAt(z, y + 1 + edge), longitudeAt(z, x + 1 + edge), latitudeAt(z, y - edge)]
}

/**
 * A PNG whose colours are heights, as https://github.com/tilezen/joerd/blob/master/docs/formats.md#terrarium defines them:
 * metres = red × 256 + green + blue ÷ 256 − 32,768.
 * @param models where they overlap, the one that reaches furthest around a pixel gives its height; where none is, the nearest goes on
 *   as on its edge
 */
export function elevationTile(models: readonly [ElevationModel, ...ElevationModel[]], { z, x, y }: Address): Uint8Array {
  const { pixels } = ELEVATION_TILES
  const data = new Uint8Array(pixels * pixels * 3)
  const longitudes = Array.from({ length: pixels }, (_, column) => longitudeAt(z, x + (column + 0.5) / pixels))
  let at = 0
  for (let row = 0; row < pixels; row++) {
    const latitude = latitudeAt(z, y + (row + 0.5) / pixels)
    for (const longitude of longitudes) {
      const model = furthestAround(models, longitude, latitude)
      const value = heightAt(model, longitude, latitude) + TERRARIUM_ZERO_M
      data[at++] = value >> 8
      data[at++] = value & 255
      data[at++] = Math.floor((value % 1) * 256)
    }
  }
  return encode({ width: pixels, height: pixels, data, channels: 3, depth: 8 })
}

function furthestAround([first, ...others]: readonly [ElevationModel, ...ElevationModel[]], longitude: number, latitude: number) {
  let best = first
  for (const model of others) if (reachAround(model, longitude, latitude) > reachAround(best, longitude, latitude)) best = model
  return best
}

const longitudeAt = (z: number, x: number) => (x / 2 ** z) * 360 - 180
const latitudeAt = (z: number, y: number) => (Math.atan(Math.sinh(Math.PI * (1 - (2 * y) / 2 ** z))) * 180) / Math.PI
