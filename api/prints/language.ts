import type { FastifyRequest } from 'fastify'
import { languageOf } from '../http/language.ts'
import { choice, type Parameters } from '../http/parameters.ts'
import { LANGUAGE_TAG, type Language } from '../words/index.ts'

export const PRINT_LANGUAGES = ['zh', LANGUAGE_TAG.zh, 'en'] as const

/** As it was asked for, by its short name or its tag; else that of the browser. */
export function readPrintLanguage(request: FastifyRequest, parameters: Parameters): Language {
  const asked = choice(parameters, 'language', PRINT_LANGUAGES)
  return asked === null ? languageOf(request) : asked === 'en' ? 'en' : 'zh'
}
