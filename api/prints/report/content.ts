/** A report of figures on A4: what it says, as plain data for the thread that draws it. */
import type { List } from '../../sheets/table.ts'
import type { Language } from '../../words/index.ts'
import { REPORT_TEXT } from '../../words/report_text.ts'

/** One number in large letters, with what it was in the period before. */
export interface Figure {
  readonly label: string
  readonly value: string
  readonly before: string | null
  readonly change: string | null
  readonly tone: 'good' | 'bad' | 'plain'
}

export type Filling = 'full' | 'hatched' | 'pale' | 'empty'

/** Bars of parts that lie end to end; each part has its own filling, told in the legend. */
export interface Bars {
  readonly parts: readonly { readonly label: string; readonly filling: Filling }[]
  readonly rows: readonly { readonly label: string; readonly lengths: readonly number[]; readonly said: string }[]
}

export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'figures'; readonly figures: readonly Figure[] }
  | { readonly kind: 'list'; readonly list: List }
  | { readonly kind: 'bars'; readonly bars: Bars }
  | { readonly kind: 'notes'; readonly title: string; readonly lines: readonly string[] }

export interface Report {
  readonly language: Language
  readonly title: string
  readonly subtitle: string
  /** Below the title, left and right. */
  readonly said: readonly [string, string]
  readonly drawnOn: string
  readonly blocks: readonly Block[]
}

/** Numbers the headings in their order. */
export function numbered(blocks: readonly Block[], language: Language): Block[] {
  let index = 0
  return blocks.map((block) =>
    block.kind === 'heading' ? { ...block, text: REPORT_TEXT[language].numbered(index++, block.text) } : block,
  )
}
