/** When the board at each segment was made anew: soon after a change of chief, but for the last changes. */
import { randomStream } from '#geodata/county/geometry/random.ts'
import { addDays } from '#geodata/rivers/calendar.ts'
import type { Transaction } from '../../database/database.ts'
import { sql } from '../../database/sql.ts'
import type { DutyOfChief } from './duties.ts'

/** A change longer ago than this has been seen to. */
const SEEN_TO_DAYS = 40
/** Of so many boards nobody ever said that they are there. */
const UNKNOWN_OF = 45

export async function storeSignboards(transaction: Transaction, duties: readonly DutyOfChief[], today: string): Promise<void> {
  const changes = new Map<string, Set<string>>()
  for (const { segment, valid_from, valid_to } of duties) {
    const days = changes.get(segment.code) ?? new Set()
    changes.set(segment.code, days)
    for (const day of [valid_from, valid_to]) if (day !== null && day <= today) days.add(day)
  }
  const seenTo = addDays(today, -SEEN_TO_DAYS)
  const rows = [...changes].flatMap(([code, days], i) => {
    const changed = [...days]
      .filter((day) => day <= seenTo)
      .sort()
      .at(-1)
    if (changed === undefined || i % UNKNOWN_OF === UNKNOWN_OF - 1) return []
    return [{ code, updated_on: addDays(changed, randomStream(`board ${code}`).integer(2, 13)) }]
  })
  await transaction.query(sql`
    insert into signboards (segment_id, updated_on, account_name)
    select segment.id, given.updated_on, '县河长办'
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (code text, updated_on date)
    join river_segments as segment on segment.code = given.code and segment.valid_to is null
    order by segment.id`)
}
