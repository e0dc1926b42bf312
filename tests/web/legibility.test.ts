// Colours by numbers: can they be read, by day and by night, and by eyes that see some colours alike?
import { describe, expect, it } from 'vitest'
import { LAYERS } from '#geodata/layers/index.ts'
import { contrast, lighter, linearOf, toOklab } from '../../web/symbols/colors.ts'
import { type LegendEntry, legendOf } from '../../web/symbols/look.ts'
import { inTheme, letteringOf, PALETTES, type Theme } from '../../web/symbols/palette.ts'

const THEMES: readonly Theme[] = ['light', 'dark']
/** WCAG 2.2: 1.4.3 for text, 1.4.11 for what has to be told from its ground. */
const TEXT = 4.5
const GRAPHICS = 3

describe.each(THEMES)('on a %s map', (theme) => {
  const palette = PALETTES[theme]
  const grounds = [
    palette.county,
    ...legendOf(LAYERS.find(({ isGround }) => isGround)!)[0]!.entries.map(({ look }) => inTheme(look, theme)),
  ]

  it('lettering can be read on its halo and on every ground', () => {
    for (const ink of [palette.label, palette.labelPlace, palette.labelWater, palette.labelArea, palette.labelRoad])
      for (const ground of [palette.halo, palette.county])
        expect(contrast(ink, ground), `${ink} on ${ground}`).toBeGreaterThan(TEXT)
    for (const { symbol, id } of LAYERS.filter(({ isGround, symbol }) => !isGround && symbol.kind === 'area'))
      expect(contrast(letteringOf(symbol, theme), palette.halo), id).toBeGreaterThan(TEXT)
  })

  it('borders and lines of every theme can be told from the paper', () => {
    // Roads and rivers are ground themselves: pale between edges of their own.
    const themes = LAYERS.filter(
      ({ isGround, id, symbol }) => !isGround && !['roads', 'rivers'].includes(id) && symbol.kind !== 'point',
    )
    for (const layer of themes)
      for (const { choice, look } of legendOf(layer).flatMap(({ entries }) => entries))
        expect(contrast(inTheme(look, theme), palette.county), `${layer.id} ${choice.value}`).toBeGreaterThan(GRAPHICS)
  })

  it('the ground stays behind: no two kinds of land differ so much that a border would be lost on one of them', () => {
    for (const ground of grounds) expect(contrast(ground, palette.county)).toBeLessThan(2)
  })
})

describe('status', () => {
  const SIGNS = ['mark', 'glyph', 'dash', 'width'] as const
  const signsOf = ({ look }: LegendEntry) =>
    JSON.stringify(SIGNS.map((sign) => (look as unknown as Record<string, unknown>)[sign]))

  it('is never told by colour alone: choices that look alike but for colour differ for every eye', () => {
    for (const layer of LAYERS.filter(({ isGround }) => !isGround))
      for (const { field, entries } of legendOf(layer))
        for (const [index, one] of entries.entries())
          for (const other of entries.slice(index + 1)) {
            if (signsOf(one) !== signsOf(other) || one.look.color === other.look.color) continue
            for (const eye of Object.keys(EYES) as (keyof typeof EYES)[])
              expect(
                difference(seenBy(eye, one.look.color), seenBy(eye, other.look.color)),
                `${layer.id} ${field.name}: ${one.choice.value} and ${other.choice.value} for ${eye}`,
              ).toBeGreaterThan(0.05)
          }
  })
})

describe('a lighter colour', () => {
  it('is left alone when it is light enough, and reaches the lightness otherwise', () => {
    expect(lighter('#ffffff', 0.7)).toBe('#ffffff')
    for (const color of ['#0b6b62', '#b3261e', '#2563a8', '#7a3b8f', '#000000'])
      expect(contrast(lighter(color, 0.66), PALETTES.dark.county)).toBeGreaterThan(GRAPHICS)
  })
})

/** How colours are seen without one kind of cone: Machado, Oliveira & Fernandes 2009, table 1, severity 1.0, on linear RGB. */
const EYES = {
  normal: [1, 0, 0, 0, 1, 0, 0, 0, 1],
  protanopia: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  deuteranopia: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  tritanopia: [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
} as const

function seenBy(eye: keyof typeof EYES, color: string): number[] {
  const [red = 0, green = 0, blue = 0] = linearOf(color)
  const m = EYES[eye]
  return [0, 3, 6].map((row) => Math.min(1, Math.max(0, m[row]! * red + m[row + 1]! * green + m[row + 2]! * blue)))
}

/** Distance in OKLab, where 0.02 is just noticeable. */
function difference(one: readonly number[], other: readonly number[]): number {
  const [a, b] = [toOklab(one), toOklab(other)]
  return Math.hypot(...a.map((value, index) => value - b[index]!))
}
