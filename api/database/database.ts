import type { Statement } from './sql.ts'

/** Answers rows. Dates come as `YYYY-MM-DD`, moments as ISO 8601 in UTC, bigint and numeric as numbers. */
export interface Queryable {
  /** JSON parameters are passed as text. A statement that runs often is `prepared` on the server once per connection. */
  query<Row extends object>(statement: Statement, options?: { readonly prepared?: boolean }): Promise<Row[]>
}

export interface Transaction extends Queryable {
  /** Runs several statements without parameters: migrations only. */
  script(text: string): Promise<void>
}

/** The one way to the data. PostgreSQL and the embedded database behave alike behind it. */
export interface Database extends Queryable {
  readonly kind: 'postgresql' | 'embedded'
  /**
   * Commits when `work` resolves, rolls back when it rejects. Inside, ask the transaction only: the embedded database has
   * one connection, and a question to the database itself would wait for the transaction's end for ever.
   */
  transaction<Result>(work: (transaction: Transaction) => Promise<Result>): Promise<Result>
  /**
   * Hears NOTIFY on a channel. `reconnected` is called when notifications may have been missed, so that the listener can
   * read the state anew. Resolves to a function that stops listening.
   */
  listen(channel: string, heard: (payload: string) => void, reconnected?: () => void): Promise<() => Promise<void>>
  /**
   * From now on statements run with the rights of the application's role only (migration 0012): the server neither makes nor
   * changes tables. Call it after migrating, while nothing else runs.
   */
  restrict(): Promise<void>
  close(): Promise<void>
}

export const APPLICATION_ROLE = 'jiangli_application'

/** What the database said against a statement, the same for both implementations. */
export class DatabaseError extends Error {
  override readonly name = 'DatabaseError'
  /** SQLSTATE, https://www.postgresql.org/docs/current/errcodes-appendix.html */
  readonly code: string | undefined
  readonly constraint: string | undefined
  readonly column: string | undefined

  constructor(source: { message: string; code?: unknown; constraint?: unknown; column?: unknown }) {
    super(source.message)
    this.code = text(source.code)
    this.constraint = text(source.constraint)
    this.column = text(source.column)
  }
}

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)
