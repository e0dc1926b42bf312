import { createHash, randomBytes } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { LRUCache } from 'lru-cache'
import type { Database } from '../database/database.ts'
import { readSession, readToken, touchSession, touchToken } from './store.ts'
import type { Visitor } from './visitor.ts'

export const SESSION_COOKIE = 'jiangli_session'
/** Without a request for so long, a session ends. */
const IDLE_HOURS = 12
/** What is known of a visitor is asked anew after this, even if the database never said that it changed. */
const KNOWN_MS = 30_000
const VISITORS_KEPT = 20_000

export interface Found {
  readonly visitor: Visitor
  /** Null for programs with a token. */
  readonly csrf_token: string | null
  /** SHA-256 of the session's token; null for programs. */
  readonly session: string | null
}

/** A secret of 256 bits for a cookie or a header. */
export const newSecret = (): string => randomBytes(32).toString('base64url')

export const secretHash = (secret: string): string => createHash('sha256').update(secret).digest('hex')

/** Knows who sent a request by its cookie or its token, and remembers for a while. */
export class Visitors {
  readonly #database: Database
  readonly #kept = new LRUCache<string, { found: Found | null; until: number }>({ max: VISITORS_KEPT })
  /** Counts how often everything was forgotten: what was being read meanwhile may be of before. */
  #forgotten = 0
  #stopListening: (() => Promise<void>) | undefined

  private constructor(database: Database) {
    this.#database = database
  }

  static async start(database: Database): Promise<Visitors> {
    const visitors = new Visitors(database)
    const forget = () => visitors.forget()
    visitors.#stopListening = await database.listen('access_changed', forget, forget)
    return visitors
  }

  async stop(): Promise<void> {
    await this.#stopListening?.()
  }

  /** Accounts, rights or sessions changed: everybody is asked for anew. */
  forget(): void {
    this.#forgotten++
    this.#kept.clear()
  }

  /** Who is known without asking the database: null is nobody, undefined not known. */
  known(request: FastifyRequest): Found | null | undefined {
    const secret = secretOf(request)
    if (secret === undefined) return null
    const kept = this.#kept.get(secret)
    return kept && kept.until > Date.now() ? kept.found : undefined
  }

  async find(request: FastifyRequest): Promise<Found | null> {
    const known = this.known(request)
    if (known !== undefined) return known
    const secret = secretOf(request)!
    const forgotten = this.#forgotten
    const found = await this.#read(secret)
    if (forgotten === this.#forgotten) this.#kept.set(secret, { found, until: Date.now() + KNOWN_MS })
    return found
  }

  /** Whether who came with this request would still be let in: for answers that last. */
  async isStillThere(request: FastifyRequest): Promise<boolean> {
    return (await this.find(request)) !== null
  }

  async #read(secret: string): Promise<Found | null> {
    const hash = secretHash(secret)
    if (secret.startsWith(TOKEN_PREFIX)) {
      const token = await readToken(this.#database, hash)
      if (!token) return null
      await touchToken(this.#database, hash)
      const { read_only, expires_at: _, ...visitor } = token
      return { visitor: { ...visitor, via: 'token', read_only }, csrf_token: null, session: null }
    }
    const session = await readSession(this.#database, hash)
    if (!session || session.idle_s > IDLE_HOURS * 3600) return null
    if (session.idle_s > 60) await touchSession(this.#database, hash)
    const { csrf_token, expires_at: _, idle_s: __, ...visitor } = session
    return { visitor: { ...visitor, via: 'console', read_only: false }, csrf_token, session: hash }
  }
}

export const TOKEN_PREFIX = 'jlt_'

const COOKIE = new RegExp(`(?:^|;\\s*)${SESSION_COOKIE}=([\\w-]{43})(?:;|$)`)
const BEARER = /^Bearer (jlt_[\w-]{43})$/i

/** What a program sends in its header, or a browser in its cookie. A header that is none of ours is not a visitor. */
function secretOf({ headers }: FastifyRequest): string | undefined {
  if (headers.authorization !== undefined) return BEARER.exec(headers.authorization)?.[1]
  return headers.cookie === undefined ? undefined : COOKIE.exec(headers.cookie)?.[1]
}
