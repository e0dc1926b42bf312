import { databaseEn } from './database.en.ts'
import type { SeedWords } from './seed.zh-CN.ts'

/** What `npm run seed` says in English. */
export const seedEn: SeedWords = {
  ...databaseEn,
  done: (features, seconds) => `Loaded ${features.toLocaleString('en')} features in ${seconds} s. npm start shows them.`,
  unknown_demo: (value, names) => `There is no demo "${value}". --demo may be: ${names}.`,
  bad_number: (option, value, most) => `${option} must be a whole number from 1 to ${most}, and "${value}" is none.`,
  county_only: (option) =>
    `${option} is for the county only: there is one town, the same every time. Leave ${option} away, or use --demo county.`,
  option_without_value: (option) => `${option} needs a value after it.`,
  given_twice: (option) => `${option} is given twice.`,
  unknown_option: (option) => `There is no option "${option}".`,
  see_help: 'npm run seed -- --help explains everything.',
  failed: (detail) => `Loading failed, nothing was stored: ${detail}`,
  help: `Loads invented data into an empty database: all of it, or nothing.

  npm run seed -- [options]

--demo county|town  the demo county (standard), or a town that loads in seconds
--scale N           a prefecture of N counties for load tests: 1 to 100 (standard 1)
--seed S            what chance depends on, a whole number from 1 to 999999999 (standard 1); the same seed gives the same data
--help

Where: DATABASE_URL names a PostgreSQL with PostGIS; without it the embedded database in JIANGLI_DATA (./data), which no server may
have open meanwhile. A county is about 72,000 features and 50 MB in PostgreSQL; the embedded database is for a few of them.
Exit code: 0 loaded, 1 refused or failed, 2 wrong usage. LANG=zh_CN.UTF-8 gives Chinese.

Examples
  npm run seed
  npm run seed -- --demo town
  npm run seed -- --seed 7
  DATABASE_URL=postgres://… npm run seed -- --scale 100
`,
}
