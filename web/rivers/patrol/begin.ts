import { partsBetween } from '#geodata/rivers/chainage.ts'
import { riverLineOf } from '#geodata/rivers/line.ts'
import type { PatrolRule, SegmentDetail } from '#geodata/rivers/records.ts'
import { useWorker } from '../../access/session.ts'
import { newId } from '../../offline/new_id.ts'
import { useConsole } from '../../state/store.ts'
import { look } from '../view.ts'
import { beginPatrol, usePatrol } from './recorder.ts'
import type { WalkedSegment } from './track_store.ts'

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

/** What of a segment somebody owes: the whole of it, or the stretch that is his. */
export function walkedOf(segment: SegmentDetail, person: number | null): WalkedSegment {
  const { id, name, name_en, river_name, chainage_from_m: from, chainage_to_m: to, bbox, line, my_level, chiefs } = segment
  const whole = { parts: [line], chainage_from_m: from, chainage_to_m: to }
  const own = chiefs.filter((chief) => chief.level === my_level && chief.person.id === person)
  const first = Math.max(from, Math.min(...own.map(({ chainage_from_m }) => chainage_from_m)))
  const last = Math.min(to, Math.max(...own.map(({ chainage_to_m }) => chainage_to_m)))
  const isPart = first < last && (first > from || last < to)
  const course = isPart
    ? { parts: partsBetween(riverLineOf(whole), first, last), chainage_from_m: first, chainage_to_m: last }
    : whole
  return { id, name, name_en, river_name, bbox, ...course }
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
