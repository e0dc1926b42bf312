import { partsBetween } from '#geodata/rivers/chainage.ts'
import { riverLineOf } from '#geodata/rivers/line.ts'
import type { SegmentDetail } from '#geodata/rivers/records.ts'
import type { WalkedSegment } from './track.ts'

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
