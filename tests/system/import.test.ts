// `npm run import` as people run it: a process of its own with its output and exit code.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync, strToU8, zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '#api/database/database.ts'
import { openDatabase } from '#api/database/open.ts'
import { sql } from '#api/database/sql.ts'
import { withoutDatabase } from '../../scripts/setup/environment.ts'
import { type Cluster, startCluster } from '../helpers/cluster.ts'
import { startServer } from '../helpers/server.ts'

const HOME = fileURLToPath(new URL('../../', import.meta.url))
const FIXTURES = join(HOME, 'tests', 'fixtures', 'imports')
/** A folder with real geodata that is too big, or under other terms, to be part of the project. */
const REAL = process.env.JIANGLI_REAL_DATA

let cluster: Cluster
let folder: string
beforeAll(async () => {
  cluster = await startCluster()
  folder = await mkdtemp(join(tmpdir(), 'jiangli-import-'))
})
afterAll(async () => {
  await cluster.stop()
  await rm(folder, { recursive: true, force: true })
})

interface Ended {
  readonly code: number | null
  readonly out: string
  readonly error: string
}

function run(program: string, args: readonly string[], env: Record<string, string> = {}): Promise<Ended> {
  const own = { ...withoutDatabase(process.env), LC_ALL: 'C.UTF-8', ...env }
  const child = spawn(program, args, { cwd: HOME, env: own, stdio: ['ignore', 'pipe', 'pipe'] })
  let [out, error] = ['', '']
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    error += text
  })
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, out, error })))
}

const runImport = (args: readonly string[], env: Record<string, string> = { DATABASE_URL: cluster.url }): Promise<Ended> =>
  run(process.execPath, ['scripts/run.mjs', 'import', ...args], env)

async function ask<Row extends object>(
  location: Parameters<typeof openDatabase>[0],
  work: (database: Database) => Promise<Row[]>,
) {
  const database = await openDatabase(location)
  try {
    return await work(database)
  } finally {
    await database.close()
  }
}

