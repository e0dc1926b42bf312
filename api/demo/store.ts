import type { Demo } from '#geodata/county/demo.ts'
import { hashPassword } from '../access/passwords.ts'
import type { Database, Queryable } from '../database/database.ts'
import { identifier, join, sql } from '../database/sql.ts'
import { chineseDay } from '../layers/states.ts'
import { DEMO_PASSWORD, storeDemoAccounts } from './accounts.ts'
import { storeDemoCases } from './cases/store.ts'
import { storeDemoDamage } from './damage.ts'
import { demosOf } from './demos.ts'
import { DatabaseNotEmptyError, DEMO_TABLES, filledTables } from './emptiness.ts'
import { storeDemo, storeSchemes } from './features.ts'
import { type DemoName, type DemoOrder, orderOf } from './orders.ts'
import { changeChiefs } from './rivers/change.ts'
import { storeDemoRivers } from './rivers/store.ts'

/** What is stored so far, though not yet committed. */
export interface Progress {
  /** Of the first county, the features are told of before what is known of a year there, which takes as long again. */
  readonly isWhole: boolean
  /** Counties stored, counted from 1. */
  readonly number: number
  readonly name: string
  readonly nameEn: string
  readonly features: number
}

/**
 * Stores a demo in an empty database, all of it or nothing. Rejects with a DatabaseNotEmptyError where there is something already.
 * Whoever wants to store something of his own meanwhile waits for the end.
 * @param now until when what the demo tells of has happened: of an order, the same moment gives the same rows
 */
export async function loadDemo(
  database: Database,
  order: DemoOrder | DemoName,
  progress: (progress: Progress) => void = () => {},
  now = new Date(),
): Promise<void> {
  // Asked first: in a full database there is nothing to wait for.
  await refuseFilled(database)
  await reclaimSpace(database)
  try {
    await database.transaction(async (transaction) => {
      await transaction.script(
        `set local statement_timeout = 0; set local jiangli.bulk = 'on'; lock table ${DEMO_TABLES.join(', ')} in share row exclusive mode`,
      )
      await refuseFilled(transaction)
      let number = 0
      for (const demo of demosOf(typeof order === 'string' ? orderOf(order) : order)) {
        // Schemes are the same everywhere.
        if (number++ === 0) await storeSchemes(transaction, demo)
        await storeDemo(transaction, demo)
        if (number === 1) progress({ number, isWhole: false, ...summaryOf(demo) })
        // The same names everywhere: whoever signs in belongs to the first county.
        if (number === 1 && demo.responsibility)
          await storeDemoAccounts(transaction, demo.responsibility.accounts, await hashPassword(DEMO_PASSWORD))
        if (number === 1) {
          await storeDemoDamage(transaction, demo)
          const asOfNow = await changeChiefs(transaction, demo, chineseDay(now))
          await storeDemoCases(transaction, asOfNow, now)
          await storeDemoRivers(transaction, asOfNow, now)
        }
        progress({ number, isWhole: true, ...summaryOf(demo) })
      }
    })
  } catch (error) {
    // What was taken back still takes up its space, and on a full disk that is what is missing.
    if (!(error instanceof DatabaseNotEmptyError)) await reclaimSpace(database).catch(() => {})
    throw error
  }
}

async function refuseFilled(database: Queryable): Promise<void> {
  const tables = await filledTables(database)
  if (tables.length > 0) throw new DatabaseNotEmptyError(tables)
}

/** Loading that was broken off leaves tables without rows but as large as they were; the embedded database never looks after that. */
async function reclaimSpace(database: Database): Promise<void> {
  await database.query(
    sql`vacuum ${join([...DEMO_TABLES, 'grid_cell', 'scheme_level', 'account_roles', 'case_place_grids'].map((table) => identifier(table)))}`,
  )
}

function summaryOf({ features }: Demo): Omit<Progress, 'number' | 'isWhole'> {
  const { name, name_en } = features.administrative_areas!.find(({ properties }) => properties.level === 'county')!.properties
  return {
    name: String(name),
    nameEn: String(name_en),
    features: Object.values(features).reduce((sum, each) => sum + each.length, 0),
  }
}
