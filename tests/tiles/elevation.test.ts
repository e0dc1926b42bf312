import { decode } from 'fast-png'
import { describe, expect, it } from 'vitest'
import type { ElevationModel } from '#geodata/elevation/model.ts'
import { elevationTile } from '#tiles/elevation.ts'

/** A tilted plane, 1,000 m a degree to the east and 500 m a degree to the north: 200 × 200 points around 113.2° E 35.1° N. */
const plane = (base: number): ElevationModel => {
  const [west, north, step, size] = [113, 35.3, 0.002, 201]
  const heights = Int16Array.from({ length: size * size }, (_, index) => {
    const [column, row] = [index % size, Math.floor(index / size)]
    return Math.round(10 * (base + 1000 * column * step + 500 * (size - 1 - row) * step))
  })
  return { west, north, step, columns: size, rows: size, heights }
}

const Z = 11
const X = 1667
const Y = 810

function heightsOf(bytes: Uint8Array): number[] {
  const { data, width, height, channels } = decode(bytes)
  expect([width, height, channels]).toEqual([256, 256, 3])
  return Array.from({ length: 256 * 256 }, (_, i) => data[3 * i]! * 256 + data[3 * i + 1]! + data[3 * i + 2]! / 256 - 32768)
}

describe('an elevation tile', () => {
  it('holds the height of each pixel’s middle, to a decimetre, whatever lies between the points of the lattice', () => {
    const heights = heightsOf(elevationTile([plane(100)], { z: Z, x: X, y: Y }))
    for (const [column, row] of [
      [0, 0],
      [200, 17],
      [99, 128],
      [255, 255],
    ] as const) {
      const longitude = ((X + (column + 0.5) / 256) / 2 ** Z) * 360 - 180
      const latitude = (Math.atan(Math.sinh(Math.PI * (1 - (2 * (Y + (row + 0.5) / 256)) / 2 ** Z))) * 180) / Math.PI
      const east = Math.min(0.4, Math.max(0, longitude - 113))
      const north = Math.min(0.4, Math.max(0, latitude - 34.9))
      expect(heights[row * 256 + column]).toBeCloseTo(100 + 1000 * east + 500 * north, 0)
    }
  })

  it('goes on beyond the lattice as on its edge, so that no cliff stands there', () => {
    const heights = heightsOf(elevationTile([plane(100)], { z: 9, x: 416, y: 202 }))
    const steps = heights.slice(1).map((height, i) => ((i + 1) % 256 === 0 ? 0 : Math.abs(height - heights[i]!)))
    expect(Math.max(...steps)).toBeLessThan(3)
  })

  it('takes the model that reaches furthest around a place, not one that is about to end there', () => {
    const half = { ...plane(900), columns: 100, heights: new Int16Array(100 * 201).fill(9000) }
    const heights = heightsOf(elevationTile([half, plane(100)], { z: Z, x: X, y: Y }))
    expect(heights[128 * 256]).toBe(900)
    expect(heights[128 * 256 + 250]).toBeLessThan(600)
  })

  it('knows ground below the sea', () => {
    const lake = { ...plane(0), heights: new Int16Array(201 * 201).fill(-1543) }
    expect(heightsOf(elevationTile([lake], { z: Z, x: X, y: Y }))[1000]).toBeCloseTo(-154.3, 1)
  })
})
