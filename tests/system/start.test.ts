// `npm start` that cannot: it says why and what to do, in the terminal's language, and ends with 1, without a stack.
import { spawn } from 'node:child_process'
import { rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { insertAccount } from '#api/access/accounts_store.ts'
import { hashPassword } from '#api/access/passwords.ts'
import { openDatabase } from '#api/database/open.ts'
import { DEMO_PASSWORD } from '#api/demo/accounts.ts'
import { withoutDatabase } from '../../scripts/setup/environment.ts'
import { freePort } from '../../scripts/setup/ports.ts'
import { copyFolder } from '../helpers/database.ts'
import { digestOf } from '../helpers/folders.ts'
import { type Server, startServer } from '../helpers/server.ts'

const RUN = fileURLToPath(new URL('../../scripts/run.mjs', import.meta.url))

let folder: string
let remove: () => Promise<void>
let first: Server

beforeAll(async () => {
  const copied = await copyFolder()
  folder = copied.location.folder
  remove = copied.remove
  first = await startServer({ dataFolder: folder, env: { JIANGLI_DEMO: 'no' } })
})
afterAll(async () => {
  await first?.stop()
  await remove?.()
})

/** Starts with these variables and waits for the end. */
async function start(env: Record<string, string>): Promise<{ code: number | null; output: string }> {
  const port = String(await freePort())
  const child = spawn(process.execPath, [RUN, 'start'], {
    env: { ...withoutDatabase(process.env), PORT: port, LC_ALL: 'en_US.UTF-8', JIANGLI_DATA: folder, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: 60_000,
    killSignal: 'SIGKILL',
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (output += text))
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, output })))
}

