// What is printed for emergencies: the book of water sources, the village's poster, the sheet of an incident.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sql } from '#api/database/sql.ts'
import { composeIncident } from '#api/prints/incident/compose.ts'
import type { IncidentSubject, Position } from '#api/prints/incident/content.ts'
import { SheetThread } from '#api/sheets/thread.ts'
import { type Json, startApp, type TestApp } from '../helpers/app.ts'
import { INCIDENT, lineOf, storeEmergencyTown } from '../helpers/emergency_town.ts'
import { circlesOf, hasPoppler, pagesOf, plainTextOf, sizesOf, textOf, wordsOf } from '../helpers/pdf.ts'
import { problemOf } from '../helpers/problems.ts'
import { assign, idOf, placeOf, storePerson } from '../helpers/square_town.ts'

let test: TestApp
const TOWN = '411825100'
const GULOU = '411825100001'
const MOBILE = '13900002222'

beforeAll(async () => {
  test = await startApp()
})
afterAll(() => test.close())

async function print(path: string, question: Record<string, string>, headers: Record<string, string> = {}): Promise<Buffer> {
  const response = await test.get(`/api/emergency/${path}?${new URLSearchParams(question)}`, headers)
  const bytes = Buffer.from(await response.arrayBuffer())
  expect(response.status, bytes.toString('utf8', 0, 300)).toBe(200)
  expect(response.headers.get('content-type')).toBe('application/pdf')
  return bytes
}

interface Listed {
  readonly number: number
  readonly page: number
  readonly square: string
  readonly code: string
}

/** Rows of the list, by their number, page and square, and code. */
const listed = (text: string): Listed[] =>
  [...text.matchAll(/^\s*(\d+)\s+(\d+)-([A-I]\d)\s+(\S+)/gm)].map(([, number, page, square = '', code = '']) => ({
    number: Number(number),
    page: Number(page),
    square,
    code,
  }))

const codesIn = async (territory: string): Promise<string[]> =>
  (
    await test.database.query<{ code: string }>(sql`
      with area as (select geom from administrative_areas where code = ${territory} and valid_to is null)
      select code from area join hydrants on ST_Intersects(area.geom, hydrants.geom) where record_state = 'normal'
      union all
      select code from area join water_sources on ST_Intersects(area.geom, water_sources.geom) where record_state = 'normal'
      order by 1`)
  ).map(({ code }) => code)

/** The frame of a map page on A4, and the radius of a symbol on it, in millimetres. */
const FRAME = { x: 13.5, y: 23.5, width: 240, height: 160 }
const RADIUS = 1.75

