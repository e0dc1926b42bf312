/** Invented names for an invented county at the foot of the Taihang mountains, and its codes. */
export const COUNTY = { code: '411825', name: '泽陵县', name_en: 'Zeling County' } as const

export interface Town {
  readonly code: string
  readonly name: string
  readonly name_en: string
  readonly kind: 'town' | 'township'
}

/** The town segment is 100–199 for a 镇 and 200–399 for a 乡. */
export const TOWNS = {
  qingbai: { code: '411825100', name: '青柏镇', name_en: 'Qingbai Town', kind: 'town' },
  yunling: { code: '411825200', name: '云岭乡', name_en: 'Yunling Township', kind: 'township' },
} as const satisfies Record<string, Town>

export interface Community {
  readonly code: string
  readonly name: string
  readonly name_en: string
  readonly kind: 'community' | 'village'
  /** The name without 社区 or 村, from which other names are made. */
  readonly short: string
  readonly short_en: string
}

const community = (code: string, short: string, short_en: string): Community => ({
  code,
  short,
  short_en,
  kind: 'community',
  name: `${short}社区`,
  name_en: `${short_en} Community`,
})
const village = (code: string, short: string, short_en: string): Community => ({
  code,
  short,
  short_en,
  kind: 'village',
  name: `${short}村`,
  name_en: `${short_en} Village`,
})

/** The community segment is 001–199 for a 社区 and 200–399 for a 村. */
export const COMMUNITIES = {
  gulou: community('411825100001', '鼓楼', 'Gulou'),
  beiguan: community('411825100002', '北关', 'Beiguan'),
  nanguan: community('411825100003', '南关', 'Nanguan'),
  zhaozhuang: village('411825100200', '赵庄', 'Zhaozhuang'),
  xiyaotou: village('411825100201', '西窑头', 'Xiyaotou'),
  hewan: village('411825100202', '河湾', 'Hewan'),
  liuzhuang: village('411825100203', '柳庄', 'Liuzhuang'),
  nanling: village('411825100204', '南岭', 'Nanling'),
  shimen: village('411825200200', '石门', 'Shimen'),
  houzhai: village('411825200201', '后寨', 'Houzhai'),
} as const satisfies Record<string, Community>

export type CommunityId = keyof typeof COMMUNITIES

export const communityOf = (tag: string): Community => COMMUNITIES[tag as CommunityId]
export const townOf = (code: string): Town => Object.values(TOWNS).find((town) => code.startsWith(town.code))!

export const RIVERS = {
  baijian: { code: '411825R01', name: '白涧河', name_en: 'Baijian River', rank: 'main' },
  shimen: { code: '411825R02', name: '石门溪', name_en: 'Shimen Brook', rank: 'tributary' },
} as const

export type RiverId = keyof typeof RIVERS

export interface RoadName {
  readonly code: string | null
  readonly name: string
  readonly name_en: string
  readonly class: 'national' | 'county' | 'town' | 'street' | 'village'
  readonly width_m: number
  readonly speed_limit_km_h: number
}

const road = (
  kind: RoadName['class'],
  code: string | null,
  name: string,
  name_en: string,
  width_m: number,
  speed: number,
): RoadName => ({
  class: kind,
  code,
  name,
  name_en,
  width_m,
  speed_limit_km_h: speed,
})

export const ROADS: Readonly<Record<string, RoadName>> = {
  national: road('national', 'G696', '696国道', 'National Road 696', 24, 60),
  county: road('county', 'X018', '青云路', 'Qingyun Road', 16, 50),
  wenchang: road('town', 'Y003', '文昌路', 'Wenchang Road', 14, 40),
  hills: road('town', 'Y007', '西后线', 'Xihou Line', 7, 30),
  ring: road('street', null, '环城路', 'Huancheng Road', 18, 50),
  jiankang: road('street', null, '健康街', 'Jiankang Street', 12, 40),
  heping: road('street', null, '和平街', 'Heping Street', 12, 40),
  bailin: road('street', null, '柏林路', 'Bailin Road', 10, 30),
  xuefu: road('street', null, '学府路', 'Xuefu Road', 10, 30),
  yingbin: road('street', null, '迎宾路', 'Yingbin Road', 12, 40),
  zhaoliu: road('village', 'C101', '赵柳线', 'Zhaoliu Line', 6, 30),
  nanling: road('village', 'C102', '南岭线', 'Nanling Line', 6, 30),
  henan: road('village', 'C103', '河南线', 'Henan Line', 5, 30),
  hebei: road('village', 'C104', '河北线', 'Hebei Line', 5, 30),
  liunan: road('village', 'C105', '柳南线', 'Liunan Line', 6, 30),
}