async function refused(env: Record<string, string>): Promise<string> {
  const { code, output } = await start(env)
  expect(code, output).toBe(1)
  expect(output).not.toMatch(/^\s+at .+:\d+/m)
  expect(output).not.toMatch(/undefined|\[object/)
  return output
}

const CHINESE = { LC_ALL: 'zh_CN.UTF-8' }

test('a second start on the same data folder says who has it, and the first goes on', async () => {
  const english = await refused({})
  expect(english).toContain(`The data folder ${folder} is in use by another Jiangli (process ${first.child.pid})`)
  expect(english).toContain('JIANGLI_DATA')
  expect(await refused(CHINESE)).toContain(`数据文件夹 ${folder} 正被另一个疆理占用`)
  expect((await fetch(`${first.url}/healthz`)).status).toBe(200)
})

test('a taken port is told before anything is made, with another to choose', async () => {
  const fresh = join(folder, 'fresh')
  const output = await refused({ PORT: String(first.port), JIANGLI_DATA: fresh })
  expect(output).toContain(`Port ${first.port} is taken`)
  expect(output).toContain(`PORT=${first.port + 1} npm start`)
  expect(output).not.toContain('Creating')
  expect(await refused({ PORT: String(first.port), ...CHINESE })).toContain(`端口 ${first.port} 已被占用`)
})

test.each(['0', '65536', '-1', 'http', '80.5', '8080 1'])('the port %s is none', async (port) => {
  expect(await refused({ PORT: port })).toContain('PORT is not valid: it must be a whole number from 1 to 65535')
})

test('an address that is not ours to listen on is told', async () => {
  expect(await refused({ HOST: '203.0.113.1' })).toMatch(/Cannot listen on 203\.0\.113\.1/)
})

test.each([
  ['nobody listens', 'postgres://user:hidden@127.0.0.1:1/jiangli'],
  ['is no URL', 'postgres://user:hidden@127.0.0.1:port/jiangli'],
  ['has no such host', 'postgres://user:hidden@nowhere.invalid/jiangli'],
])('a DATABASE_URL where %s is told, without its password', async (_, url) => {
  const english = await refused({ DATABASE_URL: url })
  expect(english).toContain('PostgreSQL cannot be reached')
  expect(english).toContain('Check DATABASE_URL')
  expect(await refused({ DATABASE_URL: url, ...CHINESE })).toContain('连接不上 PostgreSQL')
  expect(english).not.toContain('hidden')
})

test('a server that hangs up at once is told as well', async () => {
  const server = createServer((socket) => socket.destroy())
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  expect(await refused({ DATABASE_URL: `postgres://user@127.0.0.1:${port}/jiangli` })).toContain('PostgreSQL cannot be reached')
  server.close()
})

test('a base map that is no archive is told before the server is there', async () => {
  const file = join(folder, 'map.pmtiles')
  await writeFile(file, 'no archive')
  const { location, remove: removeOther } = await copyFolder()
  expect(await refused({ JIANGLI_BASE_MAP: file, JIANGLI_DATA: location.folder, JIANGLI_DEMO: 'no' })).toContain(
    'Check JIANGLI_BASE_MAP',
  )
  await removeOther()
})

test('a damaged folder is told in both languages with the way out, and stays as it is', async () => {
  const { location, remove: removeOther } = await copyFolder()
  await rm(join(location.folder, 'database', 'PG_VERSION'))
  const before = await digestOf(location.folder)
  const english = await refused({ JIANGLI_DATA: location.folder })
  expect(english).toContain('database/PG_VERSION is missing')
  expect(english).toContain(`mv '${location.folder}' '${location.folder}.damaged'`)
  expect(await refused({ JIANGLI_DATA: location.folder, ...CHINESE })).toContain('从备份恢复')
  expect(await digestOf(location.folder)).toEqual(before)
  await removeOther()
})

test('a folder that is a file, or lies where nothing can be made, is told', async () => {
  const file = join(folder, 'file')
  await writeFile(file, '')
  for (const path of [file, '/proc/jiangli/data'])
    expect(await refused({ JIANGLI_DATA: path })).toContain(`The data folder ${path} cannot be used`)
})

test('the folder of a server that was killed is taken over by the next, on the same port', async () => {
  await first.kill()
  first = await startServer({ dataFolder: folder, port: first.port, env: { JIANGLI_DEMO: 'no' } })
  expect((await fetch(`${first.url}/healthz`)).status).toBe(200)
  expect(await first.stop()).toBe(0)
})

/** A data folder whose only account is one of a demo. */
async function folderOfDemo() {
  const { location, remove } = await copyFolder()
  const database = await openDatabase(location)
  const roles = [{ role: 'administrator', territory_code: '' }] as const
  const hash = await hashPassword(DEMO_PASSWORD)
  const account = { name: 'visitor-li', display_name: '李访客', person_id: null, roles }
  await database.transaction((transaction) => insertAccount(transaction, account, { hash, mustChange: false, isDemo: true }))
  await database.close()
  return { folder: location.folder, remove }
}

test('the first start makes one administrator and prints his password for one use; the second says nothing of it', async () => {
  const { location, remove: removeOther } = await copyFolder()
  const options = { dataFolder: location.folder, env: { JIANGLI_DEMO: 'no', LC_ALL: 'en_US.UTF-8' } }
  const server = await startServer(options)
  const printed = [...server.output().matchAll(/Account: admin {2}One-time password: (\S+)/g)]
  expect(printed).toHaveLength(1)
  const body = JSON.stringify({ name: 'admin', password: printed[0]![1] })
  const headers = { 'content-type': 'application/json' }
  const session = await fetch(`${server.url}/api/session`, { method: 'POST', headers, body })
  expect(session.status).toBe(200)
  expect(await session.json()).toMatchObject({ account: { must_change_password: true }, rights: {} })
  expect(await server.stop()).toBe(0)
  const again = await startServer(options)
  expect(again.output()).not.toMatch(/password/i)
  expect(await again.stop()).toBe(0)
  await removeOther()
})

test('a demo prints its accounts at every start, with the password that all of them have', async () => {
  const demo = await folderOfDemo()
  for (let round = 0; round < 2; round++) {
    const server = await startServer({ dataFolder: demo.folder, env: { JIANGLI_DEMO: 'no', LC_ALL: 'en_US.UTF-8' } })
    expect(server.output()).toContain(`Demo accounts, each with the password ${DEMO_PASSWORD}:`)
    expect(server.output()).toMatch(/visitor-li +李访客/)
    expect(server.output()).not.toContain('One-time')
    expect(await server.stop()).toBe(0)
  }
  await demo.remove()
})

test.each(['0.0.0.0', '::'])('a demo is not served on %s, and the refusal says why and what to do', async (host) => {
  const demo = await folderOfDemo()
  const env = { HOST: host, JIANGLI_DATA: demo.folder, JIANGLI_DEMO: 'no' }
  const english = await refused(env)
  expect(english).toMatch(/password of the demo accounts is known to everybody[\s\S]*JIANGLI_DEMO=no/)
  expect(english).not.toContain('http://')
  expect(await refused({ ...env, ...CHINESE })).toContain('演示')
  await demo.remove()
})
