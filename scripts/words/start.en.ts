import { databaseEn } from './database.en.ts'
import type { StartWords } from './start.zh-CN.ts'

/** What `npm start` says in English. */
export const en: StartWords = {
  ...databaseEn,
  building: 'Building the console …',
  empty: 'The database is empty. Bring in data with npm run import, or start with JIANGLI_DEMO=county for the demo county.',
  ready: (url, seconds) => `Jiangli is ready after ${seconds} s: ${url}`,
  stop_hint: 'Ctrl-C stops it.',
  durability:
    'Note: the embedded database does not wait for the disk. A killed process loses nothing, a power cut may lose the last changes. For work that counts, use PostgreSQL (DATABASE_URL).',
  exposed: (host) =>
    `Beware: listening on ${host}, so everybody on that network finds the sign-in page. Put HTTPS (a reverse proxy) before it, or passwords can be overheard.`,
  demo_exposed: (host) =>
    `The password of the demo accounts is known to everybody, so they stay on this machine: not on ${host}. Leave HOST out, or use a database of your own (JIANGLI_DEMO=no).`,
  demo_accounts: (password) => `Demo accounts, each with the password ${password}:`,
  first_account: (name, password) =>
    `An administrator was made. Account: ${name}  One-time password: ${password}\nSign in and change it now; it is not shown again.`,
  stopping: 'Stopping …',
  option_invalid: (name, rule) => `The environment variable ${name} is not valid: it ${rule}.`,
  port_rule: 'must be a whole number from 1 to 65535',
  megabytes_rule: 'must be a whole number from 0 to 99999',
  demo_rule: 'must be county, town or no',
  log_rule: 'must be silent, fatal, error, warn, info, debug or trace',
  port_in_use: (port) => `Port ${port} is taken. Stop the program that has it, or choose another: PORT=${port + 1} npm start`,
  address_unusable: (host, detail) => `Cannot listen on ${host}: ${detail}. Check HOST and PORT.`,
  base_map_unusable: (detail) => `The outside base map cannot be used: ${detail}. Check JIANGLI_BASE_MAP.`,
  build_failed: 'The console could not be built, see above.',
  failed: (detail) => `Could not start: ${detail}`,
  argument_unknown: (argument) =>
    `npm start takes no argument "${argument}": environment variables say everything. See npm start -- --help.`,
  help: `Builds the console, opens the database, loads a demo where it is empty, and serves everything.

  npm start

Environment variables say everything:

PORT, HOST        where to listen (8080, 127.0.0.1)
DATABASE_URL      PostgreSQL with PostGIS; without it, the embedded database
JIANGLI_DATA      data folder of the embedded database (data)
JIANGLI_DEMO      what to load into an empty database: county, town or no (county when embedded, else no)
JIANGLI_LOG       silent, fatal, error, warn, info, debug or trace (warn)

README.md lists all of them. npm run import brings in data, npm run seed makes several demo counties.
Exit code: 0 stopped, 1 could not start, 2 wrong usage. LANG=zh_CN.UTF-8 gives Chinese.
`,
}
