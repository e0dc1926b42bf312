import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Land } from '#geodata/partition/index.ts'
import { boards, canBeDivided, hangTogether } from './arbitrary.ts'
import { proposed, rebalanced } from './drawn.ts'

const bands = fc
  .integer({ min: 1, max: 4 })
  .chain((least) => fc.integer({ min: 0, max: 3 }).map((more) => ({ least, most: least + more })))
const seeds = fc.integer({ min: 0, max: 1000 })
const run = (runs: number) => ({ seed: 20260419, numRuns: runs, endOnFailure: true })

/** Locked cells by chance: every n-th. */
const lockedOf = ({ cells }: Land, every: number) =>
  cells.filter((_, index) => index > 0 && index % every === 0).map(({ id }) => id)

function distance(groups: readonly { cells: readonly string[] }[], { least, most }: { least: number; most: number }) {
  return groups.reduce((sum, { cells }) => sum + Math.max(0, least - cells.length, cells.length - most), 0)
}

test('every cell that is not locked is in exactly one group, which hangs together in its community', () => {
  fc.assert(
    fc.property(boards(6, 6), bands, fc.integer({ min: 3, max: 9 }), seeds, (land, cells, every, seed) => {
      const locked = lockedOf(land, every)
      const { groups } = proposed({ land, target: { cells }, locked, seed })
      const all = groups.flatMap((group) => group.cells)
      expect([...all, ...locked].sort()).toEqual(land.cells.map(({ id }) => id).sort())
      for (const group of groups) expect(hangTogether(land, group.cells)).toBe(true)
    }),
    run(30),
  )
})

test('the same whatever the order of cells and borders, and for the same seed', () => {
  fc.assert(
    fc.property(boards(6, 6), fc.integer({ min: 2, max: 4 }), seeds, (land, grids, seed) => {
      const last = land.cells.length - 1
      const turned = {
        cells: land.cells.toReversed(),
        borders: land.borders.map(({ a, b, length }) => ({ a: last - b, b: last - a, length })).reverse(),
      }
      const request = { target: { grids }, within_community: false, seed }
      fc.pre(grids <= land.cells.length)
      expect(proposed({ land: turned, ...request })).toEqual(proposed({ land, ...request }))
    }),
    run(15),
  )
})

test('the band is met wherever it can be, and only then nothing is unmet', () => {
  fc.assert(
    fc.property(boards(4, 3), bands, seeds, (land, cells, seed) => {
      const { groups, unmet } = proposed({ land, target: { cells }, seed })
      for (const community of ['x', 'y']) {
        const ids = land.cells.filter((cell) => cell.community === community).map(({ id }) => id)
        if (ids.length === 0 || ids.length > 9) continue
        const own = groups.filter((group) => group.community === community)
        const met = distance(own, cells) === 0
        expect(met).toBe(canBeDivided(land, ids, cells))
        expect(unmet.some((each) => each.community === community && each.reason !== 'disconnected')).toBe(!met)
      }
    }),
    run(50),
  )
})

test('a rebalance is never worse, moves no locked cell, keeps grids whole, and tells its moves', () => {
  fc.assert(
    fc.property(boards(6, 6), bands, bands, seeds, (land, was, cells, seed) => {
      const draft = proposed({ land, target: { cells: was }, seed }).groups.map((group, index) => ({ ...group, id: `g${index}` }))
      const locked = lockedOf(land, 11)
      const { groups, moves, unmet } = rebalanced({ land, groups: draft, target: { cells }, locked })
      const [before, after] = [distance(draft, cells), distance(groups, cells)]
      expect(after).toBeLessThanOrEqual(before)
      if (moves.length > 0) expect(after).toBeLessThan(before)
      if (before === 0) expect([moves, unmet]).toEqual([[], []])
      for (const group of groups) expect(hangTogether(land, group.cells)).toBe(true)
      const fixed = draft.filter((group) => group.cells.some((cell) => locked.includes(cell))).flatMap((group) => group.cells)
      expect(moves.filter(({ cell }) => fixed.includes(cell))).toEqual([])
      const gridOf = (of: typeof groups) => new Map(of.flatMap(({ id, cells: own }) => own.map((cell) => [cell, id] as const)))
      const now = gridOf(draft)
      for (const { cell, from, to } of moves) {
        expect(now.get(cell)).toBe(from)
        now.set(cell, to)
      }
      expect(gridOf(groups)).toEqual(new Map([...gridOf(groups).keys()].map((cell) => [cell, now.get(cell)!])))
    }),
    run(30),
  )
})
