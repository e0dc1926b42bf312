/** From chainage to places and back. How chainage is written (K1+200) is the console's. */
import type { Position } from '../network/index.ts'
import { visitNearest } from '../network/spatial_index.ts'
import { alongOf, chainageOf, planeOf, type RiverLine, shareOf } from './line.ts'

/** Looking downstream, that is towards growing chainage. */
export type Bank = 'left' | 'right' | 'middle'

/** Nearer to the line than this, nobody can tell the bank: the line itself is no more exact. */
const MIDDLE_M = 3

/** A chainage that was rounded to the millimetre is still one of the line. */
const ROUNDED_M = 0.001

export interface NearestChainage {
  readonly chainage_m: number
  /** On the line, in degrees. */
  readonly position: Position
  readonly distance_m: number
  readonly bank: Bank
}

/** The place at a chainage, in degrees; undefined where the line has none of it. */
export function positionAtChainage(line: RiverLine, chainage_m: number): Position | undefined {
  const along = alongOf(line, chainage_m)
  if (line.edges.length === 0 || !(along >= -ROUNDED_M && along <= line.length_m + ROUNDED_M)) return undefined
  return positionAlong(line, edgeAt(line, along), along)
}

/** The place of the line that is nearest to another, in degrees; undefined where the line has no length. */
export function nearestChainage(line: RiverLine, position: Position): NearestChainage | undefined {
  const [x, y] = planeOf(line, position)
  let [nearest, edge, share] = [Infinity, -1, 0]
  visitNearest(line.index, [x, y], [1, 1], (candidate) => {
    const at = shareOf(line, candidate, x, y)
    const distance = distanceTo(line, candidate, at, x, y)
    if (distance < nearest) [nearest, edge, share] = [distance, candidate, at]
    return distance
  })
  if (edge < 0) return undefined
  const along = alongEdge(line, edge, share)
  return {
    chainage_m: chainageOf(line, along),
    position: positionAlong(line, edge, along),
    distance_m: nearest,
    bank: bankOf(line, edge, share, x, y),
  }
}

/** What lies between two chainages, in degrees, part by part; empty where the line has nothing of it. */
export function partsBetween(line: RiverLine, from_m: number, to_m: number): Position[][] {
  const ends = [alongOf(line, from_m), alongOf(line, to_m)].map((along) => Math.min(line.length_m, Math.max(0, along)))
  const [start, end] = [Math.min(...ends), Math.max(...ends)]
  const parts: Position[][] = []
  if (line.edges.length === 0 || end <= start) return parts
  for (let edge = edgeAt(line, start); edge < line.edges.length; edge++) {
    const a = line.edges[edge]!
    const [from, to] = [Math.max(start, line.along_m[a]!), Math.min(end, line.along_m[a + 1]!)]
    if (line.along_m[a]! >= end) break
    if (to <= from) continue
    if (parts.length === 0 || !isJoined(line, edge)) parts.push([positionAlong(line, edge, from)])
    parts.at(-1)!.push(positionAlong(line, edge, to))
  }
  return parts
}

/** Whether an edge begins where the one before it ends. */
const isJoined = ({ edges, x, y }: RiverLine, edge: number): boolean => {
  const [before, here] = [edges[edge - 1]! + 1, edges[edge]!]
  return x[before] === x[here] && y[before] === y[here]
}

const alongEdge = ({ edges, along_m }: RiverLine, edge: number, share: number): number => {
  const a = edges[edge]!
  return along_m[a]! * (1 - share) + along_m[a + 1]! * share
}

/** The last edge that begins no later than so far along the line. */
function edgeAt({ edges, along_m }: RiverLine, along: number): number {
  let [low, high] = [0, edges.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (along_m[edges[middle]!]! <= along) low = middle
    else high = middle - 1
  }
  return low
}

function positionAlong({ edges, along_m, x, y, origin, scale }: RiverLine, edge: number, along: number): Position {
  const a = edges[edge]!
  const [from, to] = [along_m[a]!, along_m[a + 1]!]
  const share = Math.min(1, Math.max(0, (along - from) / (to - from)))
  const east = x[a]! * (1 - share) + x[a + 1]! * share
  const north = y[a]! * (1 - share) + y[a + 1]! * share
  return [origin[0] + east / scale[0], origin[1] + north / scale[1]]
}

function distanceTo({ edges, x, y }: RiverLine, edge: number, share: number, px: number, py: number): number {
  const a = edges[edge]!
  return Math.hypot(x[a]! * (1 - share) + x[a + 1]! * share - px, y[a]! * (1 - share) + y[a + 1]! * share - py)
}

/**
 * At a bend the nearest place may be the vertex itself, and its two edges may disagree: the sum of their directions tells (the pseudonormal
 * of Bærentzen and Aanæs, 2005, on the plane). Beyond the ends of the line the banks go on straight.
 */
function bankOf(line: RiverLine, edge: number, share: number, px: number, py: number): Bank {
  const { edges, x, y } = line
  const a = edges[edge]!
  let [dx, dy] = directionOf(line, edge)
  const other = share === 0 ? edge - 1 : share === 1 ? edge + 1 : -1
  if (other >= 0 && other < edges.length && isJoined(line, Math.max(edge, other))) {
    const [ox, oy] = directionOf(line, other)
    dx += ox
    dy += oy
  }
  const [footX, footY] = [x[a]! * (1 - share) + x[a + 1]! * share, y[a]! * (1 - share) + y[a + 1]! * share]
  const length = Math.hypot(dx, dy)
  const aside = length === 0 ? 0 : (dx * (py - footY) - dy * (px - footX)) / length
  if (Math.abs(aside) < MIDDLE_M) return 'middle'
  return aside > 0 === line.chainage_to_m >= line.chainage_from_m ? 'left' : 'right'
}

function directionOf({ edges, x, y }: RiverLine, edge: number): [number, number] {
  const a = edges[edge]!
  const [dx, dy] = [x[a + 1]! - x[a]!, y[a + 1]! - y[a]!]
  const length = Math.hypot(dx, dy)
  return [dx / length, dy / length]
}
