// Reports on paper: what stands on which page, before a PDF is made of it.
import { describe, expect, it } from 'vitest'
import type { Block } from '#api/prints/report/content.ts'
import { placeReport } from '#api/prints/report/place.ts'
import type { Pen } from '#api/sheets/pen.ts'
import type { List } from '#api/sheets/table.ts'

/** A pen that only remembers the words. */
function wordsOn(page: ReturnType<typeof placeReport>[number]): string[] {
  const words: string[] = []
  const pen = new Proxy({} as Pen, { get: (_, name) => (name === 'text' ? (text: string) => words.push(text) : () => {}) })
  for (const draw of page) draw(pen)
  return words
}

const listOf = (count: number): List => ({
  columns: [{ key: 'name', title: '名称', align: 'left', breaks: false }],
  rows: Array.from({ length: count }, (_, index) => ({ cells: [`第${index + 1}行`], marked: [] })),
})

const pagesOf = (blocks: readonly Block[]): string[][] =>
  placeReport({ language: 'zh', title: '', subtitle: '', said: ['', ''], drawnOn: '', blocks }).map(wordsOn)

const rowsOn = (words: readonly string[]): number => words.filter((word) => word.startsWith('第')).length

describe('a list in a report', () => {
  it('leaves fewer than three rows alone neither at a foot nor at a head, and never its heading', () => {
    for (let before = 0; before < 60; before += 1)
      for (const count of [1, 2, 3, 4, 5, 7, 48, 49, 50, 51, 52, 53, 101]) {
        const pages = pagesOf([
          { kind: 'list', list: { ...listOf(before), rows: listOf(before).rows.map((row) => ({ ...row, cells: ['前'] })) } },
          { kind: 'heading', text: '题' },
          { kind: 'list', list: listOf(count) },
        ])
        const counts = pages.map(rowsOn).filter((rows) => rows > 0)
        const said = `${count} rows after ${before}: ${counts}`
        expect(
          counts.reduce((sum, rows) => sum + rows, 0),
          said,
        ).toBe(count)
        expect(Math.min(...counts), said).toBeGreaterThanOrEqual(Math.min(3, count))
        expect(rowsOn(pages.find((words) => words.includes('题'))!), said).toBeGreaterThan(0)
      }
  })

  it('loses no row and repeats none', () => {
    const words = pagesOf([{ kind: 'list', list: listOf(140) }]).flat()
    expect(words.filter((word) => word.startsWith('第'))).toEqual(listOf(140).rows.map(({ cells }) => cells[0]))
  })
})
