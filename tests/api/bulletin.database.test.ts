// The bulletin of cases on paper and as a workbook: the figures of a period, who stands where, and what is overdue.
import { read, utils, type WorkBook } from '@e965/xlsx'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sql } from '#api/database/sql.ts'
import { countedPeriod, weekOf } from '#api/prints/bulletin/period.ts'
import { type Json, startApp, type TestApp } from '../helpers/app.ts'
import { COUNTY, EAST, TOWN, WEST } from '../helpers/damage.ts'
import { hasPoppler, plainTextOf, sizesOf, textOf } from '../helpers/pdf.ts'
import { problemOf } from '../helpers/problems.ts'
import { storeSquareTown } from '../helpers/square_town.ts'
import { storeTold, type Told } from '../helpers/told_cases.ts'

let test: TestApp
let overdue: string[]

/*
 * October 2026       filed  due  closed  on time  handled on time
 *   west               5     4     3       2           3              75.00 %, 50.00 %
 *   east               4     4     3       2           3              75.00 %, 50.00 %     shares the first place
 *   beyond the towns   –
 * September            2     2     2       2           2             100.00 %
 */
const IN_TIME = { handle_due: '2026-10-08 12:00', due: '2026-10-10 12:00', back: '2026-10-07 12:00', closed: '2026-10-09 12:00' }
const LATE = { ...IN_TIME, closed: '2026-10-12 12:00' }
const OPEN = { handle_due: '2026-10-08 12:00', due: '2026-10-10 12:00' }
const half = (community: string): Told[] => [
  { community, filed: '2026-10-05 09:00', ...IN_TIME },
  { community, filed: '2026-10-05 10:00', ...IN_TIME, returned: true },
  { community, filed: '2026-10-06 10:00', ...LATE, reworked: true },
  { community, filed: '2026-10-06 11:00', ...OPEN, extended: true, kind: 'E0102' },
]

beforeAll(async () => {
  test = await startApp({ demo: false })
  await storeSquareTown(test.database)
  await test.database.query(sql`
    update administrative_areas set name = case code when ${WEST} then '西村' when ${EAST} then '东村' when ${TOWN} then '方镇' else '方县' end,
      name_en = case code when ${WEST} then 'West' when ${EAST} then 'East' when ${TOWN} then 'Square Town' else 'Square County' end`)
  await test.database.query(sql`
    insert into organisations (name, name_en, kind, territory_code) values ('方县人民政府', 'Square County Government', 'government', ${COUNTY})`)
  const numbers = await storeTold(test.database, [...half(WEST), ...half(EAST)])
  overdue = [numbers[3]!, numbers[7]!]
  await storeTold(test.database, [
    { filed: '2026-10-31 23:30', due: '2026-11-05 12:00' },
    { filed: '2026-09-02 09:00', due: '2026-09-10 12:00', back: '2026-09-03 12:00', closed: '2026-09-04 12:00' },
    { filed: '2026-09-30 09:00', due: '2026-09-30 18:00', back: '2026-09-30 12:00', closed: '2026-09-30 13:00' },
  ])
})
afterAll(() => test?.close())

const OCTOBER = { period: 'month', day: '2026-10-15', by: 'community', language: 'zh' }
const ask = (format: 'pdf' | 'xlsx', question: Record<string, string>, headers: Record<string, string> = {}) =>
  test.get(`/api/cases/bulletin.${format}?${new URLSearchParams(question)}`, headers)

async function made(
  format: 'pdf' | 'xlsx',
  question: Record<string, string>,
  headers: Record<string, string> = {},
): Promise<Buffer> {
  const response = await ask(format, question, headers)
  const bytes = Buffer.from(await response.arrayBuffer())
  expect(response.status, bytes.toString('utf8', 0, 300)).toBe(200)
  expect(response.headers.get('cache-control')).toBe('no-store')
  return bytes
}

