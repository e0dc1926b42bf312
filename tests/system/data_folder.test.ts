// The embedded database's folder: what is wrong with it is told, and what is in it stays as it is.
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { DataFolderError } from '#api/database/embedded/folder.ts'
import { openDatabase } from '#api/database/open.ts'
import { sql } from '#api/database/sql.ts'
import { copyFolder } from '../helpers/database.ts'
import { digestOf } from '../helpers/folders.ts'

let folder: string
let remove: () => Promise<void>
const at = (...path: string[]) => join(folder, 'database', ...path)

beforeEach(async () => {
  const copied = await copyFolder()
  folder = copied.location.folder
  remove = copied.remove
})
afterEach(() => remove())

const refusal = (where = folder) =>
  openDatabase({ folder: where }).then(
    async (database) => {
      await database.close()
      throw new Error('it was opened')
    },
    (error: DataFolderError) => error,
  )

const overwrite = async (path: string) => writeFile(path, randomBytes((await readFile(path)).length))
const logs = async () => (await readdir(at('pg_wal'))).filter((name) => /^[0-9A-F]{24}$/.test(name))

describe('a database that was', () => {
  /** Found before anything is started: not a byte is written. */
  const seen: [string, string, RegExp, () => Promise<unknown>][] = [
    ['emptied', 'data_folder_damaged', /PG_VERSION is missing/, () => rm(at(), { recursive: true }).then(() => mkdir(at()))],
    ['robbed of PG_VERSION', 'data_folder_damaged', /PG_VERSION is missing/, () => rm(at('PG_VERSION'))],
    ['left with an empty PG_VERSION', 'data_folder_damaged', /PG_VERSION is empty/, () => writeFile(at('PG_VERSION'), '')],
    ['given a PG_VERSION of garbage', 'data_folder_other_version', /hello/, () => writeFile(at('PG_VERSION'), 'hello\n')],
    ['made by an older version', 'data_folder_other_version', /PostgreSQL 17 /, () => writeFile(at('PG_VERSION'), '17\n')],
    ['robbed of base', 'data_folder_damaged', /base is missing/, () => rm(at('base'), { recursive: true })],
    [
      'robbed of what is in base',
      'data_folder_damaged',
      /base\/1\/PG_VERSION/,
      () => rm(at('base'), { recursive: true }).then(() => mkdir(at('base'))),
    ],
    ['robbed of its own tables', 'data_folder_damaged', /base\/5\/PG_VERSION/, () => rm(at('base', '5'), { recursive: true })],
    ['robbed of global', 'data_folder_damaged', /global is missing/, () => rm(at('global'), { recursive: true })],
    ['robbed of pg_control', 'data_folder_damaged', /pg_control is missing/, () => rm(at('global', 'pg_control'))],
    [
      'given half a pg_control',
      'data_folder_damaged',
      /pg_control is missing or cut/,
      () => truncate(at('global', 'pg_control'), 4096),
    ],
    [
      'given a pg_control of garbage',
      'data_folder_damaged',
      /pg_control does not have/,
      () => overwrite(at('global', 'pg_control')),
    ],
    [
      'given a pg_control of zeros',
      'data_folder_damaged',
      /pg_control does not have/,
      () => writeFile(at('global', 'pg_control'), Buffer.alloc(8192)),
    ],
    ['robbed of its log', 'data_folder_damaged', /pg_wal is missing/, () => rm(at('pg_wal'), { recursive: true })],
    [
      'robbed of what is in its log',
      'data_folder_damaged',
      /pg_wal\/0\w+ is missing/,
      async () => Promise.all((await logs()).map((name) => rm(at('pg_wal', name)))),
    ],
    [
      'given a log cut short',
      'data_folder_damaged',
      /is missing or cut short/,
      async () => Promise.all((await logs()).map((name) => truncate(at('pg_wal', name), 100))),
    ],
    [
      'given a log of garbage',
      'data_folder_damaged',
      /is not a write-ahead log/,
      async () => Promise.all((await logs()).map((name) => overwrite(at('pg_wal', name)))),
    ],
    [
      'robbed of its commits',
      'data_folder_damaged',
      /pg_xact is empty/,
      () => rm(at('pg_xact'), { recursive: true }).then(() => mkdir(at('pg_xact'))),
    ],
    ['robbed of its settings', 'data_folder_damaged', /postgresql.conf is missing/, () => rm(at('postgresql.conf'))],
    [
      'replaced by a file',
      'data_folder_damaged',
      /PG_VERSION is missing/,
      () => rm(at(), { recursive: true }).then(() => writeFile(at(), 'x')),
    ],
  ]

  test.each(seen)('%s is refused, and nothing of it is changed', async (_, code, detail, damage) => {
    await damage()
    const before = await digestOf(folder)
    const began = performance.now()
    const error = await refusal()
    expect([error.code, error.folder]).toEqual([code, folder])
    expect(error.detail).toMatch(detail)
    expect(performance.now() - began).toBeLessThan(5000)
    expect(await digestOf(folder)).toEqual(before)
  })

  test('damaged where only the database itself can see it is refused all the same, and every table stays', async () => {
    const [log] = await logs()
    const bytes = await readFile(at('pg_wal', log!))
    await writeFile(at('pg_wal', log!), Buffer.concat([bytes.subarray(0, 8192), randomBytes(bytes.length - 8192)]))
    for (const other of (await logs()).slice(1)) await overwrite(at('pg_wal', other))
    const before = Object.entries(await digestOf(folder)).filter(([name]) => /^database\/base\/5\/\d+/.test(name))
    const error = await refusal()
    expect(error.code).toBe('data_folder_damaged')
    expect(
      Object.fromEntries(Object.entries(await digestOf(folder)).filter(([name]) => /^database\/base\/5\/\d+/.test(name))),
    ).toEqual(Object.fromEntries(before))
    expect((await refusal()).code, 'and again, so that it is no accident').toBe('data_folder_damaged')
  })
})

