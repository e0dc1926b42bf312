/** The cases of the demo as they stand at a moment: what is still to come has not happened, and every queue holds something. */
import type { Stage } from '#geodata/cases/flow.ts'
import { randomStream } from '#geodata/county/geometry/random.ts'
import type { DemoEvent } from './course.ts'
import type { Told } from './year.ts'

export interface Standing {
  readonly told: Told
  readonly events: readonly DemoEvent[]
}

interface Queue {
  readonly least: number
  /** The step after which such a case waits. */
  readonly after: DemoEvent['action']
  readonly holds: (events: readonly DemoEvent[]) => boolean
}

const lastOf = (events: readonly DemoEvent[]): Stage => events.at(-1)!.stage
const at = (stage: Stage) => (events: readonly DemoEvent[]) => lastOf(events) === stage
const has = (events: readonly DemoEvent[], action: DemoEvent['action']) => events.some((event) => event.action === action)
const isAsked = (events: readonly DemoEvent[]) => events.at(-1)!.action === 'ask_extension'

/** What a desk has before it on an ordinary morning. */
const QUEUES: readonly Queue[] = [
  { least: 6, after: 'ask_extension', holds: isAsked },
  { least: 5, after: 'return', holds: (events) => lastOf(events) === 'filed' && has(events, 'return') },
  { least: 9, after: 'collect', holds: at('collected') },
  { least: 7, after: 'file', holds: (events) => lastOf(events) === 'filed' && !has(events, 'return') },
  { least: 32, after: 'report_back', holds: at('reported_back') },
  { least: 8, after: 'verify', holds: at('verified') },
]
const OPEN = { least: 201, more: 18 } as const
/** Of somebody who may sign in, so many are in hand. */
const OWN = 3
const ENDED: readonly Stage[] = ['closed', 'dismissed', 'merged']

/** A smaller place has less of everything, and something of each. */
const lessened = (count: number, size: number): number => (count > 0 ? Math.max(1, Math.round(count * size)) : count)
const FEWEST_OPEN = 8

export interface StandingQuestion {
  readonly now: number
  readonly today: string
  /** What was found before is left as it is, and so are the figures of the time before. */
  readonly since: number
  /** Compared with the county. */
  readonly size: number
  /** Codes of people who may sign in: each of them has something in hand. */
  readonly people: ReadonlySet<string>
}

export function standingAt(told: readonly Told[], { now, today, since, size, people }: StandingQuestion): Standing[] {
  const cut = new Map(told.map((each) => [each, each.course.events.filter((event) => event.at <= now)]))
  const merged = new Set(told.flatMap(({ into }) => into ?? []))
  const free = told.filter(
    (each) => each.matter.found >= since && !each.into && !merged.has(each) && cut.get(each)!.length > 0 && ended(cut.get(each)!),
  )
  const open = OPEN.least + randomStream(`cases open on ${today}`).integer(0, OPEN.more)
  const wanted = Math.max(FEWEST_OPEN, Math.round(open * size))
  const count = (holds: Queue['holds']) => [...cut.values()].filter((events) => events.length > 0 && holds(events)).length
  for (const code of people) {
    const isOwn = ({ course }: Told) => course.owner?.person_code === code
    const open = told.filter((each) => isOwn(each) && cut.get(each)!.length > 0 && !ended(cut.get(each)!)).length
    holdUp('accept', OWN - open, isOwn)
  }
  for (const { least, after, holds } of QUEUES) holdUp(after, lessened(least, size) - count(holds))
  holdUp('accept', wanted - count((events) => !ended(events)))
  // One that is told of is one that was found.
  return told.flatMap((each) => (cut.get(each)!.length > 0 ? [{ told: each, events: cut.get(each)! }] : []))

  /** Of those that are through, the ones that were there last have not gone on. */
  function holdUp(after: DemoEvent['action'], missing: number, isMeant = (_: Told) => true): void {
    const there = free.flatMap((each) => {
      const index = mayWait(each, after) && isMeant(each) ? cut.get(each)!.findLastIndex(({ action }) => action === after) : -1
      return index < 0 ? [] : [{ each, events: cut.get(each)!.slice(0, index + 1) }]
    })
    // Those first that are in time.
    const waiting = there.toSorted(
      (a, b) => Number(isLate(a.events)) - Number(isLate(b.events)) || lastAt(b.events) - lastAt(a.events),
    )
    for (const { each, events } of waiting.slice(0, Math.max(0, missing))) {
      cut.set(each, events)
      free.splice(free.indexOf(each), 1)
    }
  }
  function isLate(events: readonly DemoEvent[]): boolean {
    return events.at(-1)!.stage_due! < now
  }
}

const lastAt = (events: readonly DemoEvent[]): number => events.at(-1)!.at
const ended = (events: readonly DemoEvent[]): boolean => ENDED.includes(lastOf(events))

/** What is filed by the rule waits for nobody; what was dismissed was never filed. */
function mayWait({ matter, fate }: Told, after: DemoEvent['action']): boolean {
  if (after === 'collect') return !matter.files_itself
  if (after === 'file') return !matter.files_itself && !fate.isDismissed && !fate.isReturned
  return !fate.isDismissed
}
