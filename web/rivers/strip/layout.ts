/** Where a river's segments, stations and problems stand on a strip that goes from its source at the top to its mouth. */
import type { RiverStrip } from '#geodata/rivers/records.ts'

export interface StripRow {
  readonly from_m: number
  readonly to_m: number
  readonly y: number
  readonly height: number
  /** Null where no segment is. */
  readonly segment: RiverStrip['segments'][number] | null
  readonly stations: RiverStrip['stations']
  readonly cases: RiverStrip['cases']
}

export interface StripLayout {
  readonly rows: readonly StripRow[]
  readonly height: number
  /** Pixels from the top at a chainage. */
  readonly at: (chainage_m: number) => number
}

/** A thumb finds each segment, and its words have room; longer ones are longer, up to a point. */
const LEAST_PX = 84
const MOST_PX = 190
const GAP_PX = 34
/** Nearer than this two segments meet: chainage is not measured to the centimetre. */
const MEETS_M = 0.5

export function layoutStrip({ segments, stations, cases, length_m }: RiverStrip): StripLayout {
  const ordered = segments.toSorted((one, other) => one.chainage_from_m - other.chainage_from_m)
  const mean =
    ordered.reduce((sum, { chainage_from_m, chainage_to_m }) => sum + chainage_to_m - chainage_from_m, 0) / ordered.length
  const rows: StripRow[] = []
  let [at, y] = [0, 0]
  const push = (from_m: number, to_m: number, height: number, segment: StripRow['segment']) => {
    const isHere = ({ chainage_m }: { chainage_m: number }) => chainage_m >= from_m && chainage_m < to_m
    rows.push({ from_m, to_m, y, height, segment, stations: stations.filter(isHere), cases: cases.filter(isHere) })
    y += height
  }
  for (const segment of ordered) {
    const { chainage_from_m: from, chainage_to_m: to } = segment
    if (from > at + MEETS_M) push(at, from, GAP_PX, null)
    push(from, to, Math.round(Math.min(MOST_PX, Math.max(LEAST_PX, (LEAST_PX * (to - from)) / mean))), segment)
    at = Math.max(at, to)
  }
  if (rows.length > 0 && length_m > at + MEETS_M) push(at, length_m, GAP_PX, null)
  return { rows, height: y, at: (chainage_m) => pixelsAt(rows, chainage_m, y) }
}

function pixelsAt(rows: readonly StripRow[], chainage_m: number, height: number): number {
  const row = rows.find(({ from_m, to_m }) => chainage_m >= from_m && chainage_m <= to_m)
  if (!row) return chainage_m < (rows[0]?.from_m ?? 0) ? 0 : height
  return row.y + (row.height * (chainage_m - row.from_m)) / (row.to_m - row.from_m || 1)
}

/** Marks that would lie on each other are moved apart, each as little as it takes. @param places growing, pixels; @param room pixels from one to the next */
export function apart(places: readonly number[], room: number, height: number): number[] {
  const moved: number[] = []
  for (const place of places) moved.push(Math.max(place, (moved.at(-1) ?? Number.NEGATIVE_INFINITY) + room))
  // What was pushed beyond the foot pushes back.
  for (let i = moved.length - 1, limit = height; i >= 0; i--, limit -= room) {
    if (moved[i]! <= limit) break
    moved[i] = limit
  }
  return moved
}
