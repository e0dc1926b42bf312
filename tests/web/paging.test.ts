import { expect, test } from 'vitest'
import { ChangedMeanwhile, pagesOf } from '../../web/api/paging.ts'
import type { Feature } from '../../web/api/types.ts'

const features = (count: number): Feature[] =>
  Array.from({ length: count }, (_, id) => ({ type: 'Feature', id, geometry: null, properties: {} }))

/** A server with so many features that gives two at a time; `count` may change between two questions. */
const serverOf = (count: () => number) => async (offset: number) => {
  const all = features(count())
  return { features: all.slice(offset, offset + 2), numberMatched: all.length }
}

async function collect(ask: Parameters<typeof pagesOf>[0]) {
  const pages = []
  for await (const page of pagesOf(ask)) pages.push(page)
  return pages
}

test('all pages come in order, and each says how far one is', async () => {
  const pages = await collect(serverOf(() => 5))
  expect(pages.flatMap((page) => page.features)).toEqual(features(5))
  expect(pages.map(({ read, total }) => [read, total])).toEqual([
    [2, 5],
    [4, 5],
    [5, 5],
  ])
})

test('nothing is one empty page', async () => {
  expect(await collect(serverOf(() => 0))).toEqual([{ features: [], read: 0, total: 0 }])
})

test('what changes on the way is not passed off as whole', async () => {
  let count = 5
  await expect(collect(serverOf(() => count--))).rejects.toThrow(ChangedMeanwhile)
})

test('a page that is missing ends it', async () => {
  await expect(collect(async (offset) => ({ features: offset === 0 ? features(2) : [], numberMatched: 5 }))).rejects.toThrow(
    ChangedMeanwhile,
  )
})
