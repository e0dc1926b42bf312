// The responsibility map and list, as files: a PDF of lines and letters, and a workbook of texts.
import { read, utils } from '@e965/xlsx'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sql } from '#api/database/sql.ts'
import { startApp, type TestApp } from '../helpers/app.ts'
import { hasPoppler, sizesOf, streamsOf, textOf } from '../helpers/pdf.ts'
import { problemOf } from '../helpers/problems.ts'

let test: TestApp
const TOWN = '411825100'
const GULOU = '411825100001'
const MOBILE = '13900001111'

beforeAll(async () => {
  test = await startApp()
  const { database } = test
  // The demo's own people would stand beside those that the tests know.
  await database.query(sql`delete from assignments`)
  const [organisation] = await database.query<{ id: number }>(sql`
    insert into organisations (name, kind, territory_code, telephone)
    values ('鼓楼社区网格办', 'other', ${GULOU}, '0391-2101234') returning id`)
  await database.query(sql`
    insert into people (name, name_en, organisation_id, mobile) values
      ('欧阳喆', 'Ouyang Zhe', ${organisation!.id}, ${MOBILE}), ('=1+1', null, ${organisation!.id}, null),
      ('+李堃', null, ${organisation!.id}, null), ('书记赵敏', 'Zhao Min', ${organisation!.id}, null)`)
  const assign = (name: string, layer: string, code: string, role: string, standing: string) =>
    database.query(sql`
      insert into assignments (layer, object_id, role, standing, person_id, valid_from)
      select ${layer}, coalesce(
          (select id from grids where ${layer} = 'grids' and code = ${code} and scheme = 'governance'),
          (select id from administrative_areas where ${layer} = 'administrative_areas' and code = ${code})),
        ${role}, ${standing}, id, '2020-01-01' from people where name = ${name}`)
  await assign('欧阳喆', 'grids', `${GULOU}101`, 'grid_leader', 'A')
  await assign('=1+1', 'grids', `${GULOU}101`, 'grid_leader', 'B')
  await assign('+李堃', 'grids', `${GULOU}101`, 'grid_worker_part_time', 'joint')
  await assign('书记赵敏', 'administrative_areas', GULOU, 'jointly_responsible', 'joint')
})
afterAll(() => test.close())

const ask = (format: 'pdf' | 'xlsx', question: Record<string, string>, headers: Record<string, string> = {}) =>
  test.get(`/api/sheets/responsibility.${format}?${new URLSearchParams({ scheme: 'governance', ...question })}`, headers)

async function bytesOf(response: Response): Promise<Buffer> {
  const bytes = Buffer.from(await response.arrayBuffer())
  expect(response.status, bytes.toString('utf8', 0, 300)).toBe(200)
  return bytes
}

const rowsOf = (bytes: Buffer): string[][] => {
  const book = read(bytes)
  return utils.sheet_to_json<string[]>(book.Sheets[book.SheetNames[0]!]!, { header: 1, raw: false, defval: '' })
}

