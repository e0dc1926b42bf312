import type { Measures, Rule } from '#geodata/planning/index.ts'

/** Whether a number lies in the band that the scheme's rules set for it. */
export type BandState = 'inside' | 'below' | 'above'

export interface Band {
  readonly measure: keyof Measures
  readonly minimum: number | null
  readonly maximum: number | null
}

const BANDED = ['households', 'population', 'cells'] as const

/** The bands of the grids of a level; levels of rules count from 1, those of the fabric from 0. */
export function bandsOf(rules: readonly Rule[], level: number): Band[] {
  return BANDED.flatMap((measure) => {
    const own = rules.filter(({ rule, severity }) => rule === measure && severity !== 'off')
    const rule = own.find((one) => one.level === level + 1) ?? own.find((one) => one.level === null)
    return rule ? [{ measure, minimum: rule.minimum, maximum: rule.maximum }] : []
  })
}

export const stateIn = ({ minimum, maximum }: Band, value: number): BandState =>
  minimum !== null && value < minimum ? 'below' : maximum !== null && value > maximum ? 'above' : 'inside'

/** A grid without land is unfinished, not wrong. */
export const outOfBand = (bands: readonly Band[], measures: Measures): boolean =>
  measures.cells > 0 && bands.some((band) => stateIn(band, measures[band.measure]) !== 'inside')
