/** A walk along a river as a telephone would have recorded it. */
import type { Position } from '#geodata/county/demo.ts'
import { aside, METRE, walk } from '#geodata/county/geometry/plane.ts'
import type { Random } from '#geodata/county/geometry/random.ts'
import type { Fix } from '#geodata/rivers/patrol/track.ts'
import { type DutyOfChief, degreesOf } from './duties.ts'

export interface Walk {
  /** Parts of the stretch, 0 to 1, that are left out. */
  readonly leftOut?: readonly [from: number, to: number]
  /** Driven in a car from here on. */
  readonly drivenFrom?: number
  /** There and back, so that it takes so many minutes at least. */
  readonly minutes?: number
}

/** Metres in a second on foot and in a car, seconds between positions, metres from the centre line, and what positions wander by. */
const ON_FOOT = [0.95, 1.35] as const
const DRIVEN = 13
const EVERY_S = [55, 85] as const
const BESIDE = [5, 16] as const
const WANDER = 2.5
const ACCURACY = [4, 11] as const
/** What is left of the way and is no more than this is walked with the step before. */
const AT_ONCE = 12

interface Step {
  /** Of the stretch, 0 to 1. */
  readonly at: number
  readonly seconds: number
}

/** @param start in milliseconds since 1970 */
export function fixesOf(duty: DutyOfChief, wanted: Walk, start: number, random: Random): Fix[] {
  const { segment, stretch } = duty
  const length = lengthOf(duty)
  const share = (chainage: number) => (chainage - segment.from_m) / (segment.to_m - segment.from_m)
  const [from, to] = stretch ? [share(stretch.from_m), share(stretch.to_m)] : [0, 1]
  const whole = wholeLength(segment.line)
  const side = random.between(BESIDE[0], BESIDE[1]) * METRE * (random.chance(0.5) ? 1 : -1)
  const wander = () => random.between(-WANDER, WANDER) * METRE
  return stepsOf(length, wanted, random).map(({ at, seconds }) => {
    const { point, direction } = walk(segment.line, whole * (from + (to - from) * at))
    const [x, y] = aside(point, direction, side)
    const [longitude, latitude] = degreesOf([x + wander(), y + wander()])
    const accuracy_m = Math.round(random.between(ACCURACY[0], ACCURACY[1]) * 10) / 10
    return { longitude: rounded(longitude), latitude: rounded(latitude), at: start + Math.round(seconds * 10) * 100, accuracy_m }
  })
}

export const lengthOf = ({ segment, stretch }: Pick<DutyOfChief, 'segment' | 'stretch'>): number =>
  (stretch?.to_m ?? segment.to_m) - (stretch?.from_m ?? segment.from_m)

const rounded = (degrees: number): number => Math.round(degrees * 1e7) / 1e7

const lengths = new WeakMap<readonly Position[], number>()
function wholeLength(line: readonly Position[]): number {
  const known = lengths.get(line)
  if (known !== undefined) return known
  const length = line.slice(1).reduce((sum, [x, y], i) => sum + Math.hypot(x - line[i]![0], y - line[i]![1]), 0)
  lengths.set(line, length)
  return length
}

/** Down the river or up it; back again, with rests, where it has to take longer. */
function stepsOf(length: number, { leftOut, drivenFrom, minutes = 0 }: Walk, random: Random): Step[] {
  const isUp = random.chance(0.5)
  const speed = random.between(ON_FOOT[0], ON_FOOT[1])
  const way = minutes > 0 ? 2 * length : length
  const rest = Math.max(0, minutes * 60 - way / speed)
  const rests = [0.25, 0.5, 0.8].map((at) => ({ at: at * way, seconds: rest / 3 }))
  const steps: Step[] = []
  let [gone, seconds] = [0, 0]
  for (;;) {
    const along = gone <= length ? gone / length : 2 - gone / length
    const at = isUp ? 1 - along : along
    if (!leftOut || along < leftOut[0] || along > leftOut[1]) steps.push({ at, seconds })
    if (gone >= way) return steps
    const time = random.between(EVERY_S[0], EVERY_S[1])
    if (rests[0] && gone >= rests[0].at && rests[0].seconds > 0) {
      // Standing and looking, with a position now and then.
      rests[0].seconds -= time
      seconds += time
      if (rests[0].seconds <= 0) rests.shift()
      continue
    }
    const isDriven = drivenFrom !== undefined && along >= drivenFrom
    const goal = gone < length ? length : way
    const ahead = gone + (isDriven ? DRIVEN : speed) * time
    const next = goal - ahead < AT_ONCE ? goal : ahead
    seconds += (next - gone) / (isDriven ? DRIVEN : speed)
    gone = next
  }
}