describe('a data folder that', () => {
  test('is a file is refused, and the file stays', async () => {
    const path = join(folder, 'file')
    await writeFile(path, 'mine')
    expect((await refusal(path)).code).toBe('data_folder_unusable')
    expect((await refusal(join(path, 'below'))).code).toBe('data_folder_unusable')
    expect(await readFile(path, 'utf8')).toBe('mine')
  })

  test('cannot be written to is refused', async () => {
    // Not even root can create anything here.
    expect((await refusal('/proc/jiangli')).code).toBe('data_folder_unusable')
    expect((await refusal('/proc/1')).code).toBe('data_folder_unusable')
  })

  test('is open already is refused, and stays open for the first', async () => {
    const first = await openDatabase({ folder })
    expect(await refusal()).toMatchObject({ code: 'data_folder_in_use', detail: `process ${process.pid}` })
    expect(await first.query(sql`select 1 as one`)).toEqual([{ one: 1 }])
    await first.close()
    expect(existsSync(join(folder, 'lock.json'))).toBe(false)
  })

  test.each([
    ['a process that ended', { pid: 2 ** 22 - 1, started: 'once' }],
    ['an earlier process with the number of a living one', { pid: process.ppid, started: 'before the last boot 1' }],
    ['nobody who can be recognised', 'garbage'],
    ['a process that died before it had written its name', ''],
  ])('was claimed by %s is taken over', async (_, owner) => {
    await writeFile(join(folder, 'lock.json'), typeof owner === 'string' ? owner : JSON.stringify(owner))
    const database = await openDatabase({ folder })
    expect(JSON.parse(await readFile(join(folder, 'lock.json'), 'utf8')).pid).toBe(process.pid)
    await database.close()
  })
})

describe('a database whose making was broken off', () => {
  let empty: string
  beforeAll(async () => {
    empty = await mkdtemp(join(tmpdir(), 'jiangli-unfinished-'))
  })
  afterAll(() => rm(empty, { recursive: true }))

  test('is made anew, for nothing was stored in it', async () => {
    await mkdir(join(empty, 'database.unfinished', 'base'), { recursive: true })
    await writeFile(join(empty, 'database.unfinished', 'PG_VERSION'), '18\n')
    await writeFile(join(empty, 'lock.json'), JSON.stringify({ pid: 2 ** 22 - 1, started: 'once' }))
    const database = await openDatabase({ folder: empty })
    expect(await database.query(sql`select 1 as one`)).toEqual([{ one: 1 }])
    await database.close()
    expect((await readdir(empty)).sort()).toEqual(['database'])
  })

  test('beside a whole one is let be, and the whole one is opened', async () => {
    await mkdir(join(folder, 'database.unfinished'))
    const database = await openDatabase({ folder })
    expect((await database.query<{ count: number }>(sql`select count(*)::integer from migration`))[0]!.count).toBeGreaterThan(0)
    await database.close()
  })
})
