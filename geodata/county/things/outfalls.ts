/** Where waste and storm water runs into a river, on both banks. */
import type { County } from '../county.ts'
import type { DemoFeature } from '../demo.ts'
import { padded } from '../duty/grid.ts'
import { aside, METRE, rounded, walk } from '../geometry/plane.ts'
import { point } from '../geometry/shapes.ts'
import type { Word } from '../people/words.ts'
import { chainage, type River } from './rivers.ts'
import type { Works } from './sewage.ts'

const KINDS = [
  ['agricultural', '灌溉退水口', 'Irrigation Return Outfall'],
  ['storm_water', '雨水口', 'Storm Water Outfall'],
  ['agricultural', '农田退水口', 'Field Drainage Outfall'],
  ['other', '养殖排口', 'Livestock Outfall'],
  ['storm_water', '雨污合流口', 'Combined Sewer Outfall'],
  ['industrial', '工业排污口', 'Industrial Outfall'],
] as const

export function outfallFeatures(county: County, rivers: readonly River[], works: readonly Works[]): DemoFeature[] {
  const random = county.plan.random('outfalls')
  const counts = new Map<string, number>()
  const unlike = ({ zh, en }: Word): Word => {
    const count = (counts.get(zh) ?? 0) + 1
    counts.set(zh, count)
    return count === 1 ? { zh, en } : { zh: `${zh}${count}号`, en: `${en} No. ${count}` }
  }
  const natural = rivers.flatMap((river) =>
    Array.from({ length: Math.round(river.upTo.at(-1)! / (2800 * METRE)) }, () => {
      const [kind, zh, en] = random.pick(KINDS)
      const state = random.chance(0.6) ? 'permitted' : random.chance(0.6) ? 'closed' : 'open'
      return {
        river,
        along: river.upTo.at(-1)! * random.between(0.04, 0.97),
        left: random.chance(0.5),
        kind,
        name: { zh, en },
        state,
        keeper: null,
      }
    }),
  )
  const municipal = works
    .filter(({ kind }) => kind !== 'pump_station')
    .map(({ name, name_en, river, along, left }) => ({
      river,
      along,
      left,
      kind: 'municipal',
      name: { zh: `${name}排污口`, en: `${name_en} Outfall` },
      state: 'permitted',
      keeper: `${county.plan.name.zh}县水务公司`,
    }))
  return [...municipal, ...natural].map(({ river, along, left, kind, name, state, keeper }, i) => {
    const { point: on, direction } = walk(river.line, along)
    const at = rounded(aside(on, direction, (left ? 9 : -9) * METRE))
    const { short } = county.placeAt(at).community
    const { zh, en } = kind === 'municipal' ? name : unlike({ zh: `${short.zh}${name.zh}`, en: `${short.en} ${name.en}` })
    return {
      properties: {
        code: `PW${padded(i + 1, 3)}`,
        name: zh,
        name_en: en,
        kind,
        state,
        river_name: river.name,
        chainage_m: chainage(along),
        bank: left ? 'left' : 'right',
        managed_by: keeper,
      },
      geometry: point(at),
    }
  })
}
