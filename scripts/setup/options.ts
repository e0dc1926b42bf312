// The command line of `npm test`.
import { CHECKS, NEED_BUILD, PART_NAMES, suites } from './parts.ts'

export interface Options {
  help: boolean
  /** Whether missing programs may be installed. */
  mayInstall: boolean
  /** Names of the checks and suites to run. */
  parts: ReadonlySet<string>
  /** Handed on to vitest. */
  rest: string[]
}

/** Returns a sentence when the command line cannot be understood. */
export function readOptions(args: readonly string[]): Options | string {
  const rest: string[] = []
  let help = false
  let mayInstall = true
  let parts: string[] = [...PART_NAMES]
  for (let index = 0; index < args.length; index += 1) {
    const arg = args[index] ?? ''
    const only = /^--only(?:=(.*))?$/.exec(arg)
    if (arg === '--help' || arg === '-h') help = true
    else if (arg === '--no-install') mayInstall = false
    else if (only) {
      if (only[1] === undefined) index += 1
      parts = (only[1] ?? args[index] ?? '').split(',').filter((name) => name !== '')
      const unknown = parts.filter((name) => !PART_NAMES.includes(name))
      if (unknown.length > 0) return `There is no part "${unknown.join('", "')}". Parts: ${PART_NAMES.join(', ')}.`
      if (parts.length === 0) return `--only wants the names of parts: ${PART_NAMES.join(', ')}.`
    } else rest.push(arg)
  }
  if (parts.some((name) => NEED_BUILD.includes(name))) parts.push('build')
  return { help, mayInstall, parts: new Set(parts), rest }
}

export function usage(): string {
  const parts = [...CHECKS.map(({ name, title }) => ({ name, about: title.toLowerCase() })), ...suites({})]
  return `npm test [-- options, files]

Checks the whole tree, then runs the tests. What they need is installed where that is possible (Debian and Ubuntu, as root);
suites that cannot run are left out and listed at the end. With CI=true a suite left out is a failure.

  --only a,b      only these parts (see below)
  --no-install    install nothing; leave out what cannot run
  --help          this text

Parts, in the order in which they run:

${parts.map(({ name, about }) => `  ${name.padEnd(16)}${about}`).join('\n')}

Everything else goes to vitest: names of files, -t "part of a test's name", --bail 1, …

  npm test -- tests/tiles
  npm test -- --only types,unit
  npm test -- --only api-embedded tests/api -t revision

PostgreSQL: a private cluster is started and deleted again. To use a server of yours instead, on which databases may be created
and dropped, set JIANGLI_TEST_DATABASE_URL. DATABASE_URL is ignored.
`
}
