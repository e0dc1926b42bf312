import { LAYERS } from '#geodata/layers/index.ts'
import type { Queryable } from '../database/database.ts'
import { identifier, join, sql } from '../database/sql.ts'

/** The database holds something, and a demo is never mixed with it. */
export class DatabaseNotEmptyError extends Error {
  override readonly name = 'DatabaseNotEmptyError'
  readonly code = 'database_not_empty'
  /** The tables that hold something. */
  readonly tables: readonly string[]

  constructor(tables: readonly string[]) {
    super(`database_not_empty: ${tables.join(', ')}`)
    this.tables = tables
  }
}

/** Whatever somebody could have stored: features, schemes, imports, heights, people, and who may come in. */
export const DEMO_TABLES = [
  ...LAYERS.map(({ id }) => id),
  'scheme',
  'import',
  'elevation_models',
  'organisations',
  'posts',
  'people',
  'tenures',
  'assignments',
  'accounts',
  'damage_events',
  'damage_reports',
  'photos',
  'case_departments',
  'case_places',
  'cases',
  'case_events',
  'work_calendar_days',
  'patrols',
  'water_samples',
  'signboards',
]

export async function isEmpty(database: Queryable): Promise<boolean> {
  return (await filledTables(database)).length === 0
}

/** The tables that hold something. */
export async function filledTables(database: Queryable): Promise<string[]> {
  const questions = DEMO_TABLES.map((table) => sql`select ${table}::text as name where exists (select from ${identifier(table)})`)
  return (await database.query<{ name: string }>(sql`${join(questions, ' union all ')}`)).map(({ name }) => name)
}
