/** A track of ten thousand positions along a river that winds, with the errors of a receiver, and what matching it takes. */
import { randomStream } from '#geodata/county/geometry/random.ts'
import { fromGaussKruger } from '#geodata/crs/gauss_kruger.ts'
import { riverLineOf } from '#geodata/rivers/line.ts'
import { judgePatrol } from '#geodata/rivers/patrol/judge.ts'
import { matchPatrol } from '#geodata/rivers/patrol/match.ts'
import { readTrack } from '#geodata/rivers/patrol/track.ts'
import { type Figures, figuresOf } from '../figures.ts'

export const TRACK_POINTS = 10_000
const SEGMENT_M = 8000
const VERTEX_M = 20
const ROUNDS = 40
/** That of a town's chief (migration 0021). */
const RULE = {
  ...{ minimum_minutes: 30, minimum_m: 2000, minimum_cover_percent: 0, minimum_hours_apart: 96 },
  ...{ corridor_m: 150, maximum_speed_m_s: 8, maximum_pause_s: 300 },
}

export interface MatchFigures {
  readonly points: number
  readonly vertices: number
  readonly covered_percent: number
  readonly figures: Figures
}

/** There and back, a position each two seconds: read, matched and judged. */
export function measureMatching(): MatchFigures {
  const random = randomStream('bench of a patrol')
  const at = (m: number): [number, number] => [440_000 + m * 0.7, 3_880_000 + 300 * Math.sin(m / 500) + 40 * Math.sin(m / 60)]
  const vertices = Array.from({ length: SEGMENT_M / VERTEX_M + 1 }, (_, i) => at(i * VERTEX_M))
  const length = vertices.slice(1).reduce((sum, [x, y], i) => sum + Math.hypot(x - vertices[i]![0], y - vertices[i]![1]), 0)
  const line = riverLineOf({
    parts: [vertices.map((place) => fromGaussKruger(place, 114))],
    chainage_from_m: 0,
    chainage_to_m: length,
  })
  const track = Array.from({ length: TRACK_POINTS }, (_, i) => {
    const share = (2 * i) / (TRACK_POINTS - 1)
    const [x, y] = at(SEGMENT_M * (share <= 1 ? share : 2 - share))
    const place = fromGaussKruger([x + random.between(-6, 6), y + random.between(-6, 6)], 114)
    return [...place, 1_780_000_000_000 + i * 2000, random.between(3, 12)]
  })
  const milliseconds: number[] = []
  let covered_percent = 0
  for (let round = 0; round <= ROUNDS; round++) {
    const began = performance.now()
    const read = readTrack(track)
    if (read.kind !== 'track') throw new Error(read.reason)
    const matched = matchPatrol(read.fixes, line, RULE)
    judgePatrol(matched, RULE, null)
    if (round > 0) milliseconds.push(performance.now() - began)
    covered_percent = matched.covered_percent
  }
  const figures = figuresOf(milliseconds, milliseconds.reduce((sum, each) => sum + each, 0) / 1000)
  return { points: TRACK_POINTS, vertices: vertices.length, covered_percent, figures }
}
