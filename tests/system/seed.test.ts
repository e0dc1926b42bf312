// `npm run seed` as people run it: a process of its own, with its output and exit code, also where it is killed in the midst.
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type DatabaseLocation, openDatabase } from '#api/database/open.ts'
import { sql } from '#api/database/sql.ts'
import { freePort } from '../../scripts/setup/ports.ts'
import { type Cluster, startCluster } from '../helpers/cluster.ts'
import { copyFolder } from '../helpers/database.ts'
import { cellsIn, environmentOf, runCommand, runSeed } from '../helpers/seed.ts'
import { startServer } from '../helpers/server.ts'

/** The transaction goes on for as long again. */
const FEATURES_STORED = 'next its year of cases'

/** A second or two; the county takes a minute or more on a busy machine. */
const TOWN = ['--demo', 'town']
const TOWN_CELLS = 293
const NOWHERE = { url: 'postgres://nobody@127.0.0.1:1/none' }

let cluster: Cluster
beforeAll(async () => {
  cluster = await startCluster({ durable: true })
})
afterAll(() => cluster?.stop())

let databases = 0

/** An empty database, of which nobody has heard yet. */
async function makePlace(kind: 'embedded' | 'postgresql'): Promise<{ location: DatabaseLocation; remove: () => Promise<void> }> {
  if (kind === 'embedded') return copyFolder()
  const name = `seed_${++databases}`
  const client = new pg.Client(cluster.url)
  await client.connect()
  await client.query(`create database ${name}`)
  await client.end()
  return { location: { url: Object.assign(new URL(cluster.url), { pathname: `/${name}` }).href }, remove: async () => {} }
}

describe('the command line', () => {
  test('--help explains with examples, in either language', async () => {
    const english = await runCommand('seed', ['--help'], {}).ended
    expect(english).toMatchObject({ code: 0, output: expect.stringContaining('Examples') })
    const chinese = await runCommand('seed', ['--help'], { LC_ALL: 'zh_CN.UTF-8' }).ended
    expect(chinese).toMatchObject({ code: 0, output: expect.stringContaining('示例') })
  })

  test.each([
    [['--demo', 'village'], 'There is no demo "village"'],
    [['--scale', '1e9'], '--scale must be a whole number from 1 to 100'],
    [['--seed'], '--seed needs a value'],
  ])('%j is a wrong usage: 2, before any database is asked for', async (args, text) => {
    const { code, output } = await runSeed(args, NOWHERE)
    expect([code, output]).toEqual([2, expect.stringContaining(text)])
    expect(output).toContain('npm run seed -- --help')
    expect(output).not.toContain('Connecting')
  })

  test('a database that cannot be reached is 1', async () => {
    expect(await runSeed(TOWN, NOWHERE)).toMatchObject({ code: 1, output: expect.stringContaining('Check DATABASE_URL') })
  })
})

describe.each(['embedded', 'postgresql'] as const)('%s', (kind) => {
  test('a demo is loaded once; a second time it is refused, and nothing is changed', async () => {
    const { location, remove } = await makePlace(kind)
    expect(await runSeed(TOWN, location)).toMatchObject({ code: 0, output: expect.stringMatching(/Loaded [\d,]+ features in/) })
    const again = await runSeed([], location)
    expect([again.code, again.output]).toEqual([1, expect.stringMatching(/holds data already .*database_not_empty/)])
    expect(again.output).not.toMatch(/^\s+at .+:\d+/m)
    expect(await cellsIn(location)).toBe(TOWN_CELLS)
    await remove()
  })

  test('killed when the features are stored, it leaves nothing, and the next run succeeds by itself', async () => {
    const { location, remove } = await makePlace(kind)
    // A county is more than the embedded database keeps in memory; PostgreSQL has done with either.
    const first = runCommand('seed', kind === 'embedded' ? [] : TOWN, environmentOf(location))
    await first.printed(FEATURES_STORED, 200)
    first.child.kill('SIGKILL')
    expect((await first.ended).code).toBeNull()
    expect(await runSeed(TOWN, location)).toMatchObject({ code: 0 })
    expect(await cellsIn(location)).toBe(TOWN_CELLS)
    await remove()
  }, 400_000)
})

test('a database that goes away meanwhile is told; when it is back, the same command succeeds', async () => {
  const { location } = await makePlace('postgresql')
  const first = runCommand('seed', TOWN, environmentOf(location))
  await first.printed(FEATURES_STORED, 200)
  await cluster.kill()
  expect(await first.ended).toMatchObject({ code: 1, output: expect.stringMatching(/was lost.*Nothing was stored/) })
  await cluster.start()
  expect(await runSeed(TOWN, location)).toMatchObject({ code: 0 })
  expect(await cellsIn(location)).toBe(TOWN_CELLS)
}, 400_000)

test('npm start that was killed while it loaded is made good by the next npm start', async () => {
  const { location, remove } = await copyFolder()
  const first = runCommand('start', [], { ...environmentOf(location), JIANGLI_DEMO: 'county', PORT: String(await freePort()) })
  await first.printed('loading the demo county', 100)
  await new Promise((resolve) => setTimeout(resolve, 9000))
  first.child.kill('SIGKILL')
  await first.ended
  const server = await startServer({ dataFolder: location.folder })
  const items = (await (await server.get('/api/collections/unit_cells/items?limit=1')).json()) as {
    numberMatched: number
  }
  expect(items.numberMatched).toBe(TOWN_CELLS)

  const meanwhile = await runSeed(TOWN, location)
  expect([meanwhile.code, meanwhile.output]).toEqual([
    1,
    expect.stringMatching(/is in use by another Jiangli.*Stop that one first/),
  ])
  expect(await server.stop()).toBe(0)
  await remove()
}, 300_000)

describe('npm start', () => {
  test('--help explains, in either language', async () => {
    expect(await runCommand('start', ['--help'], {}).ended).toMatchObject({
      code: 0,
      output: expect.stringMatching(/npm start[\s\S]*JIANGLI_DEMO/),
    })
    expect((await runCommand('start', ['-h'], { LC_ALL: 'zh_CN.UTF-8' }).ended).output).toContain('环境变量')
  })

  test('takes no arguments, and says so before it does anything', async () => {
    const { code, output } = await runCommand('start', ['--port', '9000'], {}).ended
    expect([code, output]).toEqual([2, expect.stringContaining('takes no argument "--port"')])
  })
})

test('a database of a later version is told, and the process ends', async () => {
  const { location, remove } = await copyFolder()
  const database = await openDatabase(location)
  await database.query(sql`insert into migration (name, checksum) values ('9999_later', '')`)
  await database.close()
  expect(await runSeed(TOWN, location)).toMatchObject({ code: 1, output: expect.stringContaining('Upgrade Jiangli') })
  await remove()
})
