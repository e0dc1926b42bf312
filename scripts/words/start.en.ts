import type { StartWords } from './start.zh-CN.ts'

/** What `npm start` says in English. */
export const en: StartWords = {
  building: 'Building the console …',
  opening_embedded: (folder) => `Opening the embedded database: ${folder}`,
  creating_embedded: (folder) => `Creating the embedded database (about half a minute, once): ${folder}`,
  opening_postgresql: 'Connecting to PostgreSQL (DATABASE_URL) …',
  migrating: (name) => `Bringing the tables up to date: ${name}`,
  loading_demo: (demo) =>
    `The database is empty: loading the demo ${demo} (invented${demo === 'county' ? ', about a minute' : ''}) …`,
  empty: 'The database is empty. Bring in data with npm run import, or start with JIANGLI_DEMO=county for the demo county.',
  ready: (url, seconds) => `Jiangli is ready after ${seconds} s: ${url}`,
  stop_hint: 'Ctrl-C stops it.',
  durability:
    'Note: the embedded database does not wait for the disk. A killed process loses nothing, a power cut may lose the last changes. For work that counts, use PostgreSQL (DATABASE_URL).',
  exposed: (host) => `Beware: listening on ${host}. Whoever reaches this address sees all data; there is no sign-in yet.`,
  stopping: 'Stopping …',
  option_invalid: (name, rule) => `The environment variable ${name} is not valid: it ${rule}.`,
  port_rule: 'must be a whole number from 1 to 65535',
  megabytes_rule: 'must be a whole number from 0 to 99999',
  demo_rule: 'must be county, town or no',
  log_rule: 'must be silent, fatal, error, warn, info, debug or trace',
  port_in_use: (port) => `Port ${port} is taken. Stop the program that has it, or choose another: PORT=${port + 1} npm start`,
  address_unusable: (host, detail) => `Cannot listen on ${host}: ${detail}. Check HOST and PORT.`,
  data_folder_in_use: (folder, detail) =>
    `The data folder ${folder} is in use by another Jiangli (${detail}). Stop that one first, or name another folder with JIANGLI_DATA.`,
  data_folder_damaged: (folder, detail) =>
    `The data folder ${folder} is damaged:\n  ${detail}\nNothing in it was deleted. Restore ${folder}/database from a backup; or, to begin anew, put it aside first:\n  mv '${folder}' '${folder}.damaged'\nand run npm start again.`,
  data_folder_other_version: (folder, detail) =>
    `The data folder ${folder} was made by another version of the database (${detail}). Nothing in it was changed. Open it with the Jiangli that made it, or name another folder with JIANGLI_DATA.`,
  data_folder_unusable: (folder, detail) =>
    `The data folder ${folder} cannot be used: ${detail}. Check its permissions and the disk, or name another folder with JIANGLI_DATA.`,
  migration_changed: (detail) =>
    `The database does not fit this version: ${detail}. Nothing was changed. Use the version that made it.`,
  database_newer: (detail) => `The database is newer than this version: ${detail}. Upgrade Jiangli.`,
  migration_failed: (detail) => `The tables could not be brought up to date; the database is as it was: ${detail}`,
  database_unreachable: (detail) => `PostgreSQL cannot be reached: ${detail}. Check DATABASE_URL.`,
  base_map_unusable: (detail) => `The outside base map cannot be used: ${detail}. Check JIANGLI_BASE_MAP.`,
  build_failed: 'The console could not be built, see above.',
  failed: (detail) => `Could not start: ${detail}`,
}
