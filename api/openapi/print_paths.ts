import { SHEET_PAPERS } from '../sheets/layout.ts'
import { query } from './components.ts'
import { incidentParameters } from './emergency_paths.ts'
import { get } from './operations.ts'
import { pdf } from './sheet_paths.ts'

const language = query('lang', { type: 'string', enum: ['zh', 'en'] })
const expires = query('expires', { type: 'string', format: 'date', examples: ['2099-12-31'] })

export const printPaths = () => ({
  '/api/emergency/water-book': get('getWaterBook', pdf, {
    parameters: [
      query('territory', { type: 'string', pattern: '^(\\d{9}|\\d{12})$', examples: ['411825100'] }, { required: true }),
      query('paper', { type: 'string', enum: SHEET_PAPERS, default: 'A4' }),
      expires,
      language,
    ],
  }),
  '/api/emergency/incident/sheet': get('getIncidentSheet', pdf, { parameters: [...incidentParameters, language] }),
  '/api/emergency/poster': get('getPoster', pdf, {
    parameters: [
      query('community', { type: 'string', pattern: '^\\d{12}$', examples: ['411825100001'] }, { required: true }),
      expires,
      language,
    ],
  }),
})
