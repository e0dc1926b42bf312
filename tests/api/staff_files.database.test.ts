// Lists of people and assignments as files: what goes out comes back in, and what is wrong is refused with row, column and reason.
import * as XLSX from '@e965/xlsx'
import { strToU8, zipSync } from 'fflate'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { sql } from '#api/database/sql.ts'
import { type Json, startApp, type TestApp } from '../helpers/app.ts'
import { storeSquareTown } from '../helpers/square_town.ts'
import { countOf, idOfCode, type Staff, send, storeStaff, upload } from '../helpers/staff.ts'

let test: TestApp
let staff: Staff

const WEST = '411825100001'
const EAST = '411825100002'

beforeAll(async () => {
  test = await startApp({ demo: false })
  await storeSquareTown(test.database)
  staff = await storeStaff(test.database)
})
beforeEach(async () => {
  await test.database.query(sql`delete from assignments`)
  await test.database.query(sql`delete from tenures`)
  await test.database.query(sql`delete from people where code is null or code not like 'N%'`)
})
afterAll(() => test.close())

type CellOf = string | number | { readonly f: string } | { readonly day: number }

function workbook(rows: readonly (readonly CellOf[])[]): Uint8Array {
  const sheet = XLSX.utils.aoa_to_sheet(
    rows.map((row) =>
      row.map((cell) =>
        typeof cell !== 'object' ? cell : 'f' in cell ? { t: 'n', v: 1, f: cell.f } : { t: 'n', v: cell.day, z: 'yyyy-mm-dd' },
      ),
    ),
  )
  const book = XLSX.utils.book_new()
  XLSX.utils.book_append_sheet(book, sheet, '表')
  return XLSX.write(book, { type: 'buffer', bookType: 'xlsx' })
}
const csv = (...lines: string[]): string => lines.join('\r\n')
const importPeople = (file: Uint8Array | string, query = '') => upload(test, `/api/people/import${query}`, file)
const importAssignments = (file: Uint8Array | string, query = '') => upload(test, `/api/assignments/import${query}`, file)