describe.runIf(hasPoppler)('the book of water sources', () => {
  it('has one sheet size, an index, and lists every source on the books once', async () => {
    const pdf = await print('water-book', { territory: TOWN })
    expect(new Set(sizesOf(pdf).map(String))).toEqual(new Set(['297,210']))
    const text = await textOf(pdf)
    expect(text).toContain('青柏镇消防水源手册')
    expect(text).toContain('有效期至')
    const rows = listed(text)
    expect(rows.map(({ code }) => code).sort()).toEqual(await codesIn(TOWN))
    expect(rows.map(({ number }) => number)).toEqual(rows.map((_, index) => index + 1))
    expect(pdf.toString('latin1')).not.toMatch(/\/Subtype\s*\/Image/)
  })

  it('has each hydrant on the page and in the square that the list says, with its number beside it', async () => {
    const pdf = await print('water-book', { territory: TOWN })
    const [text, words] = [await textOf(pdf), await wordsOf(pdf)]
    const drawn = pagesOf(pdf)
    expect(drawn).toHaveLength(words.length)
    const rows = listed(text)
    const hydrants = new Set(
      (await test.database.query<{ code: string }>(sql`select code from hydrants`)).map(({ code }) => code),
    )
    let checked = 0
    for (const page of new Set(rows.map((row) => row.page))) {
      const index = words.findIndex((all) => all.some((word) => word.text === `第${page}幅`) || pageTitle(all) === page)
      expect(index, `map page ${page}`).toBeGreaterThan(0)
      const own = rows.filter((row) => row.page === page && hydrants.has(row.code))
      const circles = circlesOf(drawn[index]!, RADIUS).slice(-own.length)
      own.forEach(({ number, square }, at) => {
        const [x, y] = circles[at]!
        const [right, down] = [x - FRAME.x, y - FRAME.y]
        expect(`${String.fromCharCode(65 + Math.floor(right / 40))}${Math.floor(down / 40) + 1}`).toBe(square)
        const nearest = Math.min(
          ...words[index]!.filter((word) => word.text === String(number)).map((word) => Math.hypot(word.x - x, word.y - y)),
        )
        expect(nearest).toBeLessThan(24)
        checked++
      })
    }
    expect(checked).toBe(rows.filter(({ code }) => hydrants.has(code)).length)
  })

  it('is true to its scale: two hydrants are as far apart on paper as on the ground', async () => {
    const pdf = await print('water-book', { territory: TOWN })
    const [text, words, drawn] = [await textOf(pdf), await wordsOf(pdf), pagesOf(pdf)]
    const rows = listed(text)
    const places = new Map(
      (await test.database.query<{ code: string; place: string }>(sql`select code, ST_AsText(geom) as place from hydrants`)).map(
        ({ code, place }) => [code, place],
      ),
    )
    let checked = 0
    for (const [index, all] of words.entries()) {
      const page = pageTitle(all)
      if (page === undefined) continue
      const scale = Number(/1:(\d+)/.exec(all.map((word) => word.text).join(' '))![1])
      const own = rows.filter((row) => row.page === page && places.has(row.code))
      if (own.length < 2) continue
      const circles = circlesOf(drawn[index]!, RADIUS).slice(-own.length)
      const [first, last] = [own[0]!, own.at(-1)!]
      const [ground] = await test.database.query<{ metres: number }>(sql`
        select ST_Distance(ST_GeomFromText(${places.get(first.code)!}, 4326)::geography,
          ST_GeomFromText(${places.get(last.code)!}, 4326)::geography) as metres`)
      const [one, other] = [circles[0]!, circles.at(-1)!]
      const onPaper = (Math.hypot(one[0] - other[0], one[1] - other[1]) * scale) / 1000
      // A hundredth of a millimetre on paper, and what the plane of a zone stretches.
      expect(Math.abs(onPaper - ground!.metres)).toBeLessThan(0.01 * (scale / 1000) + ground!.metres * 0.0005)
      checked++
    }
    expect(checked).toBeGreaterThan(1)
  })

  it('holds as long as was asked for, else a year, and is in English where that is asked for', async () => {
    const text = await textOf(await print('water-book', { territory: TOWN, expires: '2099-03-01', lang: 'en' }))
    expect(text).toContain('Fire Water Book of Qingbai Town')
    expect(text.match(/Valid until 1 March 2099/g)!.length).toBeGreaterThan(2)
  })

  it('says so where there is no water at all', async () => {
    const bare = await startApp()
    try {
      await bare.database.query(sql`delete from hydrants`)
      await bare.database.query(sql`delete from water_sources`)
      const response = await bare.get(`/api/emergency/water-book?territory=${GULOU}`)
      const pdf = Buffer.from(await response.arrayBuffer())
      expect(sizesOf(pdf)).toHaveLength(1)
      expect(await plainTextOf(pdf)).toContain('没有登记在册的消防水源')
    } finally {
      await bare.close()
    }
  })

  it('has 3,000 hydrants with long names, many in the same place, each once', async () => {
    const full = await startApp()
    try {
      await full.database.query(sql`
        insert into hydrants (code, road_name, address, managed_by, usable, geom)
        select 'M' || lpad(n::text, 5, '0'), repeat('很长的道路名称', 8), repeat('东侧路口', 12), repeat('供水公司', 9), 'yes',
          case when n <= 60 then ST_PointOnSurface(area.geom) else (points.dump).geom end
        from administrative_areas as area
        cross join lateral (select ST_Dump(ST_GeneratePoints(area.geom, 3000, 7)) as dump) as points
        cross join lateral (select (points.dump).path[1] as n) as numbered
        where area.code = ${TOWN}`)
      const response = await full.get(`/api/emergency/water-book?territory=${TOWN}`)
      const pdf = Buffer.from(await response.arrayBuffer())
      expect(response.status).toBe(200)
      const rows = listed(await textOf(pdf)).filter(({ code }) => /^M\d{5}$/.test(code))
      expect(new Set(rows.map(({ code }) => code)).size).toBe(3000)
      expect(rows).toHaveLength(3000)
    } finally {
      await full.close()
    }
  }, 120_000)
})

