import type { FastifyRequest } from 'fastify'
import { baseUrl } from '../../http/base_url.ts'
import { choice, readParameters, wholeNumber } from '../../http/parameters.ts'
import { Problem } from '../../http/problem.ts'
import { chineseDay } from '../../layers/states.ts'
import { readPrintLanguage } from '../language.ts'
import type { SignboardQuestion } from './signboard/compose.ts'
import { BOARD_SIZES } from './signboard/layouts.ts'

/** A board shows who it is today. Refuses by name what is not exactly right. */
export function readSignboardQuestion(request: FastifyRequest): SignboardQuestion {
  const parameters = readParameters(request, ['size', 'language'])
  const { id } = request.params as { id: string }
  const segment = wholeNumber(id)
  if (segment === undefined || segment < 1 || segment > 2 ** 31 - 1) throw new Problem(404, 'record_not_found', {}, { id })
  return {
    segment,
    size: choice(parameters, 'size', BOARD_SIZES) ?? 'A2',
    day: chineseDay(),
    language: readPrintLanguage(request, parameters),
    address: `${baseUrl(request)}/?work=rivers&river=${segment}`,
  }
}
