import { en } from './en.ts'
import type { Words } from './words.ts'
import { zh } from './zh-CN.ts'

export { type Phrase, say, type Words } from './words.ts'

export const wordsIn = (language: 'zh' | 'en'): Words => (language === 'zh' ? zh : en)
