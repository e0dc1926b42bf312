// What is put up at a river and what is read at a month's end: the signboard of a segment, the month's sheet of the chiefs.
import { execFileSync } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { read, utils, type WorkBook } from '@e965/xlsx'
import { decode } from 'fast-png'
import decodeQR from 'qr/decode.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sql } from '#api/database/sql.ts'
import { alongLine } from '#api/prints/rivers/signboard/draw_course.ts'
import { type Json, startApp, type TestApp } from '../helpers/app.ts'
import { COUNTY, EAST, TOWN, WEST } from '../helpers/damage.ts'
import { hasPoppler, plainTextOf, sizesOf, textOf } from '../helpers/pdf.ts'
import { problemOf } from '../helpers/problems.ts'
import { type RiverTown, storeRiverTown } from '../helpers/rivers.ts'
import { assign, idOf } from '../helpers/square_town.ts'
import { storeTold } from '../helpers/told_cases.ts'

let test: TestApp
let town: RiverTown

beforeAll(async () => {
  test = await startApp({ demo: false })
  town = await storeRiverTown(test)
  const { database } = test
  await database.query(sql`
    update administrative_areas set name = case code when ${WEST} then '西村' when ${EAST} then '东村' when ${TOWN} then '方镇' else '方县' end`)
  await database.query(sql`
    update river_segments set water_class_target = 'III', start_place = '方桥', name_en = 'Square River, West' where id = ${town.west}`)
  await database.query(sql`
    insert into posts (organisation_id, name, name_en) select organisation_id, '村支书', 'Village secretary' from people where id = ${town.people.west}`)
  await database.query(sql`
    insert into tenures (post_id, person_id, valid_from) select id, ${town.people.west}::integer, '2025-01-01' from posts`)
  await storeMonth()
})
afterAll(() => test?.close())

async function board(
  segment: number,
  question: Record<string, string> = {},
  headers: Record<string, string> = {},
): Promise<Buffer> {
  const response = await test.get(`/api/rivers/segments/${segment}/signboard.pdf?${new URLSearchParams(question)}`, headers)
  const bytes = Buffer.from(await response.arrayBuffer())
  expect(response.status, bytes.toString('utf8', 0, 300)).toBe(200)
  expect(response.headers.get('content-type')).toBe('application/pdf')
  return bytes
}

/** What a reader of QR codes finds on the first page. */
async function scanned(pdf: Buffer): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'jiangli-board-'))
  await writeFile(join(folder, 'board.pdf'), pdf)
  execFileSync('pdftoppm', ['-r', '60', '-png', '-singlefile', join(folder, 'board.pdf'), join(folder, 'board')])
  const { width, height, data, channels } = decode(await readFile(join(folder, 'board.png')))
  await rm(folder, { recursive: true })
  // The lower right quarter: readers take the first pattern of squares that they meet.
  const [left, top] = [Math.floor(width * 0.7), Math.floor(height * 0.7)]
  const [w, h] = [width - left, height - top]
  const pixels = new Uint8Array(w * h * 4).fill(255)
  for (let y = 0; y < h; y++)
    for (let x = 0; x < w; x++)
      for (let c = 0; c < 3; c++)
        pixels[(y * w + x) * 4 + c] = Number(data[((y + top) * width + x + left) * channels + (channels < 3 ? 0 : c)])
  return decodeQR({ width: w, height: h, data: pixels })
}

