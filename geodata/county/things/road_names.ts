/** Names, numbers and widths of roads. Streets have names of their own; country roads are called after the places at their ends. */
import type { County } from '../county.ts'
import type { Position } from '../demo.ts'
import type { Community } from '../people/communities.ts'
import { STREET_SIDES, STREETS, type Word } from '../people/words.ts'

export interface RoadName {
  readonly code: string | null
  readonly name: string
  readonly name_en: string
  readonly class: 'national' | 'provincial' | 'county' | 'town' | 'street' | 'village'
  readonly width_m: number
  readonly speed_limit_km_h: number
}

const great = (
  kind: RoadName['class'],
  code: string,
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

const GREAT: Readonly<Record<string, RoadName>> = {
  national: great('national', 'G696', '696国道', 'National Road 696', 24, 70),
  provincial: great('provincial', 'S318', '318省道', 'Provincial Road 318', 18, 60),
  west: great('county', 'X011', '竹南公路', 'Zhunan Road', 12, 60),
  east: great('county', 'X012', '青宋公路', 'Qingsong Road', 12, 60),
  south: great('county', 'X013', '南宋公路', 'Nansong Road', 12, 60),
  foot: great('county', 'X014', '竹青公路', 'Zhuqing Road', 12, 60),
  hills: great('county', 'X015', '云翠公路', 'Yuncui Road', 9, 40),
  southeast: great('county', 'X016', '东观公路', 'Dongguan Road', 12, 60),
}

/** Width in metres and speed limit of roads that are cut block by block. */
const MEASURES: Readonly<
  Record<string, readonly [kind: RoadName['class'], width: number, speed: number, letter: string | null]>
> = {
  avenue: ['street', 30, 50, null],
  street: ['street', 16, 40, null],
  town: ['town', 7, 40, 'Y'],
  village: ['village', 5, 30, 'C'],
  lane: ['village', 4, 20, null],
}

type Namer = (label: string, path: readonly number[], line: readonly Position[]) => RoadName

export function roadNamer(county: County): Namer {
  const taken = new Set<string>()
  const stems = stemsOf(county.plan.turned(STREETS))
  const numbers = new Map<string, number>()
  const count = (key: string) => {
    numbers.set(key, (numbers.get(key) ?? 0) + 1)
    return numbers.get(key)!
  }
  const unique = ({ zh, en }: Word): Word => {
    let name = { zh, en }
    for (let i = 2; taken.has(name.zh); i++) name = { zh: `${zh}${i}号线`, en: `${en} No. ${i}` }
    taken.add(name.zh)
    return name
  }
  const beside = (path: readonly number[], i: number): Community => {
    const face = county.subdivision.left(path[i]!, path[i + 1]!) ?? county.subdivision.left(path[i + 1]!, path[i]!)
    return county.communityOf.get(face!.id)!
  }
  return (label, path, line) => {
    const kind = label.split(':')[1]!
    const known = GREAT[kind]
    if (known) return { ...known, name: unique({ zh: known.name, en: '' }).zh }
    const [first, middle, last] = [0, Math.floor((path.length - 1) / 2), path.length - 2].map((i) => beside(path, i))
    const [kindOfRoad, width, speed, letter] = MEASURES[kind]!
    const lane = kind === 'lane'
    const { zh, en } = lane
      ? laneName(middle!, count(`lane ${middle!.name}`))
      : kind === 'avenue' || kind === 'street'
        ? streetName(line, kind === 'avenue', stems, taken)
        : unique(countryName(first!, last!))
    const inCity = lane && middle!.kind === 'community'
    return {
      class: inCity ? 'street' : kindOfRoad,
      code: letter ? `${letter}${String(count(letter)).padStart(3, '0')}` : null,
      name: zh,
      name_en: en,
      width_m: inCity ? 7 : width,
      speed_limit_km_h: speed,
    }
  }
}

const laneName = ({ short }: Community, number: number): Word => ({
  zh: `${short.zh}${number}巷`,
  en: `${short.en} Lane ${number}`,
})

const countryName = (first: Community, last: Community): Word => {
  const initial = ({ short }: Community) => short.zh.charAt(0)
  if (first === last) return { zh: `${first.short.zh}环线`, en: `${first.short.en} Loop` }
  return { zh: `${initial(first)}${initial(last)}线`, en: `${first.short.en}–${last.short.en} Road` }
}

/** Roads run north and south, streets east and west, as in many towns. No name comes twice, for hydrants stand by name. */
function streetName(line: readonly Position[], wide: boolean, stems: readonly Word[], taken: Set<string>): Word {
  const [a, b] = [line[0]!, line.at(-1)!]
  const upright = Math.abs(b[1] - a[1]) > Math.abs(b[0] - a[0])
  const [ending, english] = upright ? (wide ? ['大道', 'Avenue'] : ['路', 'Road']) : wide ? ['大街', 'Avenue'] : ['街', 'Street']
  const stem = stems.find(({ zh }) => !taken.has(`street ${zh}`))!
  taken.add(`street ${stem.zh}`)
  return { zh: `${stem.zh}${ending}`, en: `${stem.en} ${english}` }
}

const stemsOf = (streets: readonly Word[]): Word[] => [
  ...streets,
  ...streets.flatMap((stem) => STREET_SIDES.map((side) => ({ zh: `${stem.zh}${side.zh}`, en: `${stem.en} ${side.en}` }))),
]
