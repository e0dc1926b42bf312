import { en } from './en.ts'
import type { Words } from './words.ts'
import { zh } from './zh.ts'

export { type Phrase, say, type Words } from './words.ts'

/** By the environment's locale, as POSIX reads it: LC_ALL before LC_MESSAGES before LANG. */
export function wordsFor(environment: Readonly<Record<string, string | undefined>>): Words {
  const locale = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || ''
  return locale.toLowerCase().startsWith('zh') ? zh : en
}