describe.runIf(hasPoppler)('the signboard of a segment', () => {
  it('says river and segment, where it begins and ends, its chiefs with post and office, duties, targets and whom to ring up', async () => {
    const text = await plainTextOf(await board(town.west, { language: 'zh' }))
    for (const wanted of [
      '方河河长公示牌',
      '方河1段',
      '方桥（K0+000）',
      'K1+000',
      '1.00千米',
      '县级河长县河长方格站',
      '镇级河长镇河长方格站',
      '村级河长西河长方格站村支书0391-1',
      '村级河长每周不少于1次',
      '水质达到Ⅲ类（GB3838-2002）',
      '水面无漂浮物',
      '监督电话',
      '12345',
      '比例尺1:',
      '下游：方河2段',
      '起点K0+000方桥',
    ])
      expect(text.replaceAll('III', 'Ⅲ')).toContain(wanted)
  })

  it('names the office to which cases of rivers fall, and the nearest of several', async () => {
    const { database } = test
    const office = async (name: string, territory_code: string, telephone: string | null) => {
      const [row] = await database.query<{ id: number }>(sql`
        insert into organisations (name, kind, territory_code, telephone) values (${name}, 'department', ${territory_code}, ${telephone}) returning id`)
      return row!.id
    }
    const duty = (territory_code: string, id: number) =>
      database.query(
        sql`insert into case_departments (duty, territory_code, organisation_id) values ('water', ${territory_code}, ${id}::integer)`,
      )
    await office('方县水利局', COUNTY, '0391-2222')
    expect(await plainTextOf(await board(town.west))).toContain('受理单位：方县水利局0391-2222')
    await duty(TOWN, await office('方镇水利站', TOWN, '0391-3333'))
    expect(await plainTextOf(await board(town.west))).toContain('受理单位：方镇水利站0391-3333')
    // A number is needed: an office without one is of no use on a board.
    await duty(WEST, await office('西村水管站', WEST, null))
    expect(await plainTextOf(await board(town.west))).toContain('0391-3333')
  })

  it('never has a personal number, whoever prints it, and says which level is vacant', async () => {
    const leaving = await plainTextOf(await board(town.west, {}, town.office))
    expect(leaving).not.toMatch(/1380000000\d/)
    await test.database.query(sql`update people set left_on = '2026-01-01' where id = ${town.people.town}`)
    expect(await plainTextOf(await board(town.west))).toContain('镇级河长暂缺')
    await test.database.query(sql`update people set left_on = null where id = ${town.people.town}`)
  })

  it('tells parts of a segment that have chiefs of their own, the head chief and the police', async () => {
    const { database } = test
    const police = await assign(database, {
      ...{ layer: 'river_segments', object_id: town.east, role: 'river_police', person_id: town.people.county },
      stretch: [1000, 1400],
    })
    const head = await assign(database, {
      ...{ layer: 'administrative_areas', object_id: await idOf(database, 'administrative_areas', COUNTY) },
      ...{ role: 'head_river_chief', person_id: town.people.county },
    })
    const text = await plainTextOf(await board(town.east))
    expect(text).toContain('总河长县河长')
    expect(text).toMatch(/河道警长（K1\+000至K1\+400）县河长|河道警长.*K1\+000至K1\+400/)
    expect(text).toContain('上游：方河1段')
    await database.query(sql`delete from assignments where id in (${police}::integer, ${head}::integer)`)
  })

  it('has a code that leads to the segment in the console', async () => {
    expect(await scanned(await board(town.east))).toBe(`${test.url}/?work=rivers&river=${town.east}`)
  })

  it('comes on three sizes across, in two languages, with vectors only, and the same to the byte', async () => {
    for (const [size, wanted] of [
      ['A1', [841, 594]],
      ['A2', [594, 420]],
      ['A3', [420, 297]],
    ] as const)
      expect(sizesOf(await board(town.west, { size }))).toEqual([wanted])
    const [one, other] = [await board(town.west, { language: 'en' }), await board(town.west, { language: 'en' })]
    expect(one.equals(other)).toBe(true)
    expect(one.toString('latin1')).not.toMatch(/\/Subtype\s*\/Image/)
    const text = await textOf(one)
    for (const wanted of [
      'Square River, West',
      'Village chief',
      'Village secretary',
      'Water of class III',
      'Telephone for complaints',
    ])
      expect(text).toContain(wanted)
    // What browsers call Chinese.
    expect(await plainTextOf(await board(town.west, { language: 'zh-CN' }))).toContain('河长公示牌')
  })

  it('goes on where a segment has more chiefs than there is room for', async () => {
    const { database } = test
    const people = await database.query<{ id: number }>(sql`
      insert into people (name, organisation_id)
      select '欧阳很长的名字' || n, organisation_id from people, generate_series(1, 60) as n where people.id = ${town.people.west} returning people.id`)
    for (const { id } of people)
      await assign(database, {
        layer: 'river_segments',
        object_id: town.east,
        role: 'river_police',
        standing: 'joint',
        person_id: id,
      })
    const pdf = await board(town.east)
    expect(sizesOf(pdf)).toHaveLength(1)
    expect(await plainTextOf(pdf)).toMatch(/另有\d+人，扫码查看/)
    await database.query(sql`delete from assignments where role = 'river_police'`)
  })
})

