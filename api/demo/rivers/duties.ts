/** Who owes patrols where: the chiefs of the demo, each with what of a segment is theirs and since when. */
import type { Demo, DemoPerson, Position } from '#geodata/county/demo.ts'
import { METRE } from '#geodata/county/geometry/plane.ts'
import { fromGaussKruger } from '#geodata/crs/gauss_kruger.ts'
import { partsBetween } from '#geodata/rivers/chainage.ts'
import { type RiverLine, riverLineOf } from '#geodata/rivers/line.ts'
import { CHIEF_LEVELS, type ChiefLevel, type Stretch } from '#geodata/rivers/records.ts'

export interface SegmentOfDemo {
  readonly code: string
  /** On the demo's plane, the way chainage grows. */
  readonly line: readonly Position[]
  readonly from_m: number
  readonly to_m: number
}

export interface DutyOfChief {
  readonly segment: SegmentOfDemo
  readonly level: ChiefLevel
  /** Null is all of the segment. */
  readonly stretch: Stretch | null
  /** Of the stretch, to match tracks with. */
  readonly course: RiverLine
  readonly person: DemoPerson
  readonly valid_from: string
  readonly valid_to: string | null
}

/** Of the demo's plane (Demo.srid). */
const MERIDIAN = 114
export const degreesOf = ([x, y]: Position): [number, number] => fromGaussKruger([x / METRE, y / METRE], MERIDIAN)

const LEVEL_OF = Object.fromEntries(CHIEF_LEVELS.map((level) => [`river_chief_${level}`, level]))

export function segmentsOf({ features }: Demo): ReadonlyMap<string, SegmentOfDemo> {
  const segments = (features.river_segments ?? []).flatMap(({ properties, geometry }): SegmentOfDemo[] => {
    const { code, chainage_from_m, chainage_to_m } = properties
    const [line] = geometry?.type === 'MultiLineString' ? geometry.coordinates : []
    return line ? [{ code: String(code), line, from_m: Number(chainage_from_m), to_m: Number(chainage_to_m) }] : []
  })
  return new Map(segments.map((segment) => [segment.code, segment]))
}

/** In the order in which somebody is written down for a segment. */
export function dutiesOf(demo: Demo): DutyOfChief[] {
  const segments = segmentsOf(demo)
  const people = new Map((demo.responsibility?.people ?? []).map((person) => [person.code, person]))
  const courses = new Map<string, RiverLine>()
  return (demo.responsibility?.assignments ?? []).flatMap((row): DutyOfChief[] => {
    const level = LEVEL_OF[row.role]
    const segment = row.layer === 'river_segments' ? segments.get(row.code) : undefined
    if (!segment || !level) return []
    const { chainage_from_m, chainage_to_m, valid_from, valid_to } = row
    const stretch = chainage_from_m === null ? null : { from_m: chainage_from_m, to_m: chainage_to_m! }
    const key = `${segment.code} ${chainage_from_m}`
    const course = courses.get(key) ?? courseOf(segment, stretch)
    courses.set(key, course)
    return [{ segment, level, stretch, course, person: people.get(row.person_code)!, valid_from, valid_to }]
  })
}

function courseOf({ line, from_m, to_m }: SegmentOfDemo, stretch: Stretch | null): RiverLine {
  const whole = riverLineOf({ parts: [line.map(degreesOf)], chainage_from_m: from_m, chainage_to_m: to_m })
  if (!stretch) return whole
  const parts = partsBetween(whole, stretch.from_m, stretch.to_m)
  return riverLineOf({ parts, chainage_from_m: stretch.from_m, chainage_to_m: stretch.to_m })
}
