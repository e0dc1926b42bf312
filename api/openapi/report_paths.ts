import { CHIEF_LEVELS } from '#geodata/rivers/records.ts'
import { SUBJECTS } from '../cases/filter.ts'
import { BULLETIN_PERIODS } from '../prints/bulletin/period.ts'
import { BULLETIN_BYS } from '../prints/bulletin/question.ts'
import { PRINT_LANGUAGES } from '../prints/language.ts'
import { BOARD_SIZES } from '../prints/rivers/signboard/layouts.ts'
import { BYS } from '../rivers/month.ts'
import { query } from './components.ts'
import { get, parameter } from './operations.ts'
import { pdf, xlsx } from './sheet_paths.ts'

const language = query('language', { type: 'string', enum: PRINT_LANGUAGES })
const territory = query('territory', { type: 'string', pattern: '^(\\d{6}|\\d{9}|\\d{12})$', examples: ['411825'] })

const bulletin = [
  query('period', { type: 'string', enum: BULLETIN_PERIODS, default: 'week' }),
  query('day', { type: 'string', format: 'date', examples: ['2026-03-03'] }),
  query('by', { type: 'string', enum: BULLETIN_BYS, default: 'town' }),
  query('scheme', { type: 'string', pattern: '^[a-z][a-z0-9_]{0,62}$', examples: ['governance'] }),
  query('level', { type: 'integer', minimum: 1, maximum: 9 }),
  territory,
  query('subject', { type: 'string', enum: SUBJECTS }),
  language,
]

const month = [
  query('month', { type: 'string', pattern: '^\\d{4}-\\d{2}$', examples: ['2026-03'] }),
  query('by', { type: 'string', enum: BYS, default: 'town' }),
  query('level', { type: 'string', enum: CHIEF_LEVELS, default: 'village' }),
  territory,
  language,
]

export const reportPaths = () => ({
  '/api/cases/bulletin.pdf': get('getBulletin', pdf, { parameters: bulletin }),
  '/api/cases/bulletin.xlsx': get('getBulletinWorkbook', xlsx, { parameters: bulletin }),
  '/api/rivers/month.pdf': get('getRiverMonthSheet', pdf, { parameters: month }),
  '/api/rivers/month.xlsx': get('getRiverMonthWorkbook', xlsx, { parameters: month }),
  '/api/rivers/segments/{id}/signboard.pdf': get('getSignboard', pdf, {
    parameters: [parameter('id'), query('size', { type: 'string', enum: BOARD_SIZES, default: 'A2' }), language],
  }),
})
