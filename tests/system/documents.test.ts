// Every command that README.md and CONTRIBUTING.md show is run here, or stands in the list of those that this very run is part of.
import { execFile } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { withoutDatabase } from '../../scripts/setup/environment.ts'
import { freePort } from '../../scripts/setup/ports.ts'
import { type Cluster, startCluster } from '../helpers/cluster.ts'
import { commandsIn } from '../helpers/readme.ts'
import { type Server, startServer } from '../helpers/server.ts'

const HOME = fileURLToPath(new URL('../../', import.meta.url))
const read = (name: string) => readFileSync(join(HOME, name), 'utf8')
const DOCUMENTS = ['README.md', 'CONTRIBUTING.md']

/** What runs for as long as nobody stops it is started and asked instead; what contains this test is only looked up. */
const STARTED = ['npm start', 'DATABASE_URL=postgres://jiangli:secret@127.0.0.1:5432/jiangli npm start', 'npx vite web']
const CONTAINS_THIS_TEST = ['npm test', 'npm test -- --only types,lint,unit']

let server: Server
let cluster: Cluster
let imports: string

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'jiangli-documents-'))
  imports = join(folder, 'imports')
  ;[server, cluster] = await Promise.all([startServer({ dataFolder: join(folder, 'data') }), startCluster()])
}, 180_000)
afterAll(async () => {
  await server?.stop()
  await cluster?.stop()
  if (imports) await rm(dirname(imports), { recursive: true, force: true })
})

const commands = DOCUMENTS.flatMap((document) => commandsIn(read(document)).map((command) => ({ document, command })))

describe('every command in the documents works', () => {
  it.each(commands.filter(({ command }) => ![...STARTED, ...CONTAINS_THIS_TEST].includes(command)))(
    '$command',
    async ({ command }) => {
      const line = command
        .replaceAll('127.0.0.1:8080', new URL(server.url).host)
        .replace(/^curl /, 'curl --silent --show-error --fail ')
      const TOKEN = (await server.headers()).authorization!.replace('Bearer ', '')
      const env = { ...withoutDatabase(process.env), JIANGLI_DATA: imports, TOKEN }
      const { stdout } = await promisify(execFile)('bash', ['-c', line], { cwd: HOME, env, maxBuffer: 2 ** 26 })
      expect(stdout).not.toBe('')
    },
  )

  it('npm start serves the console and says where', async () => {
    expect(server.output()).toContain(server.url)
    expect(await (await fetch(server.url)).text()).toContain('<div id="root"')
  })

  it('npm start works on a PostgreSQL named by DATABASE_URL', async () => {
    const other = await startServer({
      dataFolder: join(imports, 'unused'),
      env: { DATABASE_URL: cluster.url, JIANGLI_DEMO: 'town' },
    })
    const health = (await (await fetch(`${other.url}/healthz`)).json()) as { database: { kind: string } }
    expect(health.database.kind).toBe('postgresql')
    expect(await other.stop()).toBe(0)
  })

  it('npx vite web serves the console for those who work on it', async () => {
    const { createServer } = await import('vite')
    const vite = await createServer({
      root: join(HOME, 'web'),
      configFile: join(HOME, 'web/vite.config.ts'),
      server: { port: await freePort() },
      logLevel: 'silent',
    })
    await vite.listen()
    const page = await (await fetch(vite.resolvedUrls!.local[0]!)).text()
    await vite.close()
    expect(page).toContain('/main.tsx')
  })

  it('those that contain this test are the ones that CI and contributors run', () => {
    expect(read('.ci/run')).toContain('npm test')
    for (const command of [...STARTED, ...CONTAINS_THIS_TEST]) expect(commands.map((one) => one.command)).toContain(command)
  })
})

it.each([...DOCUMENTS, 'ARCHITECTURE.md'])('%s links only to files that exist', (document) => {
  const targets = [...read(document).matchAll(/\]\((?!https?:)([^)#]+)/g)].map((match) => match[1]!)
  for (const target of targets) expect(existsSync(join(HOME, target)), target).toBe(true)
})
