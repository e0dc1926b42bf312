// Which tiles cover a town, and when a pack is too old or the clock that says so is wrong.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { MOST_TILES, PACK_ZOOMS, packState, tilesOver } from '#geodata/pack/pack.ts'

const TOWN = [113.145, 35.055, 113.254, 35.129] as const

test('each zoom of a town is covered from the smallest on; the place lies in its tile', () => {
  const { zooms, tiles } = tilesOver(TOWN)
  expect(zooms).toEqual(PACK_ZOOMS)
  // https://wiki.openstreetmap.org/wiki/Slippy_map_tilenames for 113.2° E, 35.1° N
  expect(tiles).toContainEqual({ z: 16, x: 53_375, y: 25_936 })
  expect(tiles.filter(({ z }) => z === 8)).toEqual([{ z: 8, x: 208, y: 101 }])
  expect(new Set(tiles.map(({ z, x, y }) => `${z}/${x}/${y}`)).size).toBe(tiles.length)
})

test('however large the area, there are no more tiles than a phone takes, and whole zooms only', () => {
  const box = fc.tuple(
    fc.double({ min: 73, max: 130, noNaN: true }),
    fc.double({ min: 4, max: 50, noNaN: true }),
    fc.double({ min: 0.001, max: 3, noNaN: true }),
    fc.double({ min: 0.001, max: 3, noNaN: true }),
  )
  fc.assert(
    fc.property(box, ([west, south, width, height]) => {
      const { zooms, tiles } = tilesOver([west, south, west + width, south + height])
      expect(tiles.length).toBeLessThanOrEqual(MOST_TILES)
      const present = new Set(tiles.map(({ z }) => z))
      expect([...present].sort((a, b) => a - b)).toEqual(
        Array.from({ length: zooms.maximum - zooms.minimum + 1 }, (_, index) => zooms.minimum + index),
      )
    }),
  )
})

test('a pack is usable until its last moment, then expired; before it was made only a wrong clock can be', () => {
  const pack = { made_at: '2026-11-28T10:00:00Z', expires_at: '2026-12-05T10:00:00Z' }
  const at = (iso: string) => packState(pack, Date.parse(iso))
  expect([at('2026-11-28T10:00:00Z'), at('2026-12-05T09:59:59Z'), at('2026-12-05T10:00:00Z')]).toEqual([
    'usable',
    'usable',
    'expired',
  ])
  expect([at('2026-11-28T09:55:00Z'), at('1970-01-01T00:00:00Z')]).toEqual(['usable', 'clock_wrong'])
})
