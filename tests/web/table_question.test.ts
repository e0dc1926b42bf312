import { expect, test } from 'vitest'
import { readQuery, writeQuery } from '../../web/state/url.ts'
import {
  askServer,
  nextSort,
  plainQuestion,
  readContaining,
  readRange,
  type TableQuestion,
  withFilter,
  writeContaining,
  writeRange,
} from '../../web/table/question.ts'

const START = readQuery('')
const grids = (changes: Partial<TableQuestion>): TableQuestion => ({ ...plainQuestion('grids'), ...changes })

test.each<[string, Partial<TableQuestion>]>([
  ['a text', { text: '柳庄 100%' }],
  ['an order', { sort: { field: 'households', descending: true } }],
  ['conditions', { filters: { scheme: 'governance', households: '10..50', name: '*柳;庄%3B*' } }],
  ['what is in view', { inView: true }],
])('%s survives the way through the address', (_, changes) => {
  const shared = { ...START, table: 'grids', question: grids(changes) }
  expect(readQuery(writeQuery(shared)).question).toEqual(shared.question)
})

test('a question about another layer than the open table stays out of the address', () => {
  expect(writeQuery({ ...START, table: 'hydrants', question: grids({ text: '柳庄' }) })).toBe('?table=hydrants')
  expect(writeQuery({ ...START, table: null, question: grids({ text: '柳庄' }) })).toBe('')
})

test('an order or a condition by a field that the layer does not have is passed over', () => {
  const { question } = readQuery('?table=grids&sort=-gone&where=gone:1;level:3')
  expect(question).toEqual(grids({ filters: { level: '3' } }))
  expect(readQuery('?table=grids&sort=gone').question).toBeNull()
})

test('the server is asked with its own parameters', () => {
  const question = grids({
    text: ' 柳庄 ',
    sort: { field: 'households', descending: true },
    filters: { level: '3', households: '10..' },
  })
  expect(Object.fromEntries(new URLSearchParams(askServer(question, [113.1, 35, 113.2, 35.1])))).toEqual({
    q: '柳庄',
    sortby: '-households',
    level: '3',
    households: '10..',
    bbox: '113.1,35,113.2,35.1',
  })
})

test('a header sorts up, then down, then not at all', () => {
  const up = nextSort(null, 'name')
  const down = nextSort(up, 'name')
  expect([up, down, nextSort(down, 'name')]).toEqual([
    { field: 'name', descending: false },
    { field: 'name', descending: true },
    null,
  ])
  expect(nextSort(down, 'level')).toEqual({ field: 'level', descending: false })
})

test('a condition that says nothing is none', () => {
  const question = withFilter(grids({}), 'level', '3')
  expect(withFilter(question, 'level', null).filters).toEqual({})
  expect([writeRange('', ''), writeContaining('  ')]).toEqual([null, null])
})

test.each([
  ['10..50', '10', '50'],
  ['10..', '10', ''],
  ['..50', '', '50'],
  ['3', '3', '3'],
])('the range %s goes from “%s” to “%s”, and back', (condition, from, to) => {
  expect(readRange(condition)).toEqual([from, to])
  expect(writeRange(from, to)).toBe(condition)
})

test('a text is looked for anywhere, stars stay where they were put', () => {
  expect(writeContaining(' 柳庄 ')).toBe('*柳庄*')
  expect(readContaining('*柳庄*')).toBe('柳庄')
  expect(writeContaining('柳*1号')).toBe('柳*1号')
  expect(readContaining('柳*1号')).toBe('柳*1号')
})
