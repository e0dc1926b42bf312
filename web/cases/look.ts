// How a case looks, on the map and in lists: by whose turn it is in colour and shape, with the number of the step that comes next.
import type { Stage } from '#geodata/cases/flow.ts'
import type { PointLook } from '../symbols/look.ts'

const DESK = { color: '#a35c00', shape: 'square' } as const
const HANDLER = { color: '#1f6aa5', shape: 'circle' } as const
const VERIFIER = { color: '#7b3fa0', shape: 'triangle' } as const
const CLOSING = { color: '#1f7a4d', shape: 'diamond' } as const
const ENDED = { color: '#6b7477', shape: 'circle' } as const

/** Numbers of the seven steps: what each stage waits for. Outside of the seven, signs that need no language. */
const LOOKS: Readonly<Record<Stage, Pick<PointLook, 'color' | 'shape' | 'glyph'>>> = {
  collected: { ...DESK, glyph: '2' },
  filed: { ...DESK, glyph: '3' },
  dispatched: { ...HANDLER, glyph: '4' },
  handling: { ...HANDLER, glyph: '5' },
  reported_back: { ...VERIFIER, glyph: '6' },
  verified: { ...CLOSING, glyph: '7' },
  closed: { ...ENDED, glyph: '✓' },
  dismissed: { ...ENDED, glyph: '×' },
  merged: { ...ENDED, glyph: '+' },
}

export const lookOfCase = (stage: Stage, isOverdue = false): PointLook => ({
  kind: 'point',
  ...LOOKS[stage],
  ...(isOverdue && { mark: 'exclamation' as const }),
})