describe('a list of people', () => {
  const HEAD = '工号,姓名,单位,职务/岗位,专兼职,办公电话,手机,离任日期'

  it('adds the new, changes the known, ends who left, and leaves the rest alone', async () => {
    const file = csv(
      HEAD,
      'X1,张三,西社区,网格员、保洁员,专职,0391-1,13912345678,',
      'NW4,W4,西社区,,兼职,,,',
      'NW3,W3,西社区,,,,,2026年3月1日',
      'NW2,W2,西社区,,,,,',
    )
    const preview = await importPeople(file, '?dry_run=true')
    expect(preview.status).toBe(200)
    expect(preview.body).toMatchObject({ dry_run: true, rows: 4, added: 1, changed: 1, ended: 1, unchanged: 1, faults: [] })
    expect(preview.body.preview[0]).toMatchObject({
      row: 2,
      code: 'X1',
      name: '张三',
      posts: ['网格员', '保洁员'],
      employment: 'full_time',
    })
    expect(await countOf(test.database, 'people')).toBe(7)
    expect((await importPeople(file)).status).toBe(201)
    const { people } = await test.json('/api/people?q=X1')
    expect(people[0]).toMatchObject({ name: '张三', mobile: '13912345678', posts: [{ name: '网格员' }, { name: '保洁员' }] })
    expect((await test.json(`/api/people/${staff.person('W3')}`)).left_on).toBe('2026-03-01')
    expect((await importPeople(file)).body).toMatchObject({ added: 0, changed: 0, ended: 0, unchanged: 4 })
    await test.database.query(sql`update people set left_on = null, employment = null`)
  })

  it.each([
    ['UTF-8 without a mark', (text: string) => Buffer.from(text)],
    ['UTF-8 with a mark', (text: string) => Buffer.from(`\ufeff${text}`)],
    [
      'GB18030',
      () =>
        Buffer.from(
          'd0d5c3fb2cb5a5ceba0ad0c2c8cb2cced2c9e7c7f8'.replace('b5a5ceba', 'b5a5cebb').replace('ced2c9e7c7f8', 'cef7c9e7c7f8'),
          'hex',
        ),
    ],
  ])('is read in %s', async (_, encode) => {
    const { body } = await importPeople(encode('姓名,单位\n新人,西社区'), '?dry_run=true')
    expect(body).toMatchObject({ added: 1, faults: [], preview: [{ name: '新人', organisation: '西社区' }] })
  })

  it('knows its columns in English, too', async () => {
    const { body } = await importPeople(csv('Staff number,Name,Organisation,Shoe size', 'Y1,Li Si,西社区,43'), '?dry_run=true')
    expect(body.columns).toEqual([
      { heading: 'Staff number', id: 'code' },
      { heading: 'Name', id: 'name' },
      { heading: 'Organisation', id: 'organisation' },
      { heading: 'Shoe size', id: null },
    ])
    expect(body.added).toBe(1)
  })

  it.each([
    ['a repeated row', csv(HEAD, 'X1,甲,西社区', 'X2,乙,西社区', 'X1,甲,西社区'), 4, 'row_repeated', '工号'],
    ['a name twice without numbers', csv(HEAD, ',甲,西社区', ',甲,西社区'), 3, 'row_repeated', '姓名'],
    ['an organisation that there is not', csv(HEAD, ',甲,北社区'), 2, 'organisation_unknown', '单位'],
    ['no name', csv(HEAD, 'X1,,西社区'), 2, 'cell_empty', '姓名'],
    ['a day that there is not', csv(HEAD, 'X1,甲,西社区,,,,,2026-02-30'), 2, 'day_unreadable', '离任日期'],
    ['a cell that begins with =', csv(HEAD, 'X1,"=HYPERLINK(""http://x"")",西社区'), 2, 'cell_active', '姓名'],
    ['a cell that begins with @', csv(HEAD, 'X1,@甲,西社区'), 2, 'cell_active', '姓名'],
    ['a cell that begins with -', csv(HEAD, 'X1,甲,西社区,-1+1'), 2, 'cell_active', '职务/岗位'],
    ['a cell that begins with a tab', csv(HEAD, 'X1,"\t=1",西社区'), 2, 'cell_active', '姓名'],
    ['an unknown choice', csv(HEAD, 'X1,甲,西社区,,偶尔'), 2, 'choice_unknown', '专兼职'],
    ['a number of somebody else', csv(HEAD, 'NW1,甲,西社区'), 2, 'code_of_other', '工号'],
    ['a number in exponents', csv(HEAD, '4.10882E+14,甲,西社区'), 2, 'code_rounded', '工号'],
  ])('with %s is refused with row, column and reason, and nothing is stored', async (_, file, row, code, column) => {
    const { status, body } = await upload(test, '/api/people/import', file, { headers: { 'accept-language': 'zh' } })
    expect([status, body.code]).toEqual([422, 'rows_refused'])
    expect(body.rows[0]).toMatchObject({ row, code, column })
    expect(await countOf(test.database, 'people')).toBe(7)
    const preview = await importPeople(file, '?dry_run=true')
    expect([preview.status, preview.body.faults[0].code]).toEqual([200, code])
  })

  it('names both rows of a repetition', async () => {
    const { body } = await importPeople(csv(HEAD, 'X1,甲,西社区', 'X1,甲,西社区'))
    expect(body.rows[0].detail).toMatch(/3.*2/)
  })

  it('with a name that several bear is refused until the number is given', async () => {
    await test.database.query(
      sql`insert into people (name, organisation_id) values ('同名', ${staff.west}), ('同名', ${staff.west})`,
    )
    expect((await importPeople(csv(HEAD, ',同名,西社区,,专职'))).body.rows[0].code).toBe('person_ambiguous')
  })

  it('is refused to whom the organisation’s territory is not', async () => {
    const headers = await test.signIn([{ role: 'planner', territory_code: WEST }])
    const { status, body } = await upload(test, '/api/people/import', csv(HEAD, 'X1,甲,西社区', 'X2,乙,东社区'), { headers })
    expect([status, body.rows.length, body.rows[0].row, body.rows[0].code]).toEqual([422, 1, 3, 'outside_territory'])
    expect(await countOf(test.database, 'people')).toBe(7)
  })

  it('in a workbook takes days as serial numbers and refuses formulas', async () => {
    const head = HEAD.split(',')
    const good = await importPeople(workbook([head, ['X1', '甲', '西社区', '', '', '', '', { day: 46_082 }]]), '?dry_run=true')
    expect(good.body.preview[0].left_on).toBe('2026-03-01')
    const { body } = await importPeople(workbook([head, ['X1', { f: 'A1&B1' }, '西社区']]))
    expect(body.rows).toMatchObject([{ row: 2, column: 'Name', code: 'cell_formula' }])
  })

  it.each([
    ['a PDF', () => Buffer.from('%PDF-1.7'), 415, 'file_type_unsupported'],
    ['an old .xls', () => Buffer.from('d0cf11e0a1b11ae1000000000000', 'hex'), 415, 'file_type_unsupported'],
    ['another archive', () => zipSync({ 'a.txt': strToU8('a') }), 415, 'file_type_unsupported'],
    [
      'half a workbook',
      () =>
        workbook([
          ['姓名', '单位'],
          ['甲', '西社区'],
        ]).slice(0, 900),
      422,
      'file_damaged',
    ],
    ['a bomb', () => zipSync({ 'xl/workbook.xml': new Uint8Array(20_000_000) }), 422, 'workbook_bomb'],
    ['nothing', () => Buffer.from(''), 422, 'file_empty'],
    ['headings alone', () => Buffer.from(HEAD), 422, 'file_empty'],
    ['no column of names', () => Buffer.from('工号,单位\n1,西社区'), 422, 'columns_missing'],
    ['a column twice', () => Buffer.from('姓名,姓名,单位\n1,2,3'), 422, 'column_twice'],
    ['quotes that never end', () => Buffer.from('姓名,单位\n"甲,西社区'), 422, 'csv_damaged'],
    ['20,001 rows', () => Buffer.from(`姓名,单位\n${'甲,西社区\n'.repeat(20_001)}`), 422, 'rows_too_many'],
    ['11 MB', () => Buffer.alloc(11 * 1024 * 1024, 'a'), 413, 'body_too_large'],
  ])('that is %s is refused', async (_, file, status, code) => {
    const answer = await importPeople(file())
    expect([answer.status, answer.body.code]).toEqual([status, code])
  })

  it('that comes as no form is refused', async () => {
    expect((await send(test, 'POST', '/api/people/import', {})).status).toBe(415)
  })
})

