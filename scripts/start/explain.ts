import { explainDatabase } from '../database/explain.ts'
import type { StartWords } from '../words/start.zh-CN.ts'
import { OptionError, type StartOptions } from './options.ts'

/** A failure whose message is already written for a person. */
export class StartError extends Error {
  override readonly name = 'StartError'
}

/** What to tell a person about a failed start: what was wrong, where, and what to do. */
export function explain(error: unknown, words: StartWords, options: StartOptions | undefined): string {
  if (error instanceof StartError) return error.message
  if (error instanceof OptionError) return words.option_invalid(error.option, words[error.rule])
  const { code, syscall, message } = error as NodeJS.ErrnoException
  if (code === 'EADDRINUSE' && options) return words.port_in_use(options.port)
  if (syscall === 'listen' || (syscall === 'bind' && options)) return words.address_unusable(options?.host ?? '', message)
  const known = options && explainDatabase(error, words, options.database)
  if (known) return known
  return words.failed(error instanceof Error ? (error.stack ?? message) : String(error))
}
