// Paper, scale and table: what stands where on a sheet, before anything is drawn.
import { describe, expect, it } from 'vitest'
import { layOut, PAPERS, scaleBar, scaleFor } from '#api/sheets/layout.ts'
import { fill, widthOf, wrap } from '#api/sheets/measure.ts'
import { type List, layTable, paginate, tableHeight } from '#api/sheets/table.ts'

describe('the scale', () => {
  it.each([
    [90, 500],
    [100, 500],
    [101, 600],
    [200, 1000],
    [300, 1500],
    [400, 2000],
    [401, 2500],
    [1000, 5000],
    [1700, 10_000],
    [23_000, 150_000],
  ])('for %i m on 200 mm is the next round one, 1:%i', (ground, scale) => {
    expect(scaleFor({ width: ground, height: 1 }, { width: 200, height: 200 })).toBe(scale)
    expect(scaleFor({ width: 1, height: ground }, { width: 200, height: 200 })).toBe(scale)
  })

  it('has a bar of round lengths, about as long as wanted', () => {
    for (const scale of [500, 1500, 2500, 10_000, 30_000, 80_000, 150_000]) {
      const { metres, segments, width } = scaleBar(scale, 48)
      expect([1, 2, 5]).toContain(metres / 10 ** Math.floor(Math.log10(metres) + 1e-9))
      expect(segments).toBeGreaterThanOrEqual(2)
      expect(width).toBeCloseTo((1000 * metres * segments) / scale)
      expect(width, `1:${scale}`).toBeGreaterThan(25)
      expect(width, `1:${scale}`).toBeLessThan(65)
    }
  })
})

describe('the layout', () => {
  const ask = (width: number, height: number, rows: number, more: object = {}) =>
    layOut({
      paper: 'A4',
      orientation: 'auto',
      ground: { width, height },
      tableWidth: () => 240,
      tableHeight: () => 8 + rows * 5,
      ...more,
    })

  it('turns the paper as the area lies', () => {
    expect(ask(9000, 5000, 200).orientation).toBe('landscape')
    expect(ask(5000, 9000, 200).orientation).toBe('portrait')
    expect(ask(5000, 9000, 200, { orientation: 'landscape' }).orientation).toBe('landscape')
  })

  it('keeps a short list on the sheet and lets a long one follow', () => {
    expect(ask(3000, 3000, 8).table).not.toBeNull()
    expect(ask(3000, 3000, 200).table).toBeNull()
  })

  it('keeps map and list on the paper and apart, and the area in the map', () => {
    for (const paper of ['A4', 'A3'] as const)
      for (const rows of [1, 8, 16, 30, 400])
        for (const [width, height] of [
          [700, 300],
          [4000, 9000],
          [30_000, 25_000],
        ] as const) {
          const layout = ask(width, height, rows, { paper, tableWidth: () => 150 })
          const { map, table, measures, scale } = layout
          expect([layout.width, layout.height].sort((one, other) => one - other)).toEqual([...PAPERS[paper]])
          for (const box of [map, ...(table ? [table] : [])]) {
            expect(box.x).toBeGreaterThanOrEqual(measures.margin)
            expect(box.y).toBeGreaterThanOrEqual(measures.margin)
            expect(box.x + box.width).toBeLessThanOrEqual(layout.width - measures.margin + 1e-9)
            expect(box.y + box.height).toBeLessThanOrEqual(layout.height - measures.margin + 1e-9)
          }
          if (table) expect(table.x >= map.x + map.width || table.y >= map.y + map.height + measures.foot).toBe(true)
          expect((1000 * width) / scale).toBeLessThan(map.width)
          expect((1000 * height) / scale).toBeLessThan(map.height)
        }
  })
})

describe('text', () => {
  it('is broken between names, and no mark stands at a wrong end', () => {
    expect(wrap('杨建军（专）、周海燕（兼）', 20, 2.5)).toEqual(['杨建军（专）、', '周海燕（兼）'])
    const lines = wrap('水泉掌村第一网格（二号），西段。', 12, 2)
    expect(lines.join('')).toBe('水泉掌村第一网格（二号），西段。')
    for (const line of lines) expect(line).not.toMatch(/^[，。）、]|（$/)
  })

  it('of sentences fills its lines, and parts neither a number nor a word of another script', () => {
    const text = '结案率最高的是竹园镇、南岭镇、云岭乡（100.00%），最低的是柳林镇（93.02%）。'
    for (let width = 30; width < 90; width += 1) {
      const lines = fill(text, width, 3)
      expect(lines.join('')).toBe(text)
      for (const [index, line] of lines.entries()) {
        expect(widthOf(line, 3), line).toBeLessThanOrEqual(width)
        expect(line).not.toMatch(/^[，。）、%]|（$/)
        expect(line.match(/\d+\.\d\d%|\d/g)?.every((number) => number.endsWith('%')) ?? true, line).toBe(true)
        // A number with its brackets is the longest that can be waited for.
        if (index < lines.length - 1) expect(widthOf(line, 3), line).toBeGreaterThan(width - widthOf('云（100.00%），', 3))
      }
    }
    expect(fill('The highest closing rate is that of Storm drain cover.', 40, 3).join(' ')).toBe(
      'The highest closing rate is that of Storm drain cover.',
    )
  })

  it('is never wider than its line, unless one character is', () => {
    for (const text of ['411825100001101', 'Gulou Community Grid 1-1', '鼓楼社区第一网格1号', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'])
      for (const width of [6, 9, 20])
        for (const line of wrap(text, width, 2)) expect(widthOf(line, 2), line).toBeLessThanOrEqual(width)
  })
})

describe('the table', () => {
  const list: List = {
    columns: [
      { key: 'number', title: '序号', align: 'center', breaks: false },
      { key: 'code', title: '网格编码', align: 'center', breaks: false },
      { key: 'name', title: '网格名称', align: 'left', breaks: true },
    ],
    rows: Array.from({ length: 57 }, (_, index) => ({
      cells: [String(index + 1), '411825100001101', index % 3 === 0 ? '很长的网格名称'.repeat(6) : '网格'],
      marked: [],
    })),
  }
  const table = layTable(list, 90, 2.5)

  it('fills its width, and keeps codes in one line', () => {
    expect(table.columns.reduce((sum, { width }) => sum + width, 0)).toBeCloseTo(90)
    for (const { lines } of table.rows) expect(lines[1]).toEqual(['411825100001101'])
  })

  it('is dealt out to pages without losing or repeating a row, none too high', () => {
    const pages = paginate(table, 120)
    expect(pages.flat()).toEqual(table.rows)
    for (const rows of pages) expect(tableHeight({ ...table, rows })).toBeLessThanOrEqual(120.001)
    expect(pages.length).toBeGreaterThan(1)
  })
})