describe('a line', () => {
  it('is followed step by step, also around corners and over points that coincide', () => {
    const line = [
      [0, 0],
      [4, 0],
      [4, 0],
      [4, 4],
    ] as const
    expect(alongLine(line, 4).map(({ at }) => at)).toEqual([
      [2, 0],
      [4, 2],
    ])
    expect(alongLine([[1, 1]], 1)).toEqual([])
  })
})

/*
 * September 2026: four Sundays end a week, so four patrols are owed of each segment.
 *   west   every week walked       4 of 4     a case, closed in time
 *   east   two weeks walked        2 of 4     a case, open and overdue
 */
async function storeMonth(): Promise<void> {
  const { database } = test
  const walk = (segment: number, day: string) =>
    database.query(sql`
      insert into patrols (client_id, digest, segment_id, level, account_name, rule_id, started_at, ended_at, clock_state, points, minutes, walked_m,
        covered_m, covered_percent, covered, gaps, flags, shortfalls, is_valid)
      select gen_random_uuid(), 'x', ${segment}::integer, 'village', '员', id, ${`${day}T09:00:00+08:00`}::text::timestamptz,
        ${`${day}T10:00:00+08:00`}::text::timestamptz, 'right', 10, 60, 1000, 1000, 100, '[]', '[]', '[]', '[]', true
      from patrol_rules where level = 'village'`)
  for (const day of ['2026-09-01', '2026-09-08', '2026-09-15', '2026-09-22']) await walk(town.west, day)
  for (const day of ['2026-09-01', '2026-09-15']) await walk(town.east, day)
  const due = { filed: '2026-09-03 09:00', due: '2026-09-10 12:00', kind: 'R0201' }
  await storeTold(database, [
    { ...due, community: WEST, segment: town.west, back: '2026-09-04 09:00', closed: '2026-09-05 09:00' },
    { ...due, community: EAST, segment: town.east },
  ])
}

const SEPTEMBER = { month: '2026-09', by: 'village', language: 'zh' }
const ask = (format: 'pdf' | 'xlsx', question: Record<string, string>, headers: Record<string, string> = {}) =>
  test.get(`/api/rivers/month.${format}?${new URLSearchParams(question)}`, headers)

async function month(format: 'pdf' | 'xlsx', question: Record<string, string> = SEPTEMBER, headers: Record<string, string> = {}) {
  const response = await ask(format, question, headers)
  const bytes = Buffer.from(await response.arrayBuffer())
  expect(response.status, bytes.toString('utf8', 0, 300)).toBe(200)
  return bytes
}

const sheetOf = (book: WorkBook, name: string): Json[][] => utils.sheet_to_json(book.Sheets[name]!, { header: 1, raw: true })
const rowOf = (rows: Json[][], first: string, at = 0): Json[] => rows.find((row) => row[at] === first)!

describe.runIf(hasPoppler)('the month’s sheet of the river chiefs', () => {
  it('sums the month up, ranks, and lists what was patrolled less than owed', async () => {
    const pdf = await month('pdf')
    const text = await plainTextOf(pdf)
    for (const wanted of [
      '方县河长制月报',
      '2026年9月村级河长',
      '2个河段应巡河8次，按期完成6次，巡河率75.00%，1段欠巡。河湖问题立案2件，应结案2件，已结案1件，结案率50.00%，按期结案率50.00%。排名第一的是西村。',
      '未按规定巡河的河段（1段）',
      '巡河率＝按期巡河次数÷应巡河次数',
    ])
      expect(text).toContain(wanted)
    const rows = (await textOf(pdf)).split('\n').map((row) => row.trim().split(/\s+/))
    expect(rows.filter(([, name]) => name === '西村' || name === '东村').map((row) => row.slice(0, 6))).toEqual([
      ['1', '西村', '1', '4', '4', '100.00%'],
      ['2', '东村', '1', '4', '2', '50.00%'],
    ])
    expect((await month('pdf')).equals(pdf)).toBe(true)
  })

  it('is in English and by chief too, and says where nothing was missed', async () => {
    const text = await textOf(await month('pdf', { month: '2026-09', by: 'chief', language: 'en', territory: WEST }))
    for (const wanted of [
      'September 2026, village chiefs',
      'Ranking by chief',
      '西河长',
      'No segment was patrolled less than owed',
    ])
      expect(text.replace(/\s+/g, ' ')).toContain(wanted)
    expect(text).not.toContain('东河长')
  })
})

