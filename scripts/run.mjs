// `node scripts/run.mjs NAME args…` runs scripts/NAME.ts, installing the packages first when that is needed.
//
// It stands behind `npm start`, `npm test`, `npm run import` and `npm run seed`, and works from a fresh checkout. Nothing but Node's own
// modules may be imported at the top: when this file is read there may be no packages yet.
import { spawn } from 'node:child_process'
import { existsSync, readdirSync, rmSync } from 'node:fs'
import { constants } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { staleReason } from './setup/packages.mjs'

const OLDEST_NODE = [20, 19]

const folder = dirname(fileURLToPath(import.meta.url))
const home = dirname(folder)

refuseOldNode()
const script = findScript(process.argv[2])
endWithNpm()
await installPackages()
await run(script)

function refuseOldNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  const [oldestMajor, oldestMinor] = OLDEST_NODE
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return
  fail(
    `Jiangli needs Node.js ${OLDEST_NODE.join('.')} or newer; this is ${process.versions.node}. Get it from https://nodejs.org`,
  )
}

function findScript(name) {
  const path = join(folder, `${basename(name ?? '')}.ts`)
  if (name && existsSync(path)) return path
  const names = readdirSync(folder).flatMap((file) => (file.endsWith('.ts') ? [basename(file, '.ts')] : []))
  return fail(`${name ? `There is no command "${name}".` : 'Which command?'} Commands: ${names.join(', ')}`)
}

/** Whoever stops `npm start` signals npm, and npm the shell between it and this process; many shells then end without a word, and
 *  a server would run on unseen. So when the shell is gone, this process gets the signal that was meant for it. */
function endWithNpm() {
  if (!process.env.npm_lifecycle_event) return
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    process.kill(process.pid, 'SIGTERM')
  }, 500)
  watch.unref()
}

async function installPackages() {
  const reason = staleReason(home)
  if (!reason) return
  process.stderr.write(`${reason}: installing them now. This takes a minute or two and happens once.\n`)
  // npm writes this file last. Removing it first means that an install broken off half-way is noticed and done again.
  rmSync(join(home, 'node_modules', '.package-lock.json'), { force: true })
  // The console is built from the development packages, so they are needed even under NODE_ENV=production.
  const code = await npm(['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'])
  if (code !== 0)
    fail('The packages could not be installed (see above). Once the cause is mended, run the same command again.', code)
  const still = staleReason(home)
  if (still) fail(`npm finished, but not as package-lock.json says. ${still}.`)
}

/** Runs npm with its output shown on stderr, so that what a script prints on stdout stays its own. */
function npm(args) {
  const own = process.env.npm_execpath
  const [command, first, shell] = own?.endsWith('.js')
    ? [process.execPath, [own], false]
    : ['npm', [], process.platform === 'win32']
  const child = spawn(command, [...first, ...args], { cwd: home, shell, stdio: ['ignore', 2, 2] })
  const pass = (signal) => {
    child.kill(signal)
    child.once('close', () => fail('Interrupted. The next run installs the packages anew.', 128 + constants.signals[signal]))
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, pass)
  return new Promise((resolve) => {
    child.on('error', (error) => fail(`npm could not be started: ${error.message}`))
    child.on('close', (code, signal) => {
      for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.off(name, pass)
      resolve(code ?? 128 + (constants.signals[signal] ?? 0))
    })
  })
}

/** In this very process: then stdin, Ctrl-C and the exit code need no passing on. The script finds its arguments where every
 *  program does, from process.argv[2]. */
async function run(path) {
  process.argv.splice(1, 2, path)
  const { register } = await import('tsx/esm/api')
  register()
  await import(pathToFileURL(path).href)
}

function fail(message, code = 1) {
  process.stderr.write(`${message}\n`)
  process.exit(code)
}
