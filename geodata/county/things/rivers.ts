/** Rivers and their segments, located by chainage from where the water enters the county or rises. */
import type { County } from '../county.ts'
import { type DemoFeature, type Position, VALID_FROM } from '../demo.ts'
import { edgesByLabel, lineFrom, positionsOf } from '../geometry/lines.ts'
import { distance, METRE } from '../geometry/plane.ts'
import { multiLineString } from '../geometry/shapes.ts'
import { RIVER_COURSES, type RiverId } from '../ground/river_courses.ts'
import type { Community } from '../people/communities.ts'
import { RIVERS, type RiverName } from '../people/names.ts'

export interface River extends RiverName {
  readonly id: RiverId
  readonly code: string
  readonly path: readonly number[]
  readonly line: readonly Position[]
  /** By vertex, millimetres from the start. */
  readonly upTo: readonly number[]
}

export function makeRivers({ subdivision, plan }: County): River[] {
  const edges = edgesByLabel(subdivision)
  return (Object.keys(RIVER_COURSES) as RiverId[])
    .map((id): River => {
      const path = lineFrom(subdivision, edges.get(`river:${id}`)!, RIVER_COURSES[id][0]!)
      const line = positionsOf(subdivision, path)
      const upTo = [0]
      for (let i = 1; i < line.length; i++) upTo.push(upTo[i - 1]! + distance(line[i - 1]!, line[i]!))
      return { ...RIVERS[id], id, code: `${plan.name.code}${RIVERS[id].number}`, path, line, upTo }
    })
    .toSorted((a, b) => a.code.localeCompare(b.code))
}

export const riverFeatures = (rivers: readonly River[]): DemoFeature[] =>
  rivers.map(({ code, name, name_en, rank, line }) => ({
    properties: { code, name, name_en, rank, basin: '黄河流域' },
    geometry: multiLineString([line]),
  }))

/** Chainage in metres, to the decimetre. */
export const chainage = (length: number): number => Math.round(length / (METRE / 10)) / 10

/** Shorter stretches than this go to the segment before: a chief should have something to walk. */
const SHORTEST = 450 * METRE

/** The main rivers have this many segments at least; where borders give fewer, the longest are halved. */
const FEWEST = 60

export interface RiverSegment {
  readonly river: River
  readonly feature: DemoFeature
}

/** A segment ends where the community on either bank changes. */
export function riverSegments(county: County, rivers: readonly River[]): RiverSegment[] {
  let sequence = 0
  const cuts = rivers.map((river) => {
    const banks = banksOf(county, river.path)
    return { river, banks, starts: startsOf(banks, river.upTo) }
  })
  halveLongest(cuts.filter(({ river }) => river.rank === 'main'))
  return cuts.flatMap(({ river, banks, starts }) => {
    const { path, line, upTo } = river
    // A stretch begins at the border of the community that is new on either bank.
    const borderAt = (i: number) => `${(banks[i]!.find((bank) => !banks[i - 1]!.includes(bank)) ?? banks[i]![0]!).name}界`
    const names = new Map<string, number>()
    return starts.map((start, k): RiverSegment => {
      const end = starts[k + 1] ?? path.length - 1
      const shorts = [...new Set(banks[start]!.map(({ short }) => short))]
      const places = shorts.map(({ zh }) => zh).join('—')
      const count = (names.get(places) ?? 0) + 1
      names.set(places, count)
      const feature: DemoFeature = {
        properties: {
          code: `${county.plan.name.code}${String(++sequence).padStart(6, '0')}`,
          name: `${river.name}${places}段${count > 1 ? count : ''}`,
          name_en: `${river.name_en}, ${shorts.map(({ en }) => en).join('–')}${count > 1 ? ` ${count}` : ''}`,
          river_name: river.name,
          chainage_from_m: chainage(upTo[start]!),
          chainage_to_m: chainage(upTo[end]!),
          water_class_target: river.rank === 'ditch' ? 'IV' : start / path.length < 0.35 ? 'II' : 'III',
          start_place: k > 0 ? borderAt(start) : beginsInside(river) ? '源头' : '县界',
          end_place: end < path.length - 1 ? borderAt(end) : endOf(river, rivers),
          valid_from: VALID_FROM,
        },
        geometry: multiLineString([line.slice(start, end + 1)]),
      }
      return { river, feature }
    })
  })
}

function banksOf({ subdivision, communityOf }: County, path: readonly number[]): Community[][] {
  return path.slice(1).map((b, i) => {
    const faces = [subdivision.left(path[i]!, b), subdivision.left(b, path[i]!)]
    return faces.flatMap((face) => (face ? [communityOf.get(face.id)!] : []))
  })
}

function startsOf(banks: readonly (readonly Community[])[], upTo: readonly number[]): number[] {
  const starts = [0]
  banks.forEach((pair, i) => {
    const changed = i > 0 && pair.some((bank, side) => bank !== banks[i - 1]![side])
    if (changed && upTo[i]! - upTo[starts.at(-1)!]! > SHORTEST && upTo.at(-1)! - upTo[i]! > SHORTEST) starts.push(i)
  })
  return starts
}

interface Cut {
  readonly river: River
  /** Vertices of the river's path, in order. */
  readonly starts: number[]
}

function halveLongest(cuts: readonly Cut[]): void {
  for (let missing = FEWEST - cuts.reduce((sum, { starts }) => sum + starts.length, 0); missing > 0; missing--) {
    const stretches = cuts.flatMap(({ river: { upTo }, starts }) =>
      starts.map((start, k) => ({ starts, k, upTo, from: upTo[start]!, to: upTo[starts[k + 1] ?? upTo.length - 1]! })),
    )
    const { starts, k, upTo, from, to } = stretches.reduce((a, b) => (b.to - b.from > a.to - a.from ? b : a))
    starts.splice(
      k + 1,
      0,
      upTo.findIndex((length) => length >= (from + to) / 2),
    )
  }
}

const beginsInside = ({ id }: River): boolean => ['heilong', 'cuiyu', 'shimen'].includes(id)

function endOf({ line, id }: River, rivers: readonly River[]): string {
  const end = String(line.at(-1))
  const into = rivers.find((other) => other.id !== id && other.line.some((p) => String(p) === end))
  return into ? `${into.name}汇口` : '县界'
}
