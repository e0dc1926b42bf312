/** Measures and colours of a report on A4. Millimetres. */
import { PAPERS } from '../../sheets/layout.ts'

export const [PAGE_WIDTH, PAGE_HEIGHT] = PAPERS.A4
export const LEFT = 17
export const WIDTH = PAGE_WIDTH - 2 * LEFT
export const TOP = 24
export const TOP_OF_FIRST = 47
export const BOTTOM = PAGE_HEIGHT - 19

export const TEXT = 3.5
export const LIST_TEXT = 2.7
export const NOTE = 2.6
export const LINE = 1.55

export const ACCENT = '#0b4f6c'
export const GOOD = '#1d6b45'
export const BAD = '#a61b1b'
