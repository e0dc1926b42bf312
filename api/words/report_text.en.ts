import type { ReportText } from './report_text.zh-CN.ts'

const MONTHS = 'January February March April May June July August September October November December'.split(' ')
const dayOf = (day: string): string => `${Number(day.slice(8))} ${MONTHS[Number(day.slice(5, 7)) - 1]}`

export const reportTextEn: ReportText = {
  rate: (share) => `${(share * 100).toFixed(2)}%`,
  none: '—',
  before: (value) => `before: ${value}`,
  sameDaysBefore: (value) => `same days before: ${value}`,
  moreCount: (difference, share) => `↑ ${difference} more${share === null ? '' : ` (${share})`}`,
  fewerCount: (difference, share) => `↓ ${difference} fewer${share === null ? '' : ` (${share})`}`,
  moreRate: (points) => `↑ up ${points} points`,
  lessRate: (points) => `↓ down ${points} points`,
  same: '→ the same',
  rank: 'Rank',
  figure: 'Figure',
  now: 'This period',
  previous: 'Before',
  difference: 'Difference',
  madeOn: (day) => `Made on ${day}`,
  issuedBy: (office) => `Issued by ${office}`,
  definitions: 'What the figures mean',
  ties: 'Rank: equal figures share a rank and the next stands as far down as there are before it; where nothing was due there is none.',
  moreRows: (count) => `${count} more rows are not listed: see the workbook.`,
  months: (year, month) => `${MONTHS[month - 1]} ${year}`,
  days: (from, to) => (from === to ? dayOf(from) : `${dayOf(from)} to ${dayOf(to)}`),
  numbered: (index, heading) => `${index + 1}  ${heading}`,
  region: 'the area',
  separator: ', ',
}
