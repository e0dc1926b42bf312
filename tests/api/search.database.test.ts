// The search box: what it finds, and in which order.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { identifier, sql } from '#api/database/sql.ts'
import { fieldsOf, findLayer, LAYERS } from '#geodata/layers/index.ts'
import { type Json, startApp, type TestApp } from '../helpers/app.ts'

let test: TestApp

const HYDRANTS = [
  ['A-7', '玄武路', '玄武路 3 号'],
  ['A-70', '玄武路', null],
  ['7', '长街', '50% 处'],
  ['x_y', '长街', "O'Brien \\ 1"],
] as const

beforeAll(async () => {
  test = await startApp()
  for (const [index, [code, road, address]] of HYDRANTS.entries())
    await test.database.query(sql`
      insert into hydrants (code, road_name, address, geom)
      values (${code}, ${road}, ${address}, ST_SetSRID(ST_MakePoint(${113 + index / 10}::float8, 35.5), 4326))`)
  for (const name of ['玄武', '玄武湖', '小玄武'])
    await test.database.query(sql`
      insert into geohazard_points (name, kind, grade, geom)
      values (${name}, 'slide', 'small', ST_SetSRID(ST_MakePoint(113, 35), 4326))`)
})
afterAll(() => test.close())

const search = async (text: string, more = ''): Promise<Json[]> =>
  (await test.json(`/api/search?q=${encodeURIComponent(text)}${more}`)).results
const titles = async (text: string): Promise<string[]> => (await search(text)).map(({ title }) => title)

describe('search finds', () => {
  it('a name, the exact one first, then what begins with it, then what holds it', async () => {
    // The hydrants stand on a road that begins with the text; where all else is equal, the shorter title comes first.
    expect(await titles('玄武')).toEqual(['玄武', '玄武湖', 'A-7', 'A-70', '小玄武'])
  })

  it('a code, the exact one before the longer one', async () => {
    expect((await titles('A-7')).slice(0, 2)).toEqual(['A-7', 'A-70'])
    expect((await titles('a-70'))[0]).toBe('A-70')
  })

  it('an address by any part of it, and shows it under the title', async () => {
    const [found] = await search('路 3 号')
    expect(found).toMatchObject({ layer: 'hydrants', title: 'A-7', title_en: null, subtitle: '玄武路 · 玄武路 3 号' })
  })

  it.each([
    ['%', ['7']],
    ['_', ['x_y']],
    ['50%', ['7']],
    ['\\', ['x_y']],
    ["O'B", ['x_y']],
    ["'; drop table hydrants; --", []],
    ['%%', []],
    ['__', []],
    ['.*', []],
  ])('%s as it is written', async (text, wanted) => {
    expect((await search(text)).filter(({ layer }) => layer === 'hydrants').map(({ title }) => title)).toEqual(wanted)
  })

  it('an English name in either case', async () => {
    const [row] = await test.database.query<{ name: string; name_en: string }>(
      sql`select name, name_en from administrative_areas where name_en is not null order by id limit 1`,
    )
    expect((await search(row!.name_en))[0]).toMatchObject({ title: row!.name, title_en: row!.name_en })
    for (const text of [row!.name_en, row!.name_en.toUpperCase(), row!.name_en.toLowerCase()])
      expect((await search(text)).some(({ layer, title }) => layer === 'administrative_areas' && title === row!.name)).toBe(true)
  })

  it('in every layer what its searched fields hold', async () => {
    for (const layer of LAYERS) {
      const field = fieldsOf(layer).find(({ search: searched }) => searched)
      if (!field) continue
      const [row] = await test.database.query<{ id: number; text: string }>(sql`
        select id, ${identifier(field.name)} as text from ${identifier(layer.id)}
        where ${identifier(field.name)} is not null ${layer.temporal ? sql`and valid_to is null` : sql``} order by id limit 1`)
      if (!row) continue
      const found = await search(row.text, '&limit=100')
      expect(
        found.some(({ layer: id }) => id === layer.id),
        `${layer.id} ${row.text}`,
      ).toBe(true)
      for (const { layer: id } of found) expect(findLayer(id)).toBeDefined()
    }
  })
})

describe('each find', () => {
  it('has a point inside the feature, and its extent', async () => {
    const [row] = await test.database.query<{ id: number; code: string }>(
      sql`select id, code from unit_cells order by id limit 1`,
    )
    const found = (await search(row!.code)).find(({ layer, id }) => layer === 'unit_cells' && id === row!.id)
    const [[x, y], [west, south, east, north]] = [found.point, found.extent]
    expect(west).toBeLessThan(east)
    expect(south).toBeLessThan(north)
    const [inside] = await test.database.query<{ inside: boolean }>(sql`
      select ST_Intersects(geom, ST_SetSRID(ST_MakePoint(${x}::float8, ${y}::float8), 4326)) as inside from unit_cells where id = ${row!.id}`)
    expect(inside!.inside).toBe(true)
  })

  it('without a place has neither, and is found all the same', async () => {
    const [row] = await test.database.query<{ id: number; name: string }>(
      sql`select id, name from grids where geom is null limit 1`,
    )
    const found = (await search(row!.name)).find(({ layer, id }) => layer === 'grids' && id === row!.id)
    expect(found).toMatchObject({ point: null, extent: null, title: row!.name })
  })

  it('is valid today', async () => {
    const [row] = await test.database.query<{ id: number; name: string }>(
      sql`update grids set valid_to = today() where id = (select max(id) from grids) returning id, name`,
    )
    expect((await search(row!.name, '&limit=100')).some(({ layer, id }) => layer === 'grids' && id === row!.id)).toBe(false)
  })
})

describe('the number of finds', () => {
  it('is 20 at most where no limit is given, otherwise the limit', async () => {
    expect(await search('路')).toHaveLength(20)
    expect(await search('路', '&limit=3')).toHaveLength(3)
    expect((await search('路', '&limit=100')).slice(0, 20)).toEqual(await search('路'))
  })

  it('is none for what nothing holds', async () => {
    expect(await search('没有这个东西')).toEqual([])
  })
})

it('spaces around the text do not matter', async () => {
  expect(await search('  玄武 ')).toEqual(await search('玄武'))
})
