/** Communities and villages as blocks of cells, towns as blocks of communities; and the numbers of all three by the rule. */
import type { Position } from '../demo.ts'
import { sumOf } from '../duty/areas.ts'
import { divide } from '../duty/divide.ts'
import { distance, METRE } from '../geometry/plane.ts'
import type { Random } from '../geometry/random.ts'
import type { Cell, Land } from '../ground/cells.ts'
import { SEATS, type Settlement } from '../ground/settlements.ts'
import { inHills } from '../ground/terrain.ts'
import { grow, type Seed, tidy } from './grow.ts'
import { TOWNS, type TownId, type TownName, villageName } from './names.ts'
import { numbered } from './numbering.ts'
import { QUARTERS, type Word } from './words.ts'

export interface Community {
  readonly code: string
  readonly name: string
  readonly name_en: string
  readonly kind: 'community' | 'village'
  /** The name without 社区 or 村, from which other names are made. */
  readonly short: Word
  readonly town: Town
  /** Where people live, or the middle of a quarter. */
  readonly at: Position
  readonly cells: readonly Cell[]
  readonly households: number
  readonly population: number
}

export interface Town extends TownName {
  readonly id: TownId
  readonly code: string
  readonly at: Position
  readonly communities: Community[]
}

export interface People {
  readonly towns: readonly Town[]
  readonly communities: readonly Community[]
  /** By the number of the cell's face. */
  readonly communityOf: ReadonlyMap<number, Community>
  readonly codeOf: ReadonlyMap<number, string>
}

interface Part {
  readonly at: Position
  readonly quarter: boolean
  readonly cells: readonly Cell[]
}

/** How many quarters a seat has; the sub-district of the demo has the fourteen that its figures ask for. */
const QUARTERS_OF: Readonly<Partial<Record<TownId, number>>> = { huaiyang: 14, dongshan: 6 }

export function settle(land: Land): People {
  const random = land.plan.random('names')
  const taken = new Set<string>()
  const quarterNames = land.plan.turned(QUARTERS)
  const territories = growTowns(land)
  const towns = SEATS.map(({ seat, at }, i): Town => {
    const id = seat as TownId
    const town: Town = { ...TOWNS[id], id, code: `${land.plan.name.code}${TOWNS[id].number}`, at, communities: [] }
    const quarters = QUARTERS_OF[id]
    const parts = quarters ? quartersOf(land, territories[i]!, quarters) : villagesOf(land, territories[i]!, SEATS[i]!)
    town.communities.push(...named(town, parts, quarterNames, taken, random))
    return town
  }).toSorted((a, b) => a.code.localeCompare(b.code))
  const communities = towns.flatMap((town) => town.communities)
  const communityOf = new Map(communities.flatMap((each) => each.cells.map((cell) => [cell.face, each] as const)))
  return { towns, communities, communityOf, codeOf: new Map(communities.flatMap(numbered)) }
}

function growTowns(land: Land): Cell[][] {
  const seeds = SEATS.map((seat): Seed => {
    const own = land.cells.filter((cell) => {
      const { settlement, out } = land.settlementAt(cell.middle)
      return settlement.seat === seat.seat && out < (seat.kind === 'city' ? 0.95 : 0.3)
    })
    return { cells: own, effort: seat.kind === 'city' ? 4 : inHills(seat.at) ? 0.85 : 1 }
  })
  return grow(land, land.cells, seeds)
}

function quartersOf(land: Land, cells: readonly Cell[], count: number): Part[] {
  const parts = divide(land, cells, count, (cell) => cell.households + 4).map((part) => new Set(part))
  const campus = cells.filter(({ ground }) => ground === 'campus')
  if (campus.length > 0) keepTogether(campus, parts)
  tidy(land, parts)
  return parts.map((part) => ({ at: middleOf([...part]), quarter: true, cells: [...part] }))
}

