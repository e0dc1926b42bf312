// A disk that is full in the midst of loading. It takes root on Linux to make a small one; elsewhere these tests are skipped.
import { chownSync, statSync } from 'node:fs'
import { cp, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { outputOf } from '../../scripts/setup/processes.ts'
import { startCluster } from '../helpers/cluster.ts'
import { copyFolder } from '../helpers/database.ts'
import { cellsIn, runSeed } from '../helpers/seed.ts'
import { canMakeSmallDisk, makeSmallDisk, type SmallDisk } from '../helpers/small_disk.ts'

const TOWN = ['--demo', 'town']
const FULL = expect.stringMatching(
  /The disk is full .*(No space left on device|wrote only \d+ of \d+ bytes).*Nothing was stored.*Make room.*disk_full/,
)

let disk: SmallDisk
afterEach(() => disk?.remove())

describe.runIf(canMakeSmallDisk())('the embedded database on a disk that', () => {
  let template: Awaited<ReturnType<typeof copyFolder>>
  beforeEach(async () => {
    template = await copyFolder()
    return template.remove
  })

  /** A disk with an empty database and so much room beside it. */
  async function placeWithRoom(megabytes: number): Promise<{ folder: string }> {
    const taken = Number(/^\d+/.exec(outputOf('du', ['-sm', template.location.folder])!)![0])
    disk = makeSmallDisk(taken + megabytes)
    const folder = join(disk.folder, 'data')
    await cp(template.location.folder, folder, { recursive: true })
    return { folder }
  }

  test('has no room for a new database: told, and nothing is left there', async () => {
    disk = makeSmallDisk(30)
    const location = { folder: join(disk.folder, 'data') }
    expect(await runSeed(TOWN, location)).toMatchObject({ code: 1, output: FULL })
    expect(await readdir(location.folder)).toEqual([])
  })

  test('has no room for the rows: told, and the room is given back, enough for the town', async () => {
    const location = await placeWithRoom(18)
    expect(await runSeed([], location)).toMatchObject({ code: 1, output: FULL })
    expect(await runSeed(TOWN, location)).toMatchObject({ code: 0 })
  })

  // The database can't even take back what it did: it breaks, and recovers when there is room to start again.
  test('has no room for the log: told, also by the next run, and sound again once there is room', async () => {
    const location = await placeWithRoom(34)
    expect(await runSeed([], location)).toMatchObject({ code: 1, output: FULL })
    expect(await runSeed(TOWN, location)).toMatchObject({ code: 1, output: FULL })
    const roomy = { folder: await mkdtemp(join(tmpdir(), 'jiangli-roomy-')) }
    await cp(location.folder, roomy.folder, { recursive: true })
    expect(await cellsIn(roomy)).toBe(0)
    expect(await runSeed(TOWN, roomy)).toMatchObject({ code: 0 })
    await rm(roomy.folder, { recursive: true })
  })
})

describe.runIf(canMakeSmallDisk())('PostgreSQL on a disk that', () => {
  test('has no room for the rows: told, and the room is given back, enough for the town', async () => {
    const cluster = await startCluster()
    try {
      disk = makeSmallDisk(40)
      const { uid, gid } = statSync(cluster.dataFolder)
      chownSync(disk.folder, uid, gid)
      const client = new pg.Client(cluster.url)
      await client.connect()
      await client.query(`create tablespace small location '${disk.folder}'`)
      await client.query('create database small tablespace small')
      await client.end()
      const location = { url: Object.assign(new URL(cluster.url), { pathname: '/small' }).href }
      expect(await runSeed([], location)).toMatchObject({ code: 1, output: FULL })
      expect(await runSeed(TOWN, location)).toMatchObject({ code: 0 })
    } finally {
      await cluster.stop()
    }
  })
})
