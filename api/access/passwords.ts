import { randomInt } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'
import { Problem } from '../http/problem.ts'

/** OWASP Password Storage Cheat Sheet (2025): Argon2id with 19 MiB, 2 passes, 1 lane. */
const ARGON2ID = 2
const COST = { algorithm: ARGON2ID, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const
const MINIMUM_LENGTH = 10
const MAXIMUM_LENGTH = 200
/** Each takes 19 MiB and a thread; more at once would only make everybody wait. */
const AT_ONCE = 4
const WAITING = 100

let running = 0
const waiting: (() => void)[] = []

/** Rejects with `sign_in_busy` when too many wait already. */
async function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  if (running >= AT_ONCE) {
    if (waiting.length >= WAITING) throw new Problem(503, 'sign_in_busy')
    await new Promise<void>((resolve) => waiting.push(resolve))
  }
  running++
  try {
    return await work()
  } finally {
    running--
    waiting.shift()?.()
  }
}

export const hashPassword = (password: string): Promise<string> => inTurn(() => hash(password.normalize('NFKC'), COST))

/** Of a password that nobody has: an unknown account must take as long to refuse as a wrong password. */
let nobodys: Promise<string> | undefined

/** @param stored hash of the account's password, or undefined where there is no such account */
export async function isPassword(stored: string | undefined, password: string): Promise<boolean> {
  nobodys ??= hashPassword(oneTimePassword())
  const compared = stored ?? (await nobodys)
  const right = await inTurn(() => verify(compared, password.slice(0, MAXIMUM_LENGTH).normalize('NFKC')))
  return right && stored !== undefined
}

const COMMON = /^(.)\1*$|^(0?123456789|1234567890|qwertyuiop|password|passw0rd|admin|jiangli|abc)[\d!@#]*$/i

/** Refuses with `password_weak` (NIST SP 800-63B: length counts, not kinds of characters). */
export function demandStrong(password: string, accountName: string, old?: string): void {
  const characters = [...password].length
  const weak = characters < MINIMUM_LENGTH || characters > MAXIMUM_LENGTH || COMMON.test(password)
  if (weak || password === old || password.toLowerCase() === accountName.toLowerCase())
    throw new Problem(422, 'password_weak', { field: 'password' }, { minimum: MINIMUM_LENGTH })
}

/** Without letters and digits that are taken for each other. */
const LEGIBLE = 'abcdefghjkmnpqrstuvwxyz23456789'

/** A password to be typed once, of 79 bits. */
export const oneTimePassword = (): string =>
  Array.from({ length: 4 }, () => Array.from({ length: 4 }, () => LEGIBLE[randomInt(LEGIBLE.length)]).join('')).join('-')