/** Which map page it is, from the words of its heading; undefined for other sheets. */
function pageTitle(words: readonly { readonly text: string; readonly x: number; readonly y: number }[]): number | undefined {
  const heading = words
    .filter(({ x, y }) => y < 17 && x < 40)
    .map(({ text }) => text)
    .join('')
  const found = /第(\d+)幅/.exec(heading)
  return found ? Number(found[1]) : undefined
}

describe.runIf(hasPoppler)('the poster of a village', () => {
  it('is one sheet of A1 with water, what stands there, and who is called; never a personal number', async () => {
    const { database } = test
    const [organisation] = await database.query<{ id: number }>(sql`
      insert into organisations (name, kind, territory_code, telephone)
      values ('鼓楼社区应急办', 'other', ${GULOU}, '0391-2107777') returning id`)
    await database.query(
      sql`insert into people (name, organisation_id, mobile) values ('上官堃', ${organisation!.id}, ${MOBILE})`,
    )
    await database.query(sql`
      insert into assignments (layer, object_id, role, standing, person_id, valid_from)
      select 'administrative_areas', administrative_areas.id, 'jointly_responsible', 'joint', people.id, '2020-01-01'
      from administrative_areas, people where administrative_areas.code = ${GULOU} and people.name = '上官堃'`)
    const pdf = await print('poster', { community: GULOU })
    expect(sizesOf(pdf).map((size) => size.sort((one, other) => one - other))).toEqual([[594, 841]])
    const text = await plainTextOf(pdf)
    for (const wanted of ['鼓楼社区辖区水源分布图', '119', '上官堃', '0391-2107777', '图例', '有效期至', '比例尺1:'])
      expect(text).toContain(wanted)
    expect(text).not.toContain(MOBILE)
    for (const code of await codesIn(GULOU)) if (/^XHS/.test(code)) expect(text).toContain(code)
  })

  it('is upright for a village that is, and shows the zones of danger', async () => {
    const tall = await startApp({ demo: false })
    try {
      await tall.database.query(sql`
        insert into administrative_areas (code, name, level, kind, valid_from, canonical)
        select '411825100900', '长条村', 'community', 'village', '2020-01-01',
          ST_SetSRID(ST_Multi(ST_MakeEnvelope(500000000, 3880000000, 500400000, 3882000000)), 920114)`)
      await tall.database.query(sql`
        insert into hazard_zones (name, kind, valid_from, canonical)
        values ('南岭断层避让带', 'fault_avoidance', '2020-01-01',
          ST_SetSRID(ST_Multi(ST_MakeEnvelope(500100000, 3880500000, 500300000, 3880900000)), 920114)),
        ('旧避让带', 'flood', '2020-01-01',
          ST_SetSRID(ST_Multi(ST_MakeEnvelope(500100000, 3880500000, 500300000, 3880900000)), 920114))`)
      await tall.database.query(sql`update hazard_zones set valid_to = '2021-01-01' where kind = 'flood'`)
      const pdf = Buffer.from(await (await tall.get('/api/emergency/poster?community=411825100900')).arrayBuffer())
      expect(sizesOf(pdf)).toEqual([[594, 841]])
      const text = await plainTextOf(pdf)
      expect(text).toContain('断层避让带（不得建设）')
      expect(text).not.toContain('洪水风险区')
      expect(text).toContain('尚未明确责任人')
      expect(text).toContain('没有登记在册的消防水源')
    } finally {
      await tall.close()
    }
  })
})

