import type { Unit } from '#geodata/layers/index.ts'

/** Both languages of the console write numbers alike: 12,345.6 */
const whole = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 })
const exact = new Intl.NumberFormat('en-US', { maximumFractionDigits: 3 })
const rough = new Intl.NumberFormat('en-US', { maximumFractionDigits: 1 })

export const formatCount = (count: number): string => whole.format(count)

/** 0.041 as 4.1%. */
export function formatShare(share: number): string {
  if (share > 0 && share < 0.001) return '<0.1%'
  return `${(Math.min(1, share) * 100).toFixed(share < 0.0995 ? 1 : 0)}%`
}

const SIGNS: Readonly<Record<Unit, { readonly zh: string; readonly en: string }>> = {
  m: { zh: 'm', en: 'm' },
  m2: { zh: 'm²', en: 'm²' },
  m3: { zh: 'm³', en: 'm³' },
  mm: { zh: 'mm', en: 'mm' },
  MPa: { zh: 'MPa', en: 'MPa' },
  'L/s': { zh: 'L/s', en: 'L/s' },
  degree: { zh: '°', en: '°' },
  'mm/a': { zh: 'mm/a', en: 'mm/a' },
  't/d': { zh: 't/d', en: 't/d' },
  'mg/L': { zh: 'mg/L', en: 'mg/L' },
  'm2/person': { zh: 'm²/人', en: 'm²/person' },
  'km/h': { zh: 'km/h', en: 'km/h' },
}

export const unitSign = (unit: Unit, language: string): string => SIGNS[unit][language === 'en' ? 'en' : 'zh']

const NARROW_SPACE = '\u202f'

/** A number in its field's unit, with the larger unit added where the number alone says little: 1,234,567 m² (1.23 km²). */
export function formatQuantity(value: number, unit: Unit | undefined, language: string): string {
  if (!unit) return exact.format(value)
  const sign = SIGNS[unit][language === 'en' ? 'en' : 'zh']
  if (unit === 'degree') return `${exact.format(value)}${sign}`
  const digits = unit === 'm2' && value >= 100 ? whole : unit === 'm' && value >= 100 ? rough : exact
  const text = `${digits.format(value)}${NARROW_SPACE}${sign}`
  return unit === 'm2' && value >= 1e6 ? `${text}${aside(`${(value / 1e6).toFixed(2)}${NARROW_SPACE}km²`, language)}` : text
}

const aside = (text: string, language: string) => (language === 'en' ? ` (${text})` : `（${text}）`)