/** A school lies in one quarter: in the one that has most of it. */
function keepTogether(campus: readonly Cell[], parts: readonly Set<Cell>[]): void {
  const share = (part: Set<Cell>) => campus.filter((cell) => part.has(cell)).length
  const home = parts.reduce((best, part) => (share(part) > share(best) ? part : best))
  for (const cell of campus) {
    for (const part of parts) part.delete(cell)
    home.add(cell)
  }
}

/** The villages whose houses stand in the town's territory, and two quarters of its seat. */
function villagesOf(land: Land, cells: readonly Cell[], seat: Settlement): Part[] {
  const nearest = (at: Position) =>
    cells.reduce((best, cell) => (distance(cell.middle, at) < distance(best.middle, at) ? cell : best))
  const [x, y] = seat.at
  const quarters = [-0.4, 0.4].map((share): Position => [x + seat.radius * share, y + seat.radius * share * 0.5])
  const own = new Set(cells)
  // A village's middle lies on a road; the cell beside it tells whose it is.
  const home = ({ at: [vx, vy] }: Settlement) => land.cellAt([vx + 3 * METRE, vy + 2 * METRE])
  const villages = land.settlements.filter((each) => each.kind === 'village' && own.has(home(each)!))
  const places = [
    ...quarters.map((at) => ({ at, quarter: true, effort: 1.3 })),
    ...villages.map(({ at, radius }) => ({ at, quarter: false, effort: (240 * METRE) / Math.sqrt(radius * 240 * METRE) })),
  ]
  const seeds = places.map(({ at, effort }): Seed => ({ cells: [nearest(at)], effort }))
  return grow(land, cells, seeds).map((part, i) => ({ ...places[i]!, cells: part }))
}

/** The community segment is 001–199 for a 社区 and 200–399 for a 村; numbers run from north to south. */
function named(
  town: Town,
  parts: readonly Part[],
  quarterNames: readonly Word[],
  taken: Set<string>,
  random: Random,
): Community[] {
  const sorted = parts.toSorted((a, b) => Number(b.quarter) - Number(a.quarter) || b.at[1] - a.at[1])
  const quarters = sorted.filter(({ quarter }) => quarter).length
  return sorted.map((part, i): Community => {
    const word = part.quarter ? quarterName(town, quarterNames, taken) : villageName(inHills(part.at), taken, random)
    const short = { zh: word.zh, en: toldApart(word.en, town, taken) }
    const number = part.quarter ? i + 1 : 200 + i - quarters
    return {
      code: `${town.code}${String(number).padStart(3, '0')}`,
      name: `${short.zh}${part.quarter ? '社区' : '村'}`,
      name_en: `${short.en} ${part.quarter ? 'Community' : 'Village'}`,
      kind: part.quarter ? 'community' : 'village',
      short,
      town,
      at: part.at,
      cells: part.cells,
      ...sumOf(part.cells),
    }
  })
}

/** Where other characters sound alike, the town tells the places apart, as in an address. */
function toldApart(en: string, { short }: Town, taken: Set<string>): string {
  let name = en
  for (let i = 1; taken.has(name); i++) name = i === 1 ? `${short.en} ${en}` : `${short.en} ${en} ${i}`
  taken.add(name)
  return name
}

function quarterName({ short }: Town, names: readonly Word[], taken: Set<string>): Word {
  const free = names.find(({ zh }) => !taken.has(zh))
  const own = [
    { zh: `${short.zh}东街`, en: `${short.en}dongjie` },
    { zh: `${short.zh}西街`, en: `${short.en}xijie` },
  ].find(({ zh }) => !taken.has(zh))
  const name = TOWNS.huaiyang.short === short || TOWNS.dongshan.short === short ? free! : own!
  taken.add(name.zh)
  return name
}

function middleOf(cells: readonly Cell[]): Position {
  let [x, y, all] = [0, 0, 0]
  for (const { middle, households } of cells) {
    x += middle[0] * (households + 1)
    y += middle[1] * (households + 1)
    all += households + 1
  }
  return [x / all, y / all]
}