describe.runIf(hasPoppler)('the sheet of an incident', () => {
  const at: Position = [113.62, 34.93]
  const near = (index: number): Position => [at[0] + 0.0004 * index, at[1] + 0.0003 * index]
  const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1)
  const subject = (count: number): IncidentSubject => ({
    place: { name: '青柏镇'.repeat(count > 10 ? 30 : 1), at },
    time: '2026-11-28T16:30:00Z',
    water: numbers(count).map((number) => ({
      ...{ number, layer: 'hydrants', kind: 'hydrant', name: `XHS-${number}`, at: near(number) },
      ...{
        road_m: number % 2 === 0 ? null : 120.4,
        straight_m: 98.6,
        hoses: 6,
        line: number === 1 ? [at, near(1)] : null,
        notes: [],
      },
    })),
    unknown: numbers(count).map((number) => ({
      ...{ number, layer: 'water_sources', kind: 'pool', name: `SY-${number}`, at: near(-number), notes: [] },
      ...{ road_m: 410, straight_m: 300, hoses: 17, line: null, why: '检查逾期' },
    })),
    shelters: numbers(count).map((number) => ({
      ...{ number, name: `第${number}中学`, at: near(number + 2), status: 'available', walking_m: 640 },
      ...{ straight_m: 500, room: number === 1 ? null : 300, notes: ['人数为 40 天前数据'] },
    })),
    people: null,
    hazards: numbers(count).map((number) => ({ name: `风险区${number}`, kind: 'flood', distance_m: null, polygons: [] })),
    around: {
      radius_m: 500,
      residents: count > 10 ? null : { dwellings: 12, households: 40, population: 118 },
      neighbours: numbers(count).map((number) => ({
        ...{ layer: 'geohazard_points', name: `隐患点${number}`, kind: 'landslide', distance_m: 90 * number, people: 7 + number },
      })),
    },
    responsible: numbers(count).map((number) => ({ role: '网格长', name: `人${number}`, post: null, telephones: ['0391-1'] })),
    closures: numbers(count).map((number) => ({ lines: [[at, near(number)]], road: `路${number}`, reason: null })),
  })
  const printed = async (count: number): Promise<Buffer> => {
    const thread = new SheetThread()
    const incident = await composeIncident(test.database, subject(count), 'zh', undefined)
    const bytes = await thread.make({ incident })
    await thread.stop()
    return bytes
  }

  it('says what there is, nearest first, and calls a straight line one', async () => {
    const pdf = await printed(3)
    expect(sizesOf(pdf)).toEqual([[210, 297]])
    const text = await plainTextOf(pdf)
    for (const wanted of [
      '青柏镇',
      '2026-11-2900:30',
      'XHS-1',
      '120米',
      '无道路，仅直线',
      '6盘',
      'S1',
      '不详',
      'U3',
      '在区内',
      '500米内',
      '40户',
      '隐患点2',
      '路2',
    ])
      expect(text).toContain(wanted)
    expect(text).not.toContain('未列出')
  })

  it('stays on one page however much there is, and says what it leaves out', async () => {
    const pdf = await printed(60)
    expect(sizesOf(pdf)).toEqual([[210, 297]])
    const words = (await wordsOf(pdf))[0]!
    expect(Math.max(...words.map(({ y }) => y))).toBeLessThan(292)
    expect(await plainTextOf(pdf)).toMatch(/另有\d+条未列出/)
  })

  it('is drawn wherever on Earth the place lies, also where nothing is known', async () => {
    const thread = new SheetThread()
    for (const at of [
      [-77.03, 38.89],
      [179.9, -45],
    ] as const) {
      const incident = await composeIncident(test.database, { ...subject(0), place: { name: '远处', at } }, 'en', undefined)
      expect(sizesOf(await thread.make({ incident }))).toEqual([[210, 297]])
    }
    await thread.stop()
  })

  it('says so where there is nothing', async () => {
    const text = await plainTextOf(await printed(0))
    for (const wanted of ['附近没有可用水源', '附近没有可用的避难场所', '附近没有风险区']) expect(text).toContain(wanted)
  })
})

