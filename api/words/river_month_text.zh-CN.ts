/** What stands in the month's sheet of river chiefs (河长月报), in Chinese. */
import type { ChiefLevel } from '#geodata/rivers/records.ts'

const percent = (share: number): string => `${(share * 100).toFixed(2)}%`

export interface MonthSummary {
  readonly segments: number
  readonly owed: number
  readonly made: number
  readonly patrol_rate: number | null
  readonly filed: number
  readonly due: number
  readonly closed: number
  readonly closing_rate: number | null
  readonly on_time_rate: number | null
  /** How many segments, or stretches, were patrolled less than owed. */
  readonly missed: number
  /** Whoever stands first, where not all do. */
  readonly best: { readonly names: readonly string[]; readonly count: number } | null
}

export const riverMonthTextZhCN = {
  title: (area: string | null) => `${area ?? ''}河长制月报`,
  subtitle: (month: string, level: string, isOver: boolean) => `${month}　${level}${isOver ? '' : '（本月未结束）'}`,
  file: (title: string, month: string, level: string) => `${title}_${month}_${level}`,
  levels: { county: '县级河长', town: '镇级河长', village: '村级河长' } as Readonly<Record<ChiefLevel, string>>,
  bys: { town: '镇（街道）', village: '村（社区）', chief: '河长' },
  overall: '总体情况',
  ranking: (by: string) => `按${by}排名`,
  chart: '巡河完成情况（次）',
  chartPart: (shown: number, all: number) => `巡河完成情况（次，${all}个中应巡最多的${shown}个）`,
  missed: (shown: number, all: number) =>
    shown === all ? `未按规定巡河的河段（${all}段）` : `未按规定巡河的河段（共${all}段，列欠巡最多的${shown}段）`,
  noMissed: '本月没有欠巡的河段。',
  nothingOwed: '本月没有应巡河的期次。',
  nobody: '未明确河长',
  unnamed: '（不明）',
  total: '合计',
  figures: {
    segments: '河段（个）',
    patrols_owed: '应巡河（次）',
    patrols_made: '按期巡河（次）',
    patrol_rate: '巡河率',
    filed: '问题立案（件）',
    due: '应结案（件）',
    closed: '结案（件）',
    closing_rate: '结案率',
    on_time_rate: '按期结案率',
    missed: '欠巡河段（段）',
  },
  columns: {
    segments: '河段',
    patrols_owed: '应巡',
    patrols_made: '按期\n巡河',
    patrol_rate: '巡河率',
    filed: '问题\n立案',
    due: '应结',
    closed: '结案',
    closing_rate: '结案率',
    on_time_rate: '按期\n结案率',
  },
  missedColumns: {
    segment: '河段',
    code: '河段编码',
    river: '河流',
    stretch: '里程',
    community: '村（社区）',
    chiefs: '河长',
    owed: '应巡',
    made: '按期\n巡河',
    missing: '欠巡',
  },
  parts: { made: '按期巡河', missing: '欠巡' },
  saidOfBar: (rate: string) => `巡河率 ${rate}`,
  summary: (one: MonthSummary): string => {
    const patrols =
      one.patrol_rate === null
        ? `${one.segments}个河段，本月没有应巡河的期次`
        : `${one.segments}个河段应巡河${one.owed}次，按期完成${one.made}次，巡河率${percent(one.patrol_rate)}${one.missed === 0 ? '，没有欠巡' : `，${one.missed}段欠巡`}`
    const cases =
      one.filed === 0
        ? '河湖问题没有立案'
        : [
            `河湖问题立案${one.filed}件，应结案${one.due}件，已结案${one.closed}件`,
            ...(one.closing_rate === null ? [] : [`结案率${percent(one.closing_rate)}`]),
            ...(one.on_time_rate === null ? [] : [`按期结案率${percent(one.on_time_rate)}`]),
          ].join('，')
    const best = one.best
      ? [`排名第一的是${one.best.names.join('、')}${one.best.count > one.best.names.length ? `等${one.best.count}个` : ''}`]
      : []
    return `${[patrols, cases, ...best].join('。')}。`
  },
  definitions: [
    '应巡河次数：按巡河规定，本月内期满的周、月、季度各应巡河的次数（季度计入其末月），由期末在任的河长承担；期初还没有河段或河长的不计。',
    '按期巡河：符合规定的有效巡河，一期内多巡的不多计。巡河率＝按期巡河次数÷应巡河次数。',
    '问题：本月在河段上立案的案件（不含不予立案和已并案）。结案率＝结案数÷应结案数；按期结案率＝按期结案数÷应结案数。',
    '排名依次看巡河率、按期结案率、结案率；没有应结案件的视同全部结案。',
  ] as readonly string[],
  sheets: { totals: '总表', ranking: '排名', missed: '欠巡河段' },
}
export type RiverMonthText = typeof riverMonthTextZhCN