describe('its workbook', () => {
  it('has the same figures as numbers, and codes as texts', async () => {
    const book = read(await month('xlsx'))
    expect(book.SheetNames).toEqual(['总表', '排名', '欠巡河段'])
    expect(rowOf(sheetOf(book, '总表'), '巡河率').slice(0, 2)).toEqual(['巡河率', 0.75])
    expect(rowOf(sheetOf(book, '排名'), '东村', 1)).toEqual([2, '东村', 1, 4, 2, 0.5, 1, 1, 0, 0, 0])
    expect(sheetOf(book, '欠巡河段').slice(3)).toEqual([
      ['方河2段', `${COUNTY}000002`, '方河', 'K1+000 至 K2+000', '东村', '东河长', 4, 2, 2],
    ])
    expect((await month('xlsx')).equals(await month('xlsx'))).toBe(true)
  })

  it('has only what lies in the reader’s territory', async () => {
    const east = await test.signIn([{ role: 'viewer', territory_code: EAST }])
    const book = read(await month('xlsx', SEPTEMBER, east))
    expect(sheetOf(book, '总表')[0]![0]).toBe('东村河长制月报')
    expect(sheetOf(book, '排名').flat()).not.toContain('西村')
    expect(rowOf(sheetOf(book, '排名'), '合计', 1).slice(2, 5)).toEqual([1, 4, 2])
    for (const format of ['pdf', 'xlsx'] as const)
      expect(await problemOf(await ask(format, { ...SEPTEMBER, territory: WEST }, east))).toMatchObject({
        status: 403,
        code: 'outside_territory',
      })
  })
})

describe('what is refused', () => {
  it.each([
    [{ month: '2026-13' }, 400, 'month_invalid', 'month'],
    [{ month: '2099-01' }, 400, 'month_invalid', 'month'],
    [{ by: 'grid' }, 400, 'filter_not_choice', 'by'],
    [{ level: 'city' }, 400, 'filter_not_choice', 'level'],
    [{ territory: '41' }, 400, 'text_invalid', 'territory'],
    [{ territory: '411899' }, 404, 'sheet_area_not_found', 'territory'],
    [{ language: 'fr' }, 400, 'filter_not_choice', 'language'],
    [{ paper: 'A4' }, 400, 'unknown_parameter', 'paper'],
  ] as const)('a month %o with %i %s', async (question, status, code, field) => {
    expect(await problemOf(await ask('pdf', question as Record<string, string>))).toMatchObject({ status, code, field })
  })

  it('a board of no segment, of one that has ended, of an unknown size, and for who is not signed in', async () => {
    const codeOf = async (path: string, headers = {}) => {
      const { status, code } = await problemOf(await test.get(`/api/rivers/segments/${path}`, headers))
      return [status, code]
    }
    expect(await codeOf('999999/signboard.pdf')).toEqual([404, 'segment_not_found'])
    expect(await codeOf('x/signboard.pdf')).toEqual([404, 'segment_not_found'])
    expect(await codeOf(`${town.west}/signboard.pdf?size=A4`)).toEqual([400, 'filter_not_choice'])
    expect(await codeOf(`${town.west}/signboard.pdf`, { authorization: 'Bearer none' })).toEqual([401, 'not_signed_in'])
    const [ended] = await test.database.query<{ id: number }>(sql`
      insert into river_segments (code, name, river_name, chainage_from_m, chainage_to_m, geom, valid_from, valid_to)
      select ${`${COUNTY}000009`}, '旧段', '方河', 0, 1000, geom, '2025-01-01', '2025-06-01' from river_segments where id = ${town.west} returning id`)
    expect(await codeOf(`${ended!.id}/signboard.pdf`)).toEqual([404, 'segment_not_found'])
  })
})
