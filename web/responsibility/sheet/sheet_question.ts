import type { Language } from '../../state/url.ts'

export const PAPERS = ['A4', 'A3'] as const
export const ORIENTATIONS = ['auto', 'portrait', 'landscape'] as const

export interface SheetChoice {
  /** Code of an administrative area. */
  readonly area: string | null
  readonly scheme: string | null
  /** Null leaves it to the area. */
  readonly level: number | null
  readonly paper: (typeof PAPERS)[number]
  readonly orientation: (typeof ORIENTATIONS)[number]
  readonly title: string
  readonly language: Language
}

/** Address of the sheet, as a PDF to be printed or as a workbook. What is left to the server is left out. */
export function sheetAddress(
  kind: 'pdf' | 'xlsx',
  { area, scheme, level, paper, orientation, title, language }: SheetChoice & { area: string; scheme: string },
  day: string | null,
): string {
  const query = new URLSearchParams({
    area,
    scheme,
    ...(level !== null && { level: String(level) }),
    paper,
    ...(orientation !== 'auto' && { orientation }),
    ...(day !== null && { at: day }),
    ...(title.trim() && { title: title.trim() }),
    lang: language === 'en' ? 'en' : 'zh',
  })
  return `/api/sheets/responsibility.${kind}?${query}`
}
