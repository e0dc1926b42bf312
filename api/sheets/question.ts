import type { FastifyRequest } from 'fastify'
import { languageOf } from '../http/language.ts'
import { readParameters, readText } from '../http/parameters.ts'
import { Problem } from '../http/problem.ts'
import { readDay } from '../responsibility/parameters.ts'
import type { Language } from '../words/index.ts'
import { ORIENTATIONS, SHEET_PAPERS } from './layout.ts'

export interface SheetQuestion {
  /** Code of an administrative area. */
  readonly area: string
  readonly scheme: string
  /** Undefined leaves it to the area. */
  readonly level: number | undefined
  readonly paper: (typeof SHEET_PAPERS)[number]
  readonly orientation: (typeof ORIENTATIONS)[number]
  readonly day: string
  readonly title: string | undefined
  readonly language: Language
}

export const SHEET_PARAMETERS = ['area', 'scheme', 'level', 'paper', 'orientation', 'at', 'title', 'lang'] as const

/** Refuses by name what is not exactly right. */
export function readQuestion(request: FastifyRequest): SheetQuestion {
  const { area = '', scheme = '', level, paper, orientation, at, title, lang } = readParameters(request, SHEET_PARAMETERS)
  if (!/^(\d{6}|\d{9}|\d{12})$/.test(area)) throw new Problem(400, 'sheet_area_invalid', { field: 'area' })
  if (level !== undefined && !/^[1-9]$/.test(level)) throw new Problem(400, 'sheet_level_invalid', { field: 'level' })
  return {
    area,
    scheme: readText('scheme', scheme),
    level: level === undefined ? undefined : Number(level),
    paper: oneOf(paper, SHEET_PAPERS, 'sheet_paper_unknown', 'paper') ?? 'A4',
    orientation: oneOf(orientation, ORIENTATIONS, 'sheet_orientation_unknown', 'orientation') ?? 'auto',
    day: readDay(at),
    title: title === undefined ? undefined : readText('title', title),
    language: readLanguage(request, lang),
  }
}

export function readLanguage(request: FastifyRequest, lang: string | undefined): Language {
  if (lang !== undefined && lang !== 'zh' && lang !== 'en') throw new Problem(400, 'sheet_language_unknown', { field: 'lang' })
  return lang ?? languageOf(request)
}

export function oneOf<Value extends string>(
  text: string | undefined,
  known: readonly Value[],
  code: 'sheet_paper_unknown' | 'sheet_orientation_unknown',
  field: string,
): Value | undefined {
  if (text !== undefined && !(known as readonly string[]).includes(text))
    throw new Problem(400, code, { field }, { known: known.join(', ') })
  return text as Value | undefined
}
