import type { FastifyRequest } from 'fastify'
import { calendarDay, readParameters } from '../http/parameters.ts'
import { Problem } from '../http/problem.ts'
import { chineseDay } from '../layers/states.ts'
import { SHEET_PAPERS } from '../sheets/layout.ts'
import { oneOf, readLanguage } from '../sheets/question.ts'
import type { PosterQuestion } from './poster/compose.ts'
import type { BookQuestion } from './water_book/compose.ts'

/** Refuses by name what is not exactly right. Water is not kept by day: a book is always one of today. */
export function readBookQuestion(request: FastifyRequest): BookQuestion {
  const { territory = '', paper, expires, lang } = readParameters(request, ['territory', 'paper', 'expires', 'lang'])
  if (!/^(\d{9}|\d{12})$/.test(territory)) throw new Problem(400, 'book_territory_invalid', { field: 'territory' })
  const day = chineseDay()
  return {
    territory,
    paper: oneOf(paper, SHEET_PAPERS, 'sheet_paper_unknown', 'paper') ?? 'A4',
    day,
    expires: readExpiry(expires, day),
    language: readLanguage(request, lang),
  }
}

export function readPosterQuestion(request: FastifyRequest): PosterQuestion {
  const { community = '', expires, lang } = readParameters(request, ['community', 'expires', 'lang'])
  if (!/^\d{12}$/.test(community)) throw new Problem(400, 'poster_community_invalid', { field: 'community' })
  const day = chineseDay()
  return { community, day, expires: readExpiry(expires, day), language: readLanguage(request, lang) }
}

/** A day after today, or undefined where none was asked for. */
function readExpiry(text: string | undefined, day: string): string | undefined {
  if (text === undefined) return undefined
  const found = calendarDay(text)
  if (found === undefined || found <= day) throw new Problem(400, 'expiry_invalid', { field: 'expires' }, { day })
  return found
}
