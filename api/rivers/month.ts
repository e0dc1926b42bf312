/** The month on the rivers: patrols and cases by town, village or chief, ranked. */
import { ranksOf } from '#geodata/cases/ranks.ts'
import type { Named } from '#geodata/cases/records.ts'
import { periodOf } from '#geodata/rivers/calendar.ts'
import type { RiverFigures, RiverMonth } from '#geodata/rivers/records.ts'
import type { Queryable } from '../database/database.ts'
import { type CaseCount, countCases, readAreaNames } from './month_store.ts'
import { type Duty, type OwedQuestion, readOwed } from './owed.ts'

export const BYS = ['town', 'village', 'chief'] as const satisfies readonly RiverMonth['by'][]

export interface MonthQuestion extends Omit<OwedQuestion, 'from' | 'to'> {
  /** `YYYY-MM` */
  readonly month: string
  readonly by: RiverMonth['by']
  readonly territory: string | null
}

interface Group {
  readonly key: string | null
  readonly ids: Set<number>
  /** Each once, however many stretches it lies in. */
  readonly cases: Set<CaseCount>
  patrols_owed: number
  patrols_made: number
}

export async function readMonth(database: Queryable, question: MonthQuestion): Promise<RiverMonth> {
  const { month, by, level, territory } = question
  const { first: from, last: to } = periodOf(`${month}-01`, 'month')
  const isAsked = ({ code }: Duty): boolean => territory === null || code.startsWith(territory)
  const answer = await readOwed(database, { ...question, from, to })
  const duties = answer.duties.filter(isAsked)
  const cases = new Cases(await countCases(database, from, to, partedOf(answer.duties)), answer.duties)

  const people = new Map<string, Named>()
  const groups = new Map<string | null, Group>()
  const total = newGroup(null)
  const groupsOf = (duty: Duty): Group[] => {
    for (const person of duty.people) people.set(String(person.id), person)
    return [total, ...keysOf(duty, by).map((key) => groups.get(key) ?? groups.set(key, newGroup(key)).get(key)!)]
  }
  for (const { duty, owed, made } of answer.owed.filter(({ duty }) => isAsked(duty)))
    for (const group of groupsOf(duty)) {
      group.patrols_owed += owed
      group.patrols_made += made
    }
  for (const duty of duties)
    for (const group of groupsOf(duty)) {
      group.ids.add(duty.segment_id)
      for (const count of cases.of(duty)) group.cases.add(count)
    }

  const names =
    by === 'chief'
      ? people
      : await readAreaNames(
          database,
          [...groups.keys()].filter((key) => key !== null),
        )
  const rows = [...groups.values()].map((group) => {
    const { name = null, name_en = null } = (group.key !== null && names.get(group.key)) || {}
    return { key: group.key, name, name_en, ...figuresOf(group) }
  })
  return { month, by, level, total: figuresOf(total), rows: ranked(rows) }
}

/** One code, or each of the people who share a stretch; null is nobody. */
function keysOf({ code, people }: Duty, by: RiverMonth['by']): (string | null)[] {
  if (by === 'chief') return people.length === 0 ? [null] : people.map(({ id }) => String(id))
  const digits = by === 'town' ? 9 : 12
  return [code.length >= digits ? code.slice(0, digits) : null]
}

/** Segments of which several have a stretch. */
function partedOf(duties: readonly Duty[]): number[] {
  const counts = new Map<number, number>()
  for (const { segment_id } of duties) counts.set(segment_id, (counts.get(segment_id) ?? 0) + 1)
  return [...counts].filter(([, count]) => count > 1).map(([id]) => id)
}

/** Of two stretches that meet at the chainage of a case, it belongs to the one that begins there; the first and the last go on for ever. */
class Cases {
  readonly #bySegment = new Map<number, CaseCount[]>()
  readonly #ends = new Map<number, { from_m: number; to_m: number }>()

  constructor(counts: readonly CaseCount[], duties: readonly Duty[]) {
    for (const count of counts) {
      const there = this.#bySegment.get(count.segment_id)
      if (there) there.push(count)
      else this.#bySegment.set(count.segment_id, [count])
    }
    for (const { segment_id, stretch } of duties) {
      if (!stretch) continue
      const { from_m, to_m } = this.#ends.get(segment_id) ?? stretch
      this.#ends.set(segment_id, { from_m: Math.min(from_m, stretch.from_m), to_m: Math.max(to_m, stretch.to_m) })
    }
  }

  of({ segment_id, stretch }: Duty): readonly CaseCount[] {
    const all = this.#bySegment.get(segment_id) ?? []
    if (!stretch) return all
    const { from_m, to_m } = stretch
    const ends = this.#ends.get(segment_id)!
    return all.filter(
      ({ chainage_m }) =>
        chainage_m === null || ((chainage_m >= from_m || from_m === ends.from_m) && (chainage_m < to_m || to_m === ends.to_m)),
    )
  }
}

const newGroup = (key: string | null): Group => ({ key, ids: new Set(), cases: new Set(), patrols_owed: 0, patrols_made: 0 })

const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole)

function figuresOf({ ids, cases, patrols_owed, patrols_made }: Group): RiverMonth['total'] {
  const sum = (name: 'filed' | 'due' | 'closed' | 'closed_on_time') => [...cases].reduce((all, count) => all + count[name], 0)
  const [filed, due, closed, closed_on_time] = [sum('filed'), sum('due'), sum('closed'), sum('closed_on_time')]
  return {
    segments: ids.size,
    ...{ patrols_owed, patrols_made, patrol_rate: share(patrols_made, patrols_owed) },
    ...{ filed, due, closed, closed_on_time, closing_rate: share(closed, due), on_time_rate: share(closed_on_time, due) },
  }
}

type Figures = Omit<RiverFigures, 'rank'>

/** By patrols, then by what was closed on time, then by what was closed; who had no case to close stands as who closed all of them. */
const compare = (one: Figures, other: Figures): number =>
  (other.patrol_rate ?? -1) - (one.patrol_rate ?? -1) ||
  (other.on_time_rate ?? 1) - (one.on_time_rate ?? 1) ||
  (other.closing_rate ?? 1) - (one.closing_rate ?? 1)

/** Equal ones share a rank, and the next stands as far down as there are before it. Who owed no patrol has none. */
function ranked(rows: readonly Figures[]): RiverFigures[] {
  const sorted = rows.toSorted((one, other) => compare(one, other) || (one.key ?? '~').localeCompare(other.key ?? '~'))
  const ranks = ranksOf(sorted, compare, ({ key, patrol_rate }) => key !== null && patrol_rate !== null)
  return sorted.map((row, index) => ({ ...row, rank: ranks[index] ?? null }))
}
