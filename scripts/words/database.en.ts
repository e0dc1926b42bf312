import type { DatabaseWords } from './database.zh-CN.ts'

/** What every command that opens a database says about it in English. */
export const databaseEn: DatabaseWords = {
  opening_embedded: (folder) => `Opening the embedded database: ${folder}`,
  creating_embedded: (folder) => `Creating the embedded database (about a minute, once): ${folder}`,
  opening_postgresql: 'Connecting to PostgreSQL (DATABASE_URL) …',
  migrating: (name) => `Bringing the tables up to date: ${name}`,
  loading_demo: (demo, scale) => {
    if (demo === 'town') return 'The database is empty: loading the demo town (invented) …'
    return scale === 1
      ? 'The database is empty: loading the demo county (invented, about a minute) …'
      : `The database is empty: loading a demo prefecture of ${scale} counties (invented, about a minute each) …`
  },
  features_loaded: (county, seconds) =>
    `${county.nameEn}: ${county.features.toLocaleString('en')} features (${seconds} s); next its year of cases, patrols and damage …`,
  county_loaded: (number, of, county, seconds) => `${of === 1 ? '' : `${number}/${of} `}${county.nameEn} (${seconds} s)`,
  data_folder_in_use: (folder, detail) =>
    `The data folder ${folder} is in use by another Jiangli (${detail}). Stop that one first, or name another folder with JIANGLI_DATA.`,
  data_folder_damaged: (folder, detail) =>
    `The data folder ${folder} is damaged:\n  ${detail}\nNothing in it was deleted. Restore ${folder}/database from a backup; or, to begin anew, put it aside first:\n  mv '${folder}' '${folder}.damaged'\nand run the same command again.`,
  data_folder_other_version: (folder, detail) =>
    `The data folder ${folder} was made by another version of the database (${detail}). Nothing in it was changed. Open it with the Jiangli that made it, or name another folder with JIANGLI_DATA.`,
  data_folder_unusable: (folder, detail) =>
    `The data folder ${folder} cannot be used: ${detail}. Check its permissions and the disk, or name another folder with JIANGLI_DATA.`,
  migration_changed: (detail) =>
    `The database does not fit this version: ${detail}. Nothing was changed. Use the version that made it.`,
  database_newer: (detail) => `The database is newer than this version: ${detail}. Upgrade Jiangli.`,
  migration_failed: (detail) => `The tables could not be brought up to date; the database is as it was: ${detail}`,
  database_unreachable: (detail) => `PostgreSQL cannot be reached: ${detail}. Check DATABASE_URL.`,
  database_lost: (detail) =>
    `The connection to PostgreSQL was lost: ${detail}. Nothing was stored. When the database is back, run the same command again.`,
  database_not_empty: (tables) =>
    `The database holds data already (in ${tables}). A demo goes into an empty database only: it is neither mixed with data nor loaded twice. Nothing was changed. Name another folder with JIANGLI_DATA, or another database with DATABASE_URL (database_not_empty).`,
  disk_full: (where, detail) =>
    `The disk is full (${where}): ${detail}. Nothing was stored, and what was there before is as it was. Make room, then run the same command again (disk_full).`,
}
