// How a degree of damage looks, on the map and in lists: a colour for each, and the number of the grade, so that none is told by colour alone.
import type { Degree } from '#geodata/damage/grades.ts'
import type { PointLook } from '../symbols/look.ts'

/** From a calm blue-grey to a dark red, in steps of lightness that stay apart for eyes that see no red, and in print. */
export const DEGREE_COLORS: Readonly<Record<Degree, string>> = {
  intact: '#5b8296',
  slight: '#a98600',
  moderate: '#cf6a00',
  severe: '#c22f1e',
  destroyed: '#5c0a1e',
}
export const ZERO_COLOR = '#1f7a4d'

const GLYPHS: Readonly<Record<Degree, string>> = { intact: 'Ⅰ', slight: 'Ⅱ', moderate: 'Ⅲ', severe: 'Ⅳ', destroyed: 'Ⅴ' }
const SHAPES: Readonly<Record<Degree, PointLook['shape']>> = {
  intact: 'circle',
  slight: 'circle',
  moderate: 'square',
  severe: 'diamond',
  destroyed: 'diamond',
}

/** @param lives whether people died, are missing or trapped */
export const lookOfDegree = (degree: Degree, lives = false): PointLook => ({
  kind: 'point',
  color: DEGREE_COLORS[degree],
  shape: SHAPES[degree],
  glyph: GLYPHS[degree],
  ...(lives && { mark: 'exclamation' as const }),
})

export const ZERO_LOOK: PointLook = { kind: 'point', color: ZERO_COLOR, shape: 'circle', glyph: '零' }