describe('the map', () => {
  it('is a PDF under a Chinese name, of lines and letters and no picture', async () => {
    const response = await ask('pdf', { area: TOWN, level: '2', at: '2026-11-24' })
    expect(response.headers.get('content-type')).toBe('application/pdf')
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(response.headers.get('content-disposition')).toContain(
      `filename*=UTF-8''${encodeURIComponent('责任图_青柏镇_综治网格_2026-11-24.pdf')}`,
    )
    const pdf = await bytesOf(response)
    const raw = pdf.toString('latin1')
    expect(raw.slice(0, 5)).toBe('%PDF-')
    expect(raw.trimEnd().slice(-5)).toBe('%%EOF')
    expect(raw).not.toMatch(/\/Subtype\s*\/Image/)
    expect(raw).toMatch(/\/FontFile[23]/)
    expect(raw).toMatch(/\/FontName\s*\/[A-Z]{6}\+NotoSansSC/)
    // The font alone has ten million bytes.
    expect(pdf.length).toBeLessThan(600_000)
    const paths =
      streamsOf(pdf)
        .join('\n')
        .match(/-?[\d.]+ -?[\d.]+ l\b/g) ?? []
    expect(paths.length).toBeGreaterThan(500)
  })

  it.runIf(hasPoppler)(
    'says title, scale, date, who is responsible and what is vacant, in letters that can be searched',
    async () => {
      const text = await textOf(await bytesOf(await ask('pdf', { area: GULOU, level: '3' })))
      for (const wanted of [
        '鼓楼社区综治网格责任图',
        '图例',
        '比例尺 1:',
        '制图日期',
        '数据截止',
        '内部使用',
        '北',
        '欧阳喆',
        '空缺',
        '书记赵敏',
      ])
        expect(text).toContain(wanted)
      expect(text).toContain('制图单位：鼓楼社区居民委员会')
      expect(text).toContain('411825100001101')
      expect(text).toMatch(/第\s*1\s*页\s*共\s*1\s*页/)
      expect(text).toContain('中央经线114°E')
    },
  )

  it.runIf(hasPoppler)('is English where that is asked for', async () => {
    const response = await ask('pdf', { area: GULOU, level: '3', lang: 'en' })
    expect(response.headers.get('content-language')).toBe('en')
    const text = await textOf(await bytesOf(response))
    for (const wanted of [
      'Responsibility Map of Gulou Community',
      'Legend',
      'Scale 1:',
      'Ouyang Zhe',
      'Vacant',
      'For internal use',
    ])
      expect(text).toContain(wanted)
  })

  it('is the same to the byte when nothing has changed', async () => {
    const [one, other] = [await ask('pdf', { area: GULOU }), await ask('pdf', { area: GULOU })]
    expect((await bytesOf(one)).equals(await bytesOf(other))).toBe(true)
  })

  it('comes on the paper that was asked for', async () => {
    const sizeOf = async (question: Record<string, string>) => sizesOf(await bytesOf(await ask('pdf', question)))[0]
    expect(await sizeOf({ area: GULOU, paper: 'A3', orientation: 'landscape' })).toEqual([420, 297])
    expect(await sizeOf({ area: GULOU, orientation: 'portrait' })).toEqual([210, 297])
  })

  it.each([
    { area: '411825' },
    { area: TOWN, scheme: 'fire' },
    { area: TOWN, level: '1' },
    { area: TOWN, level: '3', paper: 'A3' },
  ])('is drawn for $area $scheme $level', async (question) => {
    expect((await bytesOf(await ask('pdf', question))).length).toBeGreaterThan(20_000)
  })
})

describe('the approval number', () => {
  it.runIf(hasPoppler)('stands on the map where there is one, in place of the note that it is for internal use', async () => {
    const approved = await startApp({ approvalNumber: '豫S（2026）099号' })
    try {
      const response = await approved.get(`/api/sheets/responsibility.pdf?area=${GULOU}&scheme=governance`)
      const text = await textOf(await bytesOf(response))
      expect(text).toContain('审图号：豫S（2026）099号')
      expect(text).not.toContain('内部使用')
    } finally {
      await approved.close()
    }
  })
})