const sheetOf = (book: WorkBook, name: string): Json[][] => utils.sheet_to_json(book.Sheets[name]!, { header: 1, raw: true })
const rowOf = (rows: Json[][], first: string, at = 0): Json[] => rows.find((row) => row[at] === first)!

describe('a period', () => {
  it('is a week from Monday to Sunday, numbered after ISO 8601, a month or a year', () => {
    const today = '2027-03-01'
    expect(countedPeriod('week', '2026-11-22', today)).toMatchObject({ first: '2026-11-16', last: '2026-11-22', isOver: true })
    expect(countedPeriod('week', '2026-11-16', today).before).toEqual({ first: '2026-11-09', last: '2026-11-15' })
    expect(weekOf('2026-11-16')).toEqual([2026, 47])
    expect(weekOf('2027-01-01')).toEqual([2026, 53])
    expect(weekOf('2024-12-31')).toEqual([2025, 1])
    expect(countedPeriod('month', '2026-02-10', today)).toMatchObject({ first: '2026-02-01', last: '2026-02-28' })
    expect(countedPeriod('year', '2026-02-10', today)).toMatchObject({
      first: '2026-01-01',
      before: { first: '2025-01-01', last: '2025-12-31' },
    })
  })

  it('that is not over is counted until yesterday, beside as many days of the one before', () => {
    expect(countedPeriod('week', '2026-11-18', '2026-11-19')).toEqual({
      ...{ kind: 'week', first: '2026-11-16', last: '2026-11-18', isOver: false },
      before: { first: '2026-11-09', last: '2026-11-11' },
    })
    // February has no thirtieth.
    expect(countedPeriod('month', '2027-03-02', '2027-03-31').before).toEqual({ first: '2027-02-01', last: '2027-02-28' })
  })

  it('of which no day is over is refused', () => {
    expect(() => countedPeriod('week', '2026-11-16', '2026-11-16')).toThrow('bulletin_too_early')
  })
})

