import type { RiverMonthText } from './river_month_text.zh-CN.ts'

const percent = (share: number): string => `${(share * 100).toFixed(2)}%`
const several = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`

export const riverMonthTextEn: RiverMonthText = {
  title: (area) => `Monthly report of the river chiefs${area === null ? '' : `: ${area}`}`,
  subtitle: (month, level, isOver) => `${month}, ${level}${isOver ? '' : ' (not over yet)'}`,
  file: (title, month, level) => `${title}_${month}_${level}`,
  levels: { county: 'county chiefs', town: 'town chiefs', village: 'village chiefs' },
  bys: { town: 'town', village: 'community', chief: 'chief' },
  overall: 'Overall',
  ranking: (by) => `Ranking by ${by}`,
  chart: 'Patrols made and owed',
  chartPart: (shown, all) => `Patrols made and owed: the ${shown} of ${all} that owe most`,
  missed: (shown, all) =>
    shown === all
      ? `Segments patrolled less than owed (${all})`
      : `Segments patrolled less than owed: ${shown} of ${all}, most missing first`,
  noMissed: 'No segment was patrolled less than owed.',
  nothingOwed: 'No patrols were owed this month.',
  nobody: 'Nobody named',
  unnamed: '(unknown)',
  total: 'All',
  figures: {
    segments: 'Segments',
    patrols_owed: 'Patrols owed',
    patrols_made: 'Made in time',
    patrol_rate: 'Patrol rate',
    filed: 'Problems filed',
    due: 'Due to be closed',
    closed: 'Closed',
    closing_rate: 'Closing rate',
    on_time_rate: 'Closed on time',
    missed: 'Segments missed',
  },
  columns: {
    segments: 'Segments',
    patrols_owed: 'Owed',
    patrols_made: 'Made',
    patrol_rate: 'Patrol\nrate',
    filed: 'Filed',
    due: 'Due',
    closed: 'Closed',
    closing_rate: 'Closing\nrate',
    on_time_rate: 'On\ntime',
  },
  missedColumns: {
    segment: 'Segment',
    code: 'Code',
    river: 'River',
    stretch: 'Chainage',
    community: 'Community',
    chiefs: 'Chiefs',
    owed: 'Owed',
    made: 'Made',
    missing: 'Missing',
  },
  parts: { made: 'Made in time', missing: 'Missing' },
  saidOfBar: (rate) => `${rate} made`,
  summary: (one) => {
    const patrols =
      one.patrol_rate === null
        ? `On ${several(one.segments, 'segment')} no patrols were owed this month`
        : `On ${several(one.segments, 'segment')} ${several(one.owed, 'patrol')} ${one.owed === 1 ? 'was' : 'were'} owed and ${one.made} made in time, a rate of ${percent(one.patrol_rate)}; ${one.missed === 0 ? 'none was missed' : `${several(one.missed, 'segment')} had too few`}`
    const rates = [
      ...(one.closing_rate === null ? [] : [`a closing rate of ${percent(one.closing_rate)}`]),
      ...(one.on_time_rate === null ? [] : [`${percent(one.on_time_rate)} on time`]),
    ]
    const cases =
      one.filed === 0
        ? 'No problem was filed'
        : `${several(one.filed, 'problem')} ${one.filed === 1 ? 'was' : 'were'} filed, ${one.due} due to be closed and ${one.closed} closed${rates.length > 0 ? `: ${rates.join(', ')}` : ''}`
    const best = one.best
      ? [
          `First ${one.best.count === 1 ? 'is' : 'are'} ${one.best.names.join(', ')}${one.best.count > one.best.names.length ? ` and ${one.best.count - one.best.names.length} more` : ''}`,
        ]
      : []
    return `${[patrols, cases, ...best].join('. ')}.`
  },
  definitions: [
    'Owed: of each week, month and quarter that ends within the month (a quarter counts in its last), what the rule asks for, from whoever is chief on its last day; nothing is owed of a period that had begun before there was a segment or chief.',
    'Made: valid patrols within the period; more than owed count no more. Patrol rate = made ÷ owed.',
    'Problems: cases filed on segments this month, not those dismissed or merged. Closing rate = closed ÷ due; on time = closed on time ÷ due.',
    'Ranked by patrol rate, then by what was closed on time, then by closing rate; who had nothing to close stands as who closed all.',
  ],
  sheets: { totals: 'Totals', ranking: 'Ranking', missed: 'Segments missed' },
}
