/** Village chiefs of whom there was a new one in spring, of whom some began only lately: so that a demo has boards that still name the one before. */
import type { Demo } from '#geodata/county/demo.ts'
import { addDays } from '#geodata/rivers/calendar.ts'
import type { Transaction } from '../../database/database.ts'
import { sql } from '../../database/sql.ts'

/** So many days ago; a board has to be made anew within 15. */
const AGO = [11, 26]

interface Change {
  readonly before: string
  readonly after: string
  /** When it was by the demo, and when it is to be. */
  readonly from: string
  readonly to: string
}

/** The demo as it is with those changes; the rows of the database are changed alike. */
export async function changeChiefs(transaction: Transaction, demo: Demo, today: string): Promise<Demo> {
  const { responsibility } = demo
  if (!responsibility) return demo
  const changes = changesOf(responsibility, today)
  for (const change of changes) await storeChange(transaction, change)
  const moved = (code: string, day: string | null, end: 'before' | 'after') =>
    changes.find((change) => change[end] === code && change.from === day)?.to ?? day
  const dated = <Row extends { person_code: string; valid_from: string; valid_to: string | null }>(row: Row): Row => ({
    ...row,
    valid_from: moved(row.person_code, row.valid_from, 'after')!,
    valid_to: moved(row.person_code, row.valid_to, 'before'),
  })
  return {
    ...demo,
    responsibility: {
      ...responsibility,
      assignments: responsibility.assignments.map(dated),
      tenures: responsibility.tenures.map(dated),
      people: responsibility.people.map((person) => ({ ...person, left_on: moved(person.code, person.left_on, 'before') })),
    },
  }
}

/** Whoever may sign in was there before, and has a past to look at. */
function changesOf({ assignments, accounts }: NonNullable<Demo['responsibility']>, today: string): Change[] {
  const known = new Set(accounts.map(({ person_code }) => person_code))
  const villages = assignments.filter(({ role, layer }) => role === 'river_chief_village' && layer === 'river_segments')
  const pairs = villages.flatMap((before) => {
    const after = villages.find(({ code, valid_from }) => code === before.code && valid_from === before.valid_to)
    return after && !known.has(after.person_code)
      ? [{ before: before.person_code, after: after.person_code, from: after.valid_from }]
      : []
  })
  const latest = pairs
    .map(({ from }) => from)
    .sort()
    .at(-1)
  const people = [...new Map(pairs.filter(({ from }) => from === latest).map((pair) => [pair.after, pair])).values()]
  return AGO.flatMap((days, i) => {
    const [pair, to] = [people[i], addDays(today, -days)]
    return pair && to > pair.from ? [{ ...pair, to }] : []
  })
}

/** The later end first: between both nobody has it, and never two at once. */
async function storeChange(transaction: Transaction, { before, after, from, to }: Change): Promise<void> {
  const person = (code: string) => sql`(select id from people where code = ${code})`
  for (const table of [sql`assignments`, sql`tenures`]) {
    await transaction.query(
      sql`update ${table} set valid_from = ${to}::date where person_id = ${person(after)} and valid_from = ${from}::date`,
    )
    await transaction.query(
      sql`update ${table} set valid_to = ${to}::date where person_id = ${person(before)} and valid_to = ${from}::date`,
    )
  }
  await transaction.query(sql`update people set left_on = ${to}::date where code = ${before} and left_on = ${from}::date`)
}
