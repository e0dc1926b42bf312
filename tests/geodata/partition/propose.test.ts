import { describe, expect, test } from 'vitest'
import { type Land, propose, toEnd } from '#geodata/partition/index.ts'
import { drawnLand, picture, proposed } from './drawn.ts'

describe('a number of grids', () => {
  test('a strip is cut in the middle', () => {
    const rows = ['abcdefgh']
    const { groups, measures } = proposed({ land: drawnLand(rows), target: { grids: 2 } })
    expect(picture(rows, groups)).toEqual(['AAAABBBB'])
    expect(measures).toMatchObject({ groups: 2, imbalance: 0, cut: 10 })
  })

  test('by weight, not by land', () => {
    const rows = ['abcdefgh']
    const land = drawnLand(rows, { weights: { a: 7 } })
    expect(picture(rows, proposed({ land, target: { grids: 2 } }).groups)).toEqual(['ABBBBBBB'])
  })

  test('a square is cut in squares', () => {
    const rows = ['abcd', 'efgh', 'ijkl', 'mnop']
    const { groups, measures } = proposed({ land: drawnLand(rows), target: { grids: 4 } })
    expect(picture(rows, groups)).toEqual(['AABB', 'AABB', 'CCDD', 'CCDD'])
    expect(measures.compactness).toBeCloseTo(Math.PI / 4)
  })

  test('is shared out to communities by weight, or given for each', () => {
    const rows = ['abcdef', 'ghijkl']
    const land = drawnLand(rows, { communities: ['xxyyyy', 'xxyyyy'] })
    expect(picture(rows, proposed({ land, target: { grids: 3 } }).groups)).toEqual(['AABBCC', 'AABBCC'])
    const grids = [
      { community: 'x', grids: 2 },
      { community: 'y', grids: 1 },
    ]
    expect(proposed({ land, target: { grids } }).groups.map(({ community, cells }) => `${community}${cells.length}`)).toEqual([
      'x2',
      'x2',
      'y8',
    ])
  })
})

describe('communities', () => {
  const rows = ['abcdef', 'ghijkl']
  const land = drawnLand(rows, { communities: ['xxxxyy', 'xxxxyy'] })

  test('bind unless they are said not to', () => {
    expect(picture(rows, proposed({ land, target: { grids: 2 } }).groups)).toEqual(['AAAABB', 'AAAABB'])
    const free = proposed({ land, target: { grids: 2 }, within_community: false })
    expect(picture(rows, free.groups)).toEqual(['AAABBB', 'AAABBB'])
    expect(free.groups.map(({ community }) => community)).toEqual([null, null])
  })

  test('one in two parts is named, and each part is divided for itself', () => {
    const split = drawnLand(rows, { communities: ['xxyyxx', 'xxyyxx'] })
    const { groups, unmet } = proposed({ land: split, target: { cells: { least: 2, most: 4 } } })
    expect(unmet).toEqual([{ community: 'x', reason: 'disconnected', cells: ['a', 'e'] }])
    expect(groups.filter(({ community }) => community === 'x').map(({ cells }) => cells.join(''))).toEqual(
      expect.arrayContaining([expect.stringMatching(/^[abgh]+$/), expect.stringMatching(/^[efkl]+$/)]),
    )
  })
})

describe('a band', () => {
  const strip = 'abcdefghijklmnopqrstuvwxyz'
  const landOf = (length: number) => drawnLand([strip.slice(0, length)])

  test.each([
    [9, 'too_small'],
    [18, 'no_number_fits'],
  ] as const)('%i cells cannot be divided into 10 to 16: %s', (length, reason) => {
    const { groups, unmet } = proposed({ land: landOf(length), target: { cells: { least: 10, most: 16 } } })
    expect(unmet).toMatchObject([{ community: null, reason }])
    expect(groups.flatMap(({ cells }) => cells)).toHaveLength(length)
  })

  test('decides how many grids there are', () => {
    const { groups, unmet } = proposed({ land: landOf(24), target: { cells: { least: 10, most: 16 } } })
    expect(groups.map(({ cells }) => cells.length)).toEqual([12, 12])
    expect(unmet).toEqual([])
  })

  test('a cell that is too heavy, and a star that cannot be halved, are named', () => {
    const heavy = drawnLand(['abcd'], { weights: { a: 9 } })
    const weight = { least: 2, most: 5 }
    expect(proposed({ land: heavy, target: { weight } }).unmet).toMatchObject([{ reason: 'cell_too_heavy', cells: ['a'] }])
    const star = drawnLand(['.a.', 'bcd', '.e.', '.f.'])
    expect(proposed({ land: star, target: { cells: { least: 3, most: 3 } } }).unmet).toMatchObject([{ reason: 'impossible' }])
  })

  test('more grids than the band allows', () => {
    const target = { grids: 3, cells: { least: 4, most: 6 } }
    expect(proposed({ land: landOf(10), target }).unmet).toMatchObject([{ reason: 'number_against_band' }])
  })
})

describe('what is there', () => {
  const rows = ['abcdefgh']

  test('locked cells are left out', () => {
    const land = drawnLand(rows)
    const { groups } = proposed({ land, target: { grids: 2 }, locked: ['a', 'b'] })
    expect(picture(rows, groups)).toEqual(['..AAABBB'])
  })

  test('an id stays with more than half of its weight', () => {
    const current = [
      { id: 'west', cells: ['a', 'b', 'c'] },
      { id: 'middle', cells: ['d', 'e'] },
      { id: 'east', cells: ['f', 'g', 'h'] },
    ]
    const { groups } = proposed({ land: drawnLand(rows), target: { grids: 2 }, current })
    expect(groups.map(({ id }) => id)).toEqual(['west', 'east'])
    const halves = proposed({ land: drawnLand(rows), target: { grids: 4 }, current: [{ id: 'all', cells: [...'abcdefgh'] }] })
    expect(halves.groups.map(({ id }) => id)).toEqual([null, null, null, null])
  })

  test('roads draw the borders', () => {
    //  ab│cdef   the road runs nearer to the edge than the middle
    const land = drawnLand(['abcdef', 'ghijkl'])
    const road = new Set(['bc', 'hi'])
    const borders = land.borders.map((border) => {
      const pair = [land.cells[border.a]!.id, land.cells[border.b]!.id].sort().join('')
      return { ...border, preference: road.has(pair) ? 1 : 0 }
    })
    const target = { grids: 2, tolerance: 0.4 }
    const { groups, measures } = proposed({ land: { ...land, borders }, target })
    expect(picture(['abcdef', 'ghijkl'], groups)).toEqual(['AABBBB', 'AABBBB'])
    expect(measures.preferred).toBe(20)
  })
})

test('progress rises to the end', () => {
  const land: Land = drawnLand(['abcdefgh', 'ijklmnop'])
  const search = propose({ land, target: { grids: 4 }, seed: 1 })
  let last = 0
  for (let step = search.next(); !step.done; step = search.next()) {
    expect(step.value.done).toBeGreaterThanOrEqual(last)
    expect(step.value.total).toBe(16)
    last = step.value.done
  }
  expect(last).toBe(16)
  expect(toEnd(propose({ land, target: { grids: 4 }, seed: 1 }))).toHaveProperty('proposal')
})
