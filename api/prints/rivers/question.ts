import type { FastifyRequest } from 'fastify'
import { CHIEF_LEVELS } from '#geodata/rivers/records.ts'
import { readTerritory } from '../../cases/filter.ts'
import { baseUrl } from '../../http/base_url.ts'
import { choice, readParameters } from '../../http/parameters.ts'
import { chineseDay } from '../../layers/states.ts'
import { BYS } from '../../rivers/month.ts'
import { readMonthName } from '../../rivers/month_routes.ts'
import { segmentIdOf } from '../../rivers/reading.ts'
import type { OfId } from '../../staff/ids.ts'
import { readPrintLanguage } from '../language.ts'
import type { MonthSheetQuestion } from './month/gather.ts'
import type { SignboardQuestion } from './signboard/compose.ts'
import { BOARD_SIZES } from './signboard/layouts.ts'

/** A board shows who it is today. Refuses by name what is not exactly right. */
export function readSignboardQuestion(request: FastifyRequest<OfId>): SignboardQuestion {
  const parameters = readParameters(request, ['size', 'language'])
  const segment = segmentIdOf(request)
  return {
    segment,
    size: choice(parameters, 'size', BOARD_SIZES) ?? 'A2',
    day: chineseDay(),
    language: readPrintLanguage(request, parameters),
    address: `${baseUrl(request)}/?work=rivers&river=${segment}`,
  }
}

export function readMonthQuestion(request: FastifyRequest): MonthSheetQuestion {
  const parameters = readParameters(request, ['month', 'by', 'level', 'territory', 'language'])
  const today = chineseDay()
  return {
    month: readMonthName(parameters.month, today),
    by: choice(parameters, 'by', BYS) ?? 'town',
    level: choice(parameters, 'level', CHIEF_LEVELS) ?? 'village',
    territory: readTerritory(parameters),
    today,
    language: readPrintLanguage(request, parameters),
  }
}