describe.runIf(hasPoppler)('the sheet of what is found out about an incident', () => {
  let town: TestApp
  const address = async (path: string, rest = '') => {
    const [lon, lat] = await placeOf(town.database, ...INCIDENT)
    return `/api/emergency/${path}?lon=${lon}&lat=${lat}${rest}`
  }
  const sheet = async (rest = '', headers: Record<string, string> = {}): Promise<string> => {
    const response = await town.get(await address('incident/sheet', rest), headers)
    const bytes = Buffer.from(await response.arrayBuffer())
    expect(response.status, bytes.toString('utf8', 0, 300)).toBe(200)
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(sizesOf(bytes)).toEqual([[210, 297]])
    return plainTextOf(bytes)
  }

  beforeAll(async () => {
    town = await startApp({ demo: false })
    await storeEmergencyTown(town.database)
    await assign(town.database, {
      layer: 'administrative_areas',
      object_id: await idOf(town.database, 'administrative_areas', '411825100001'),
      role: 'grid_leader',
      person_id: await storePerson(town.database, '上官堃', { mobile: MOBILE, territory_code: '411825100001' }),
    })
  })
  afterAll(() => town.close())

  it('has the names, distances and numbers of the answer', async () => {
    const answer = (await (await town.get(await address('incident', '&people=250'))).json()) as Json
    const text = await sheet('&people=250')
    const names = (list: Json[]) => list.map(({ properties }) => properties.name ?? properties.code)
    const wanted = [
      ...names(answer.water.usable),
      ...names(answer.water.unknown),
      ...names(answer.shelters.offered),
      ...answer.water.usable.map(({ distance_m }: Json) => `${Math.round(distance_m)}`),
      ...answer.water.usable.map(({ hoses }: Json) => `${hoses}盘`),
      ...answer.within.hazard_zones.map(({ name }: Json) => name),
    ]
    expect(wanted.length).toBeGreaterThan(10)
    for (const each of wanted) expect(text).toContain(each)
    for (const each of ['需安置250人，都有位置', '安排100人', '安排150人', '人数为200天前数据', '是否可用不明', '无道路，仅直线'])
      expect(text).toContain(each)
    expect(text).toContain('上官堃')
  })

  it('has phones for those who may see them, and in English too', async () => {
    const rescuer = await town.signIn([{ role: 'emergency', territory_code: '411825100001' }])
    const viewer = await town.signIn([{ role: 'viewer', territory_code: '' }])
    expect(await sheet('', rescuer)).toContain(MOBILE)
    expect(await sheet('', viewer)).not.toContain(MOBILE)
    expect(await sheet('&lang=en')).toContain('noroad,straightonly')
  })

  it('has closed roads with their names, and marks from the field, which the book of water has too', async () => {
    const post = async (path: string, body: object) => {
      const response = await town.send('POST', path, { client_id: randomUUID(), ...body })
      expect(response.status, await response.clone().text()).toBe(201)
    }
    const object_id = await idOf(town.database, 'hydrants', 'H1')
    const book = async () =>
      textOf(Buffer.from(await (await town.get(`/api/emergency/water-book?territory=${TOWN}`)).arrayBuffer()))
    expect(await book()).not.toContain('现场标为不可用')
    await post('/api/emergency/marks', { layer: 'hydrants', object_id, mark: 'unusable' })
    const geometry = await lineOf(town.database, [0.9, 0.2], [0.9, 0.3])
    await post('/api/emergency/closures', { geometry, reason: '塌方' })
    const text = await sheet()
    expect(text).toContain('塌方')
    expect(text).toContain('方街')
    expect(text).not.toContain('H1')
    expect(await book()).toMatch(/H1 .*不可用（\S+\s*\S*标为不可用/)
  })

  it('is refused where the answer is', async () => {
    expect(await problemOf(await town.get('/api/emergency/incident/sheet?lon=10&lat=10'))).toMatchObject({
      status: 422,
      code: 'outside_county',
    })
    expect(await problemOf(await town.get(await address('incident/sheet', '&lang=fr')))).toMatchObject({
      code: 'sheet_language_unknown',
    })
  })
})

describe('a print is refused', () => {
  it.each([
    ['water-book', {}, 400, 'book_territory_invalid'],
    ['water-book', { territory: '411825' }, 400, 'book_territory_invalid'],
    ['water-book', { territory: '411825199' }, 404, 'sheet_area_not_found'],
    ['water-book', { territory: TOWN, expires: '2020-01-01' }, 400, 'expiry_invalid'],
    ['water-book', { territory: TOWN, expires: '2099-02-30' }, 400, 'expiry_invalid'],
    ['water-book', { territory: TOWN, paper: 'A1' }, 400, 'sheet_paper_unknown'],
    ['water-book', { territory: TOWN, lang: 'fr' }, 400, 'sheet_language_unknown'],
    ['poster', { community: TOWN }, 400, 'poster_community_invalid'],
    ['poster', { community: '411825100999' }, 404, 'sheet_area_not_found'],
    ['poster', { community: GULOU, paper: 'A4' }, 400, 'unknown_parameter'],
  ] as const)('%s %o with %i %s', async (path, question, status, code) => {
    const response = await test.get(`/api/emergency/${path}?${new URLSearchParams(question as Record<string, string>)}`)
    expect(await problemOf(response)).toMatchObject({ status, code })
  })
})
