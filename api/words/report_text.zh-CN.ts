/** What reports of figures have in common, in Chinese. */
export const reportTextZhCN = {
  /** A part of a whole as a percentage with two decimals. */
  rate: (share: number) => `${(share * 100).toFixed(2)}%`,
  none: '—',
  before: (value: string) => `上期 ${value}`,
  sameDaysBefore: (value: string) => `上期同期 ${value}`,
  moreCount: (difference: number, share: string | null) => `↑ 增加 ${difference}${share === null ? '' : `（${share}）`}`,
  fewerCount: (difference: number, share: string | null) => `↓ 减少 ${difference}${share === null ? '' : `（${share}）`}`,
  moreRate: (points: string) => `↑ 上升 ${points} 个百分点`,
  lessRate: (points: string) => `↓ 下降 ${points} 个百分点`,
  same: '→ 持平',
  rank: '名次',
  figure: '指标',
  now: '本期',
  previous: '上期',
  difference: '增减',
  madeOn: (day: string) => `制表日期：${day}`,
  issuedBy: (office: string) => `制表单位：${office}`,
  definitions: '指标说明',
  ties: '名次：数值相同的并列，其后名次顺延；没有应计数的不排名。',
  moreRows: (count: number) => `另有 ${count} 行未列出，见 Excel 表。`,
  months: (year: number, month: number) => `${year}年${month}月`,
  days: (from: string, to: string) => (from === to ? dayOf(from) : `${dayOf(from)}至${dayOf(to)}`),
  /** @param index from 0 */
  numbered: (index: number, heading: string) => `${'一二三四五六七八九十'.charAt(index)}、${heading}`,
  region: '辖区',
  separator: '、',
}

const dayOf = (day: string): string => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`

export type ReportText = typeof reportTextZhCN
