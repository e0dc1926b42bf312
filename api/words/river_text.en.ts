import type { ChiefLevel, PatrolRule, WaterClass } from '#geodata/rivers/records.ts'
import type { RiverText } from './river_text.zh-CN.ts'

const CLASSES: Readonly<Record<WaterClass, string>> = {
  I: 'Class I',
  II: 'Class II',
  III: 'Class III',
  IV: 'Class IV',
  V: 'Class V',
  beyond_V: 'Beyond class V',
}

const LEVELS: Readonly<Record<ChiefLevel, string>> = { county: 'County chief', town: 'Town chief', village: 'Village chief' }
const PERIODS: Readonly<Record<PatrolRule['period'], string>> = { week: 'a week', month: 'a month', quarter: 'a quarter' }
const times = (count: number): string => (count === 1 ? 'once' : `${count} times`)

export const riverTextEn: RiverText = {
  boardTitle: (river) => `River chiefs of the ${river}`,
  boardFile: (segment, day) => `River signboard_${segment}_${day}`,
  stretch: (from, to) => `${from} to ${to}`,
  kilometres: (metres) => `${(metres / 1000).toFixed(2)} km`,
  at: (place, chainage) => `${place} (${chainage})`,
  waterClass: (one) => CLASSES[one],
  none: '—',
  space: ', ',
  vacant: 'Vacant',
  substitute: (role) => `${role} (substitute)`,
  onlyStretch: (role, from, to) => `${role} (${from} to ${to})`,
  facts: { river: 'River', segment: 'Segment', code: 'Segment code', length: 'Length', start: 'Starts at', end: 'Ends at' },
  levels: LEVELS,
  headChief: 'Head river chief',
  police: 'River police',
  chiefs: 'Who is responsible',
  chiefColumns: { role: 'Responsible as', person: 'Name', post: 'Office, post', telephone: 'Office telephone' },
  moreChiefs: (count) => `${count} more: scan the code.`,
  duties: 'Duties of a river chief',
  dutyList: [
    'Answers for this segment as a whole: its water, its banks, what flows into it, and how it looks.',
    'Deals with what patrols find and people report; takes it to the next level where that is not enough.',
    'Sees that offices and chiefs below do their part, and that what was seized, dug, dumped or built unlawfully goes.',
  ],
  patrolDuty: (rules) =>
    `Patrols the river: ${rules.map(({ level, period, times: count }) => `the ${LEVELS[level].toLowerCase()} at least ${times(count)} ${PERIODS[period]}`).join(', ')}.`,
  targets: 'What is aimed at',
  waterTarget: (one) =>
    `Water of ${CLASSES[one].toLowerCase().replace(/\b[iv]+$/, (roman) => roman.toUpperCase())} (GB 3838-2002)`,
  targetList: [
    'No floating litter',
    'No litter on the banks',
    'No unlawful outfalls',
    'Nothing seized, dug, dumped or built unlawfully',
    'No fishing with current, poison or explosives',
  ],
  hotline: 'Telephone for complaints',
  hotlineOf: (office) => `Answered by ${office}`,
  hotlineGeneral: 'Government service line',
  scan: ['Scan to see this segment', 'and report a problem'],
  map: 'Where the segment lies',
  legend: { own: 'This segment (arrows downstream)', other: 'Other segments', end: 'End of a segment' },
  beginning: (chainage, place) => `Start ${chainage}${place === null ? '' : ` ${place}`}`,
  ending: (chainage, place) => `End ${chainage}${place === null ? '' : ` ${place}`}`,
  upstream: (name) => `Upstream: ${name}`,
  downstream: (name) => `Downstream: ${name}`,
}