describe('exit codes', () => {
  test('--help explains with examples, in either language', async () => {
    expect(await runImport(['--help'])).toMatchObject({ code: 0, out: expect.stringContaining('Examples'), error: '' })
    const chinese = await runImport(['--help'], { LC_ALL: 'zh_CN.UTF-8' })
    expect(chinese).toMatchObject({ code: 0, out: expect.stringContaining('示例') })
  })

  test.each([
    ['no file', [], 'Which file?'],
    ['no layer', ['a.geojson'], '--layer LAYER'],
    [
      'a layer that is not there',
      [join(FIXTURES, 'null-geometry.geojson'), '--layer', 'lakes'],
      'Layers: land_cover, unit_cells',
    ],
    ['an option that is not there', ['a.geojson', '--layre', 'roads'], '--layre'],
    ['a file that is not there', ['nowhere.geojson', '--layer', 'roads'], 'nowhere.geojson'],
    [
      'a field that is not there',
      [join(FIXTURES, 'null-geometry.geojson'), '--layer', 'hydrants', '--map', 'x=code'],
      'Fields: code',
    ],
    ['a pair that is none', ['a.geojson', '--layer', 'roads', '--map', 'code'], 'FIELD='],
  ])('%s is a wrong usage: 2, before any database is asked for', async (_, args, text) => {
    const ended = await runImport(args, { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' })
    expect(ended).toMatchObject({ code: 2, out: '', error: expect.stringContaining(text) })
  })

  test('a refused row is 1 and nothing stored; with --partial it is 0', async () => {
    const file = join(FIXTURES, 'null-geometry.geojson')
    const report = join(folder, 'report.json')
    const refused = await runImport([file, '--layer', 'hydrants', '--report', report])
    expect(refused).toMatchObject({
      code: 1,
      out: expect.stringMatching(/read 3 {3}stored 0 {3}refused 1[\s\S]*row 2: without a geometry/),
    })
    expect(JSON.parse(await readFile(report, 'utf8'))).toMatchObject({ stored: 0, refusals: [{ row: 2, code: 'no_geometry' }] })
    const partial = await runImport([file, '--layer', 'hydrants', '--partial'])
    expect(partial).toMatchObject({ code: 0, out: expect.stringContaining('stored 2') })
    const rows = await ask(cluster, (database) => database.query(sql`select code from hydrants order by code`))
    expect(rows).toEqual([{ code: '1' }, { code: '3' }])
  })

  test('a file cut short is 1, with the reason in the language of the environment', async () => {
    const file = join(folder, 'truncated.geojson.gz')
    await writeFile(file, gzipSync(strToU8('{"type":"FeatureCollection","features":[]}')).subarray(0, 40))
    expect(await runImport([file, '--layer', 'roads'], { LC_ALL: 'zh_CN.UTF-8' })).toMatchObject({
      code: 1,
      error: expect.stringContaining('压缩文件损坏'),
    })
  })

  test('a database that cannot be reached is 1', async () => {
    const env = { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' }
    const ended = await runImport([join(FIXTURES, 'null-geometry.geojson'), '--layer', 'hydrants'], env)
    expect(ended).toMatchObject({ code: 1, error: expect.stringContaining('ECONNREFUSED') })
  })
})

test('into the data folder of a running server: stored through it, and open consoles hear of it within a second', async () => {
  const data = join(folder, 'served')
  const server = await startServer({ dataFolder: data, env: { JIANGLI_DEMO: 'no' } })
  const events = (await server.get('/api/events')).body!.pipeThrough(new TextDecoderStream()).getReader()
  let heard = ''
  const listening = (async () => {
    // The first message has every layer, the next one what changed.
    while (!/event: versions[\s\S]*event: versions/.test(heard)) heard += (await events.read()).value ?? ''
    return Date.now()
  })()
  const ended = await runImport([join(FIXTURES, 'null-geometry.geojson'), '--layer', 'hydrants', '--partial'], {
    JIANGLI_DATA: data,
  })
  const done = Date.now()
  expect(ended).toMatchObject({ code: 0, out: expect.stringContaining('stored 2') })
  expect((await listening) - done).toBeLessThan(1000)
  const items = (await (await server.get('/api/collections/hydrants/items')).json()) as { numberMatched: number }
  expect(items.numberMatched).toBe(2)
  const refused = await runImport([join(FIXTURES, 'null-geometry.geojson'), '--layer', 'hydrants', '--partial'], {
    JIANGLI_DATA: data,
  })
  expect(refused).toMatchObject({ code: 1, error: expect.stringContaining('--again') })
  await events.cancel()
  expect(await server.stop()).toBe(0)
})

test('into the data folder: refused with what to do while something else has it, stored afterwards', async () => {
  const data = join(folder, 'data')
  const args = [join(FIXTURES, 'null-geometry.geojson'), '--layer', 'hydrants', '--partial']
  const server = await openDatabase({ folder: data })
  const during = await runImport(args, { JIANGLI_DATA: data })
  await server.close()
  expect(during).toMatchObject({ code: 1, error: expect.stringMatching(/is in use \(process \d+\).*Stop it/) })
  expect(await runImport(args, { JIANGLI_DATA: data })).toMatchObject({ code: 0 })
  expect(await ask({ folder: data }, (database) => database.query(sql`select count(*) as rows from hydrants`))).toEqual([
    { rows: 2 },
  ])
})

test('a Shapefile that GDAL wrote in GBK and a Gauss-Kruger zone arrives with its names and in its place', async () => {
  const source = join(folder, 'source.geojson')
  const geometry = { type: 'Point', coordinates: [113.5, 23.1] }
  const properties = { 所在道路: '人民路', 消火栓编号: '440117001001000123', installed_on: '2020-01-05' }
  await writeFile(source, JSON.stringify({ type: 'FeatureCollection', features: [{ type: 'Feature', properties, geometry }] }))
  const target = join(folder, 'gdal.shp')
  const made = await run('ogr2ogr', ['-t_srs', 'EPSG:4526', '-lco', 'ENCODING=GBK', target, source])
  expect(made).toMatchObject({ code: 0 })
  const parts = ['shp', 'shx', 'dbf', 'prj', 'cpg'].map((extension) => target.replace(/shp$/, extension)).filter(existsSync)
  const files = await Promise.all(parts.map(async (part) => [`gdal.${part.slice(-3)}`, await readFile(part)] as const))
  const zip = join(folder, 'gdal.zip')
  await writeFile(zip, zipSync(Object.fromEntries(files)))

  const ended = await runImport([zip, '--layer', 'hydrants', '--map', 'code=消火栓编号'])
  expect(ended).toMatchObject({ code: 0, error: '' })
  const rows = await ask(cluster, (database) =>
    database.query(sql`select road_name, installed_on, round(ST_X(geom)::numeric, 9) as x, round(ST_Y(geom)::numeric, 9) as y
      from hydrants where code = '440117001001000123'`),
  )
  expect(rows).toEqual([{ road_name: '人民路', installed_on: '2020-01-05', x: 113.5, y: 23.1 }])
})

// Not applicable without the folder.
describe.runIf(REAL)('real data', () => {
  test.each([
    ['HimaTibetMap.geojson.gz', 'faults', [], 940],
    ['ne_50m_rivers_name_zh.geojson.gz', 'rivers', ['--map', 'name=name_zh', '--set', 'rank=main', '--partial'], 477],
    ['osm_hydrants_ruhr_2014.geojson.gz', 'hydrants', [], 1949],
    ['salzburg_recycling_osm.geojson', 'garbage_points', ['--set', 'form=box'], 360],
    ['providence_blocks_2010.zip', 'unit_cells', [], 3014],
  ])('%s fills %s', async (file, layer, options, stored) => {
    const ended = await runImport([join(REAL!, file), '--layer', layer, ...options])
    expect(ended).toMatchObject({ code: 0, error: '', out: expect.stringContaining(`stored ${stored} `) })
  })

  test('the blocks of Providence lie without overlap and gap, and keep their population', async () => {
    const [found] = await ask(cluster, (database) =>
      database.query(sql`select
        (select sum(population) from unit_cells) as people,
        (select count(*) from unit_cells a join unit_cells b on a.geom && b.geom and a.id < b.id
          where ST_Relate(a.canonical, b.canonical, '2********')) as overlapping,
        (select count(*) from unit_cells a join unit_cells b on a.geom && b.geom and a.id < b.id
          where ST_Relate(a.canonical, b.canonical, '****1****')) as neighbours,
        (select ST_NRings(ST_UnaryUnion(ST_Collect(canonical))) from unit_cells) as rings`),
    )
    expect(found).toEqual({ people: 178_040, overlapping: 0, neighbours: 7438, rings: 1 })
  })
})
