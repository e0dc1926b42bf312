import type { Words } from '#geodata/layers/index.ts'

/** The catalogue's texts come in both languages; this picks one. */
export const pick = (words: Words, language: string): string => (language === 'en' ? words.en : words.zh)