describe('a list of assignments', () => {
  const HEAD = '图层,网格体系,编码,责任角色,AB岗,工号,姓名,单位,起始日期,终止日期,起点里程,终点里程,备注'
  const grid = `网格,squares,${WEST}100,网格长,A岗`

  it('is stored, once: the second time nothing changes, and another end ends it', async () => {
    const line = (end: string) =>
      csv(HEAD, `${grid},NW1,,,2026/1/1,${end},,,`, '河流,,R1,镇级河长,A岗,,C1,水利局,2026-01-01,,0,K1+200,上段')
    expect((await importAssignments(line(''), '?dry_run=true')).body).toMatchObject({ added: 2, faults: [] })
    expect(await countOf(test.database, 'assignments')).toBe(0)
    expect((await importAssignments(line(''))).status).toBe(201)
    expect((await test.json('/api/assignments?layer=rivers')).assignments[0]).toMatchObject({
      chainage_from_m: 0,
      chainage_to_m: 1200,
      remark: '上段',
      person: { name: 'C1' },
    })
    expect((await importAssignments(line(''))).body).toMatchObject({ added: 0, changed: 0, ended: 0, unchanged: 2 })
    expect((await importAssignments(line('2026年6月1日'))).body).toMatchObject({ added: 0, ended: 1, unchanged: 1 })
    expect((await test.json('/api/assignments?layer=grids&all=true')).assignments[0].valid_to).toBe('2026-06-01')
  })

  it.each([
    ['a code that there is not', `网格,squares,${WEST}999,网格长,A岗,NW1`, 'object_unknown', 'Code'],
    ['a layer that there is not', '城堡,,1,网格长,A岗,NW1', 'choice_unknown', 'Layer'],
    ['a scheme that there is not', `网格,triangles,${WEST}100,网格长,A岗,NW1`, 'scheme_unknown', 'Scheme'],
    ['a role of another layer', `网格,squares,${WEST}100,县级河长,A岗,NW1`, 'role_not_for_layer', 'Role'],
    ['nobody', grid, 'person_unsaid', 'Staff number'],
    ['a person that there is not', `${grid},NX9`, 'person_unknown', 'Staff number'],
    ['an end before the start', `${grid},NW1,,,2026-05-01,2026-05-01`, 'end_before_start', 'Valid to'],
    ['a chainage beyond the river', '河流,,R1,镇级河长,A岗,NC1,,,2026-01-01,,0,9000', 'chainage_outside', 'To chainage'],
    ['a rounded code', '网格,squares,4.11825E+14,网格长,A岗,NW1', 'code_rounded', 'Code'],
  ])('with %s is refused with row and reason', async (_, line, code, column) => {
    const good = `网格,squares,${EAST}100,网格长,A岗,NE1,,,2026-01-01`
    const { status, body } = await importAssignments(csv(HEAD, good, line))
    expect([status, body.rows]).toMatchObject([422, [{ row: 3, code, column }]])
    expect(await countOf(test.database, 'assignments')).toBe(0)
  })

  it('with a repeated row is refused with both numbers', async () => {
    const { body } = await importAssignments(csv(HEAD, `${grid},NW1`, `${grid},NW1`))
    expect(body.rows[0]).toMatchObject({ row: 3, code: 'assignment_twice' })
    expect(body.rows[0].detail).toMatch(/row 2/)
  })

  it('meets who is there already: refused, or replaced where that is asked for', async () => {
    await importAssignments(csv(HEAD, `${grid},NW1,,,2026-01-01`))
    const file = csv(HEAD, `${grid},NW2,,,2026-05-01`)
    expect((await importAssignments(file)).body.rows[0].code).toBe('assignments_overlap')
    expect((await importAssignments(file, '?replace=true')).body).toMatchObject({ added: 1, ended: 1 })
  })

  it('as a workbook takes a code of fifteen digits that is still exact', async () => {
    const rows = [HEAD.split(','), ['网格', 'squares', Number(`${WEST}100`), '网格长', 'A', 'NW1', '', '', { day: 46_023 }]]
    expect((await importAssignments(workbook(rows), '?dry_run=true')).body).toMatchObject({
      added: 1,
      preview: [{ code: `${WEST}100`, valid_from: '2026-01-01' }],
    })
  })
})

