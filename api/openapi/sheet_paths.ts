import { ORIENTATIONS, SHEET_PAPERS } from '../sheets/layout.ts'
import { PDF, XLSX } from '../sheets/routes.ts'
import { query } from './components.ts'
import { get } from './operations.ts'

const file = (type: string) => ({ description: 'OK', content: { [type]: { schema: { type: 'string', format: 'binary' } } } })

export const pdf = file(PDF)
export const xlsx = file(XLSX)

/** Both take the same question; the workbook's paper is that of its print setup. Area and scheme are rows of the database. */
const parameters = [
  query('area', { type: 'string', pattern: '^(\\d{6}|\\d{9}|\\d{12})$', examples: ['411825'] }, { required: true }),
  query('scheme', { type: 'string', examples: ['governance'] }, { required: true }),
  query('level', { type: 'integer', minimum: 1, maximum: 9, examples: ['1'] }),
  query('paper', { type: 'string', enum: SHEET_PAPERS, default: 'A4' }),
  query('orientation', { type: 'string', enum: ORIENTATIONS, default: 'auto' }),
  query('at', { type: 'string', format: 'date', examples: ['2026-03-03'] }),
  query('title', { type: 'string', minLength: 1, maxLength: 200 }),
  query('lang', { type: 'string', enum: ['zh', 'en'] }),
]

export const sheetPaths = () => ({
  '/api/sheets/responsibility.pdf': get('getResponsibilityMap', pdf, { parameters }),
  '/api/sheets/responsibility.xlsx': get('getResponsibilityList', xlsx, { parameters }),
})
