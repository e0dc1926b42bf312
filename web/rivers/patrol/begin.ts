import type { PatrolRule, SegmentDetail } from '#geodata/rivers/records.ts'
import { useWorker } from '../../access/session.ts'
import { newId } from '../../offline/new_id.ts'
import { useConsole } from '../../state/store.ts'
import { look } from '../view.ts'
import { beginPatrol, usePatrol } from './recorder.ts'
import { walkedOf } from './walked_segment.ts'

/** Begins a patrol of a segment by its chief, or goes back to the one that is under way. */
export async function beginOn(segment: SegmentDetail): Promise<void> {
  showPatrol()
  const { my_level: level, rules } = segment
  const account = useWorker.getState().account?.id
  const rule = rules.find((each) => each.level === level)
  if (usePatrol.getState().patrol || account === undefined || level === null || !rule) return
  await beginPatrol({
    client_id: newId(),
    account,
    level,
    segment: walkedOf(segment, useWorker.getState().account!.person_id),
    rule,
    previous_ended_at: lastValid(segment)?.ended_at ?? null,
    started_at: new Date().toISOString(),
    ended_at: null,
  })
}

/** The patrol in sight, whatever the console showed. */
export function showPatrol(): void {
  const { workspace, openWorkspace } = useConsole.getState()
  if (workspace !== 'rivers') openWorkspace('rivers')
  look({ showsPatrol: true })
  useConsole.setState({ riversPart: 'segments', sheet: 'rivers' })
}

const lastValid = ({ recent_patrols, my_level }: SegmentDetail) =>
  recent_patrols
    .filter(({ is_valid, level }) => is_valid && level === my_level)
    .toSorted((one, other) => one.ended_at.localeCompare(other.ended_at))
    .at(-1)

/** The day of a valid patrol that is too short a time ago for another to count; null where there is none. @param now milliseconds */
export function blocksPatrol(segment: SegmentDetail, rule: PatrolRule, now: number): string | null {
  const last = lastValid(segment)
  if (!last || now - Date.parse(last.ended_at) >= rule.minimum_hours_apart * 3_600_000) return null
  return chinaDay(last.ended_at)
}

const chinaDay = (iso: string): string => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date(iso))