describe.runIf(hasPoppler)('the bulletin on paper', () => {
  it('says the figures of the period, what they were before, and what they mean', async () => {
    const pdf = await made('pdf', OCTOBER)
    expect(new Set(sizesOf(pdf).map(String))).toEqual(new Set(['210,297']))
    const text = await plainTextOf(pdf)
    for (const wanted of [
      '方县案件处置情况通报',
      '2026年10月（10月1日至10月31日）',
      '制表单位：方县人民政府',
      '本期立案9件，应结案8件，已结案6件，结案率75.00%（下降25.00个百分点），按期结案率50.00%，按期处置率75.00%',
      '↑增加7（350.0%）',
      '上期2',
      '上期100.00%',
      '↓下降25.00个百分点',
      '退回率',
      '22.22%',
      '结案率＝结案数÷应结案数',
      '第1页',
    ])
      expect(text).toContain(wanted)
  })

  it('has a rank shared by equals, and none for whom nothing was due', async () => {
    const rows = (await textOf(await made('pdf', OCTOBER))).split('\n')
    const ranked = rows.filter((row) => /^\s*\d+\s+[西东]村\s/.test(row)).map((row) => row.trim().split(/\s+/).slice(0, 5))
    expect(ranked).toEqual([
      ['1', '西村', '5', '4', '3'],
      ['1', '东村', '4', '4', '3'],
    ])
  })

  it('names by their numbers what is open and overdue, the oldest first', async () => {
    const text = await textOf(await made('pdf', OCTOBER))
    expect(text.match(/\d{8}-\d{6}/g)).toEqual(overdue)
    expect(text.replace(/\s+/g, '')).toContain('超期未结案件（2件）')
  })

  it('is drawn without a picture, in English too, and the same to the byte', async () => {
    const english = { ...OCTOBER, language: 'en' }
    const [one, other] = [await made('pdf', english), await made('pdf', english)]
    expect(one.equals(other)).toBe(true)
    expect(one.toString('latin1')).not.toMatch(/\/Subtype\s*\/Image/)
    const text = (await textOf(one)).replace(/\s+/g, ' ')
    for (const wanted of ['Bulletin of cases: Square County', 'October 2026', 'Ranking by community', '75.00%', 'Page 1 of'])
      expect(text).toContain(wanted)
    expect(text).not.toMatch(/[一-鿿]村/)
  })

  it('names the scheme and level whose grids it ranks', async () => {
    const text = await plainTextOf(await made('pdf', { ...OCTOBER, by: 'grid', scheme: 'squares', level: '1' }))
    for (const wanted of ['按方格一级排名', `格${WEST}`]) expect(text).toContain(wanted)
  })

  it('says so where nothing was filed', async () => {
    const text = await plainTextOf(await made('pdf', { period: 'week', day: '2024-05-05', language: 'zh' }))
    for (const wanted of ['2024年第18周（4月29日至5月5日）', '本期没有立案', '没有超期未结的案件']) expect(text).toContain(wanted)
  })

  it('goes on over pages with many rows, and every one of them is there', async () => {
    const { database } = test
    const units = await database.query<{ id: number }>(sql`
      insert into organisations (name, territory_code)
      select '很长名称的承办单位第' || n || '号（含下属各科室站所）', ${COUNTY} from generate_series(1, 120) as n returning id`)
    const closed = ['2025-12-01 12:00', '2025-03-09 12:00']
    await storeTold(
      database,
      units.map(({ id }, index) => ({
        ...{ organisation: id, filed: '2025-03-05 09:00', due: '2025-03-10 12:00' },
        ...{ back: '2025-03-07 12:00', closed: closed[Math.min(1, index % 3)]! },
      })),
    )
    const pdf = await made('pdf', { period: 'month', day: '2025-03-01', by: 'organisation', language: 'zh' })
    const text = await plainTextOf(pdf)
    expect(sizesOf(pdf).length).toBeGreaterThan(4)
    expect(new Set([...text.matchAll(/承办单位第(\d+)号/g)].map(([, number]) => number)).size).toBe(120)
    expect(text).toContain('120个中立案最多的16个')
    expect(text).toContain('共40件，列超期最久的20件')
  })
})

describe('the workbook', () => {
  it('has totals, ranking and cases, with numbers to calculate with and numbers of cases as texts', async () => {
    const response = await ask('xlsx', OCTOBER)
    expect(response.headers.get('content-disposition')).toContain(encodeURIComponent('方县案件处置情况通报_2026年10月.xlsx'))
    const book = read(Buffer.from(await response.arrayBuffer()))
    expect(book.SheetNames).toEqual(['总表', '排名', '案件'])
    const totals = sheetOf(book, '总表')
    expect(rowOf(totals, '立案数（件）').slice(0, 4)).toEqual(['立案数（件）', 9, 2, 7])
    expect(rowOf(totals, '结案率').slice(0, 4)).toEqual(['结案率', 0.75, 1, -25])
    expect(rowOf(totals, 'C0101')).toEqual(['C0101', expect.any(String), 7, 7 / 9, 2, 6 / 6])
    const ranking = sheetOf(book, '排名')
    expect(rowOf(ranking, '西村', 1).slice(0, 7)).toEqual([1, '西村', 5, 4, 3, 0.75, 0.5])
    expect(rowOf(ranking, '合计', 1).slice(2, 5)).toEqual([9, 8, 6])
    const cases = sheetOf(book, '案件')
    expect(cases[2]!.slice(0, 2)).toEqual(['案卷号', '类别编号'])
    expect(cases.slice(3)).toHaveLength(9)
    expect(rowOf(cases, overdue[0]!)).toEqual(
      expect.arrayContaining([overdue[0], 'E0102', WEST, `区${WEST}`, '2026-10-06 11:00', 22]),
    )
  })

  it('has the grid of each case where it is told by grid, and calculates nothing that somebody wrote', async () => {
    const grids = { ...OCTOBER, by: 'grid', scheme: 'squares', level: '1' }
    await test.database.query(sql`update cases set place = '=1+1' where number = ${overdue[0]!}`)
    const bytes = await made('xlsx', grids)
    const book = read(bytes, { cellFormula: true })
    const row = rowOf(sheetOf(book, '案件'), overdue[0]!)
    expect(row).toEqual(expect.arrayContaining([`${WEST}000`, `格${WEST}`, '=1+1']))
    expect(Object.values(book.Sheets.案件!).filter((cell) => typeof cell === 'object' && 'f' in cell)).toEqual([])
    expect(bytes.equals(await made('xlsx', grids))).toBe(true)
  })
})

