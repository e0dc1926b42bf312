/** Invented names for an invented county at the foot of the Taihang mountains, and the numbers of its towns. */
import type { Random } from '../geometry/random.ts'
import type { RiverId } from '../ground/river_courses.ts'
import { FAMILIES, HILL_ENDINGS, HILL_THINGS, joined, PLAIN_ENDINGS, SIDES, type Word } from './words.ts'

export interface TownName {
  /** The last three digits of its code. */
  readonly number: string
  readonly name: string
  readonly name_en: string
  readonly short: Word
  readonly kind: 'subdistrict' | 'town' | 'township'
}

const ENDINGS = { subdistrict: ['街道', 'Sub-district'], town: ['镇', 'Town'], township: ['乡', 'Township'] } as const

const town = (number: string, kind: TownName['kind'], zh: string, en: string): TownName => ({
  number,
  name: `${zh}${ENDINGS[kind][0]}`,
  name_en: `${en} ${ENDINGS[kind][1]}`,
  short: { zh, en },
  kind,
})

/** The town segment is 001–099 for a 街道, 100–199 for a 镇 and 200–399 for a 乡. */
export const TOWNS = {
  huaiyang: town('001', 'subdistrict', '怀阳', 'Huaiyang'),
  dongshan: town('002', 'subdistrict', '东山', 'Dongshan'),
  ruishan: town('100', 'town', '瑞山', 'Ruishan'),
  zhuyuan: town('101', 'town', '竹园', 'Zhuyuan'),
  qingbai: town('102', 'town', '青柏', 'Qingbai'),
  xiyao: town('103', 'town', '西窑', 'Xiyao'),
  matou: town('104', 'town', '码头', 'Matou'),
  guandu: town('105', 'town', '观渡', 'Guandu'),
  nanling: town('106', 'town', '南岭', 'Nanling'),
  liulin: town('107', 'town', '柳林', 'Liulin'),
  songying: town('108', 'town', '宋营', 'Songying'),
  yunling: town('200', 'township', '云岭', 'Yunling'),
  cuiyu: town('201', 'township', '翠峪', 'Cuiyu'),
} as const satisfies Record<string, TownName>

export type TownId = keyof typeof TOWNS

/** A village's name without 村, unlike every name that `taken` holds. */
export function villageName(hills: boolean, taken: Set<string>, random: Random): Word {
  const endings = hills ? HILL_ENDINGS : PLAIN_ENDINGS
  for (;;) {
    const stem = hills && random.chance(0.4) ? random.pick(HILL_THINGS) : random.pick(FAMILIES)
    const parts = [stem, random.pick(endings)]
    const name = joined(...(random.chance(0.35) && stem.zh.length === 1 ? [random.pick(SIDES), ...parts] : parts))
    if (taken.has(name.zh)) continue
    taken.add(name.zh)
    return name
  }
}

export interface RiverName {
  /** Follows the county's code in the river's. */
  readonly number: string
  readonly name: string
  readonly name_en: string
  readonly rank: 'main' | 'tributary' | 'ditch'
}

export const RIVERS: Readonly<Record<RiverId, RiverName>> = {
  baijian: { number: 'R01', name: '白涧河', name_en: 'Baijian River', rank: 'main' },
  yudai: { number: 'R02', name: '玉带河', name_en: 'Yudai River', rank: 'main' },
  liuquan: { number: 'R03', name: '柳泉河', name_en: 'Liuquan River', rank: 'main' },
  shimen: { number: 'R04', name: '石门溪', name_en: 'Shimen Brook', rank: 'tributary' },
  heilong: { number: 'R05', name: '黑龙溪', name_en: 'Heilong Brook', rank: 'tributary' },
  cuiyu: { number: 'R06', name: '翠峪溪', name_en: 'Cuiyu Brook', rank: 'tributary' },
  yangcha: { number: 'R07', name: '杨岔河', name_en: 'Yangcha River', rank: 'tributary' },
  ganquan: { number: 'R08', name: '甘泉渠', name_en: 'Ganquan Canal', rank: 'ditch' },
}
