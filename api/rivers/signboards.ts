/** Whether the board at a segment says who its chiefs are today. Told from the assignments each time, so that no change is without its task. */
import type { SignboardState } from '#geodata/rivers/records.ts'
import { SIGNBOARD_RULES, signboardTask } from '#geodata/rivers/signboard.ts'
import type { Queryable } from '../database/database.ts'
import { type BoardChief, readBoardChiefs, readBoards } from './signboards_store.ts'

/** The stricter of both: a place with the other one is never told too late. */
const RULE = SIGNBOARD_RULES.within_15_days

/** By segment, those valid today. @param segments null is all */
export async function readSignboards(
  database: Queryable,
  segments: readonly number[] | null,
  today: string,
): Promise<Map<number, SignboardState>> {
  const [boards, chiefs] = await Promise.all([readBoards(database, segments, today), readBoardChiefs(database, segments, today)])
  const bySegment = new Map<number, BoardChief[]>()
  for (const chief of chiefs) {
    const there = bySegment.get(chief.segment_id)
    if (there) there.push(chief)
    else bySegment.set(chief.segment_id, [chief])
  }
  return new Map(
    boards.map(({ segment_id, updated_on }) => [segment_id, signboardState(bySegment.get(segment_id) ?? [], updated_on, today)]),
  )
}

/**
 * A board that says on the day of its update who is chief then needs nothing as long as those are the chiefs: somebody who is appointed anew,
 * or who went and came back meanwhile, changes nothing on it. Of several changes since, the time runs from the first; where nobody ever
 * said that there is a board, from the last.
 */
export function signboardState(chiefs: readonly BoardChief[], updated_on: string | null, today: string): SignboardState {
  const isRight = updated_on !== null && saidOn(chiefs, updated_on) === saidOn(chiefs, today)
  const changes = isRight ? [] : changesSince(chiefs, updated_on, today)
  const changed_on = changes.at(-1) ?? null
  const begins_on = updated_on === null ? changed_on : (changes[0] ?? null)
  const task = signboardTask({ changed_on: begins_on, updated_on, today, rule: RULE })
  return { updated_on, changed_on, due_on: task?.due_on ?? null, overdue_days: task?.overdue_days ?? 0 }
}

/** What a board says that is made on a day. */
const saidOn = (chiefs: readonly BoardChief[], day: string): string =>
  chiefs
    .filter(({ valid_from, valid_to }) => valid_from <= day && (valid_to === null || valid_to > day))
    .map(({ level, person_id, from_m, to_m }) => `${level} ${person_id} ${from_m} ${to_m}`)
    .sort()
    .join('; ')

/** The days on which a board would have begun to say something else than the day before. */
function changesSince(chiefs: readonly BoardChief[], updated_on: string | null, today: string): string[] {
  const days = chiefs.flatMap(({ valid_from, valid_to }) => [valid_from, ...(valid_to === null ? [] : [valid_to])])
  const later = [...new Set(days)].filter((day) => day <= today && (updated_on === null || day > updated_on)).sort()
  let before = updated_on === null ? '' : saidOn(chiefs, updated_on)
  return later.filter((day) => {
    const said = saidOn(chiefs, day)
    const isChange = said !== before
    before = said
    return isChange
  })
}