describe('whose cases are told', () => {
  it('are those of the reader, by name: of another territory none', async () => {
    const east = await test.signIn([
      { role: 'viewer', territory_code: COUNTY },
      { role: 'supervisor', territory_code: EAST },
    ])
    const book = read(await made('xlsx', OCTOBER, east))
    expect(sheetOf(book, '总表')[0]![0]).toBe('东村案件处置情况通报')
    expect(rowOf(sheetOf(book, '总表'), '立案数（件）')[1]).toBe(4)
    expect(sheetOf(book, '排名').filter((row) => row[1] === '西村')).toEqual([])
    expect(
      sheetOf(book, '案件')
        .slice(3)
        .every((row) => row.includes(EAST)),
    ).toBe(true)
    expect(sheetOf(read(await made('xlsx', { ...OCTOBER, territory: TOWN }, east)), '总表')[0]![0]).toContain('东村')
    for (const format of ['pdf', 'xlsx'] as const)
      expect(await problemOf(await ask(format, { ...OCTOBER, territory: WEST }, east))).toMatchObject({
        status: 403,
        code: 'outside_territory',
      })
  })

  it('are nobody’s who may not read cases', async () => {
    const viewer = await test.signIn([{ role: 'viewer', territory_code: '' }])
    expect(await problemOf(await ask('pdf', OCTOBER, viewer))).toMatchObject({ status: 403, code: 'right_missing' })
  })

  it('are as many as the evaluation says', async () => {
    const told = await test.json('/api/cases/evaluation?from=2026-10-01&to=2026-10-31&by=community')
    const ranking = sheetOf(read(await made('xlsx', OCTOBER)), '排名')
    for (const { name, rank, filed, due, closed, closing_rate } of told.rows)
      expect(rowOf(ranking, name, 1).slice(0, 6)).toEqual([rank, name, filed, due, closed, closing_rate])
  })
})

describe('a bulletin is refused', () => {
  it.each([
    [{ period: 'day' }, 400, 'filter_not_choice', 'period'],
    [{ day: '2026-02-30' }, 400, 'day_invalid', 'day'],
    [{ day: '2099-01-01' }, 400, 'bulletin_too_early', 'day'],
    [{ by: 'county' }, 400, 'filter_not_choice', 'by'],
    [{ by: 'grid' }, 400, 'evaluation_scheme_missing', 'scheme'],
    [{ by: 'grid', scheme: 'squares', level: '0' }, 400, 'evaluation_scheme_missing', 'level'],
    [{ by: 'grid', scheme: 'circles', level: '1' }, 404, 'sheet_scheme_not_found', 'scheme'],
    [{ by: 'grid', scheme: 'squares', level: '3' }, 404, 'sheet_level_not_found', 'level'],
    [{ territory: '4118' }, 400, 'text_invalid', 'territory'],
    [{ territory: '411825999' }, 404, 'sheet_area_not_found', 'territory'],
    [{ subject: 'weather' }, 400, 'filter_not_choice', 'subject'],
    [{ language: 'fr' }, 400, 'filter_not_choice', 'language'],
    [{ lang: 'zh' }, 400, 'unknown_parameter', 'lang'],
  ] as const)('%o with %i %s', async (question, status, code, field) => {
    expect(await problemOf(await ask('pdf', question as Record<string, string>))).toMatchObject({ status, code, field })
  })
})