describe('the workbook', () => {
  it('has the same list: title, header, a row for each grid, and what is vacant in words', async () => {
    const response = await ask('xlsx', { area: GULOU, level: '3', at: '2026-11-24' })
    expect(response.headers.get('content-type')).toBe('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
    expect(response.headers.get('content-disposition')).toContain(
      encodeURIComponent('责任一览表_鼓楼社区_综治网格_2026-11-24.xlsx'),
    )
    const rows = rowsOf(await bytesOf(response))
    expect(rows[0]![0]).toBe('鼓楼社区综治网格责任一览表')
    expect(rows[2]!.slice(0, 9)).toEqual([
      '序号',
      '网格编码',
      '网格名称',
      '级别',
      '户数',
      '人口',
      '网格长（A岗）',
      'B岗',
      '网格员（专/兼职）',
    ])
    const [count] = await test.database.query<{ count: number }>(
      sql`select count(*) from grids where scheme = 'governance' and level = 3 and code like ${`${GULOU}%`}`,
    )
    expect(rows.length - 3).toBe(count!.count)
    expect(rows[3]!.slice(0, 3)).toEqual(['1', `${GULOU}101`, '鼓楼社区第一网格1号'])
    expect(rows[3]).toContain('书记赵敏')
    expect(rows[3]![6]).toBe('欧阳喆')
    expect(rows[4]![6]).toBe('空缺')
  })

  it('keeps codes and everything else that is written as text, and calculates nothing', async () => {
    const bytes = await bytesOf(await ask('xlsx', { area: GULOU, level: '3' }))
    const book = read(bytes, { cellFormula: true, cellNF: true })
    const sheet = book.Sheets[book.SheetNames[0]!]!
    const cells = Object.entries(sheet).filter(([address]) => !address.startsWith('!'))
    expect(cells.filter(([, cell]) => cell.f !== undefined)).toEqual([])
    expect(sheet.B4).toMatchObject({ t: 's', v: `${GULOU}101` })
    expect(sheet.H4).toMatchObject({ t: 's', v: '=1+1' })
    expect(sheet.I4.v).toBe('+李堃（兼）')
    expect(sheet.E4.t).toBe('n')
    const files = unzipSync(bytes)
    const markup = Object.entries(files).map(([name, content]) => [name, Buffer.from(content).toString('utf8')] as const)
    expect(markup.filter(([name, text]) => name.startsWith('xl/worksheets/') && /<f[ >]/.test(text))).toEqual([])
    const [, page] = markup.find(([name]) => name === 'xl/worksheets/sheet1.xml')!
    const [, workbook] = markup.find(([name]) => name === 'xl/workbook.xml')!
    expect(workbook).toContain(`'责任一览表'!$3:$3`)
    expect(page).toContain('state="frozen"')
    expect(page).toMatch(/<pageSetup [^>]*paperSize="9"[^>]*orientation="landscape"/)
  })

  it('lists trades, which have no place on the map', async () => {
    const rows = rowsOf(await bytesOf(await ask('xlsx', { area: TOWN, level: '2' })))
    expect(rows.filter((row) => row[3]!.includes('B类')).length).toBeGreaterThan(0)
  })
})

describe('mobile numbers', () => {
  it('leave the server only for those who may see them', async () => {
    const viewer = await test.signIn([{ role: 'viewer', territory_code: '' }])
    const planner = await test.signIn([{ role: 'planner', territory_code: TOWN }])
    const neighbour = await test.signIn([{ role: 'planner', territory_code: '411825200' }])
    const rowsFor = async (headers: Record<string, string>) =>
      JSON.stringify(rowsOf(await bytesOf(await ask('xlsx', { area: GULOU, level: '3' }, headers))))
    expect(await rowsFor(planner)).toContain(MOBILE)
    for (const one of [viewer, neighbour]) {
      expect(await rowsFor(one)).not.toContain(MOBILE)
      expect(await rowsFor(one)).not.toContain('手机')
      expect(await rowsFor(one)).toContain('0391-2101234')
    }
    if (!hasPoppler) return
    const textFor = async (headers: Record<string, string>) =>
      textOf(await bytesOf(await ask('pdf', { area: GULOU, level: '3' }, headers)))
    expect(await textFor(planner)).toContain(MOBILE)
    expect(await textFor(viewer)).not.toContain(MOBILE)
  })
})

describe('a sheet is refused', () => {
  it.each([
    [{ area: '' }, 400, 'sheet_area_invalid'],
    [{ area: '4118251' }, 400, 'sheet_area_invalid'],
    [{ area: '999999' }, 404, 'sheet_area_not_found'],
    [{ area: TOWN, at: '1990-01-01' }, 404, 'sheet_area_not_found'],
    [{ area: TOWN, at: '2026-02-30' }, 400, 'day_invalid'],
    [{ area: TOWN, scheme: 'nothing' }, 404, 'sheet_scheme_not_found'],
    [{ area: TOWN, scheme: '' }, 400, 'text_invalid'],
    [{ area: TOWN, level: '0' }, 400, 'sheet_level_invalid'],
    [{ area: TOWN, level: '1e0' }, 400, 'sheet_level_invalid'],
    [{ area: TOWN, level: '7' }, 404, 'sheet_level_not_found'],
    [{ area: TOWN, paper: 'A5' }, 400, 'sheet_paper_unknown'],
    [{ area: TOWN, orientation: 'up' }, 400, 'sheet_orientation_unknown'],
    [{ area: TOWN, lang: 'fr' }, 400, 'sheet_language_unknown'],
    [{ area: TOWN, title: '' }, 400, 'text_invalid'],
    [{ area: TOWN, colour: 'red' }, 400, 'unknown_parameter'],
    [{ area: GULOU, scheme: 'fire', level: '1' }, 422, 'sheet_without_grids'],
  ] as const)('%o with %i %s', async (question, status, code) => {
    for (const format of ['pdf', 'xlsx'] as const) {
      const problem = await problemOf(await ask(format, question as never))
      expect(problem).toMatchObject({ status, code })
    }
  })

  it('to those who have not signed in', async () => {
    const response = await fetch(`${test.url}/api/sheets/responsibility.pdf?area=${TOWN}&scheme=governance`)
    expect((await problemOf(response)).code).toBe('not_signed_in')
  })
})