describe('an export', () => {
  const download = async (path: string, headers: Record<string, string> = {}) =>
    Buffer.from(await (await test.get(path, { 'accept-language': 'zh', ...headers })).arrayBuffer())

  it.each(['xlsx', 'csv'])('of people as %s comes back in without a change', async (format) => {
    await importPeople(csv('工号,姓名,单位,职务/岗位', 'NW1,W1,西社区,网格员、安全员'))
    const file = await download(`/api/people/export?format=${format}`)
    if (format === 'csv') expect([...file.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    expect((await importPeople(file)).body).toMatchObject({ rows: 7, added: 0, changed: 0, ended: 0, unchanged: 7 })
  })

  it.each(['xlsx', 'csv'])('of assignments as %s comes back in without a change', async (format) => {
    const river = await idOfCode(test.database, 'rivers', 'R1')
    const grid = await idOfCode(test.database, 'grids', `${WEST}100`)
    for (const [role, object] of [
      ['grid_leader', { layer: 'grids', id: grid }],
      ['river_chief_town', { layer: 'rivers', id: river, chainage_from_m: 10.123456, chainage_to_m: 900.5 }],
      ['river_chief_county', { layer: 'rivers', id: river }],
    ] as const)
      await send(test, 'POST', '/api/assignments', {
        role,
        standing: 'A',
        person_id: staff.person('C1'),
        valid_from: '2026-01-01',
        remark: 'x',
        objects: [object],
      })
    const file = await download(`/api/assignments/export?format=${format}`)
    expect((await importAssignments(file)).body).toMatchObject({ rows: 3, added: 0, changed: 0, ended: 0, unchanged: 3 })
  })

  it('calculates nothing, whatever a cell says', async () => {
    await test.database.query(
      sql`insert into people (code, name, organisation_id, telephone) values ('=1+1', '@SUM(A1)', ${staff.west}, '+86 391 1')`,
    )
    const text = (await download('/api/people/export?format=csv')).toString()
    expect(text).toContain("'=1+1,'@SUM(A1)")
    expect(text).toContain("'+86 391 1")
    expect((await importPeople(text)).body).toMatchObject({ unchanged: 8, changed: 0 })
    const book = XLSX.read(await download('/api/people/export'), { cellFormula: true })
    const cells = Object.values(book.Sheets[book.SheetNames[0]!]!).filter((cell: Json) => cell?.v === '=1+1') as Json[]
    expect(cells).toMatchObject([{ t: 's' }])
    expect(cells[0]).not.toHaveProperty('f')
  })

  it('holds mobile numbers as far as the right reaches, and leaves an entry in the record', async () => {
    const planner = await test.signIn([{ role: 'planner', territory_code: WEST }])
    const text = (await download('/api/people/export?format=csv', planner)).toString()
    expect(text.match(/NW1.*1380/)).not.toBeNull()
    expect(text.match(/NE1.*1380/)).toBeNull()
    const viewer = await test.signIn([{ role: 'viewer', territory_code: '' }])
    expect((await download('/api/people/export?format=csv', viewer)).includes('1380')).toBe(false)
    const [entry] = await test.database.query<Json>(
      sql`select action, subject, after from audit_entries where action = 'export' order by id desc limit 1`,
    )
    expect(entry).toMatchObject({ action: 'export', subject: 'people', after: { rows: 7, format: 'csv' } })
  })

  it('knows its formats', async () => {
    expect((await send(test, 'GET', '/api/people/export?format=pdf')).body.code).toBe('sheet_format_unknown')
  })
})
