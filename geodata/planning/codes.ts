/** Codes of 15 digits for what a plan adds: the community's 12 and a number, west to east in rows from north to south. Never used twice. */
import { cellsOf, type Fabric, type Grid } from '../fabric/fabric.ts'
import { type Face, faceBox } from '../fabric/face.ts'

/** mm; cells of the whole county are numbered in rows of this height. */
const ROW_HEIGHT = 200_000
const MOST = 999

export interface Numbered {
  readonly id: string
  /** 12 digits. */
  readonly prefix: string
  readonly middle: readonly [number, number]
}

/** Of the box around the faces, mm. */
export const middleOf = (faces: readonly Face[]): [number, number] => {
  const boxes = faces.map(faceBox)
  const west = Math.min(...boxes.map(([each]) => each))
  const south = Math.min(...boxes.map(([, each]) => each))
  const east = Math.max(...boxes.map(([, , each]) => each))
  const north = Math.max(...boxes.map(([, , , each]) => each))
  return [(west + east) / 2, (south + north) / 2]
}

/** A grid in one community gets its number there; one that reaches over several gets it in the town. */
export function gridToNumber(fabric: Fabric, { id }: Grid): Numbered | undefined {
  const cells = cellsOf(fabric, id)
  const communities = [...new Set(cells.map(({ community }) => community))]
  const [first] = communities
  if (!first) return undefined
  return { id, prefix: communities.length === 1 ? first : `${first.slice(0, 9)}000`, middle: middleOf(cells) }
}

export const cellToNumber = (face: Face): Numbered => ({ id: face.id, prefix: face.community!, middle: middleOf([face]) })

/**
 * @param used by prefix, the numbers that some code has or ever had
 * @returns by id the code, or the prefix under which no number is left
 */
export function numberCodes(
  things: readonly Numbered[],
  used: ReadonlyMap<string, ReadonlySet<number>>,
): { codes: Map<string, string> } | { full: string } {
  const codes = new Map<string, string>()
  const groups = new Map<string, Numbered[]>()
  for (const thing of things) groups.set(thing.prefix, [...(groups.get(thing.prefix) ?? []), thing])
  for (const [prefix, group] of groups) {
    const north = Math.max(...group.map(({ middle }) => middle[1]))
    const row = ({ middle }: Numbered) => Math.floor((north - middle[1]) / ROW_HEIGHT)
    const taken = used.get(prefix) ?? new Set<number>()
    const greatest = Math.max(0, ...taken)
    const free = Array.from({ length: MOST }, (_, index) => index + 1).filter((number) => !taken.has(number))
    // After the greatest, so that numbers tell who is newer; gaps are used only when there is no other left.
    const numbers = [...free.filter((number) => number > greatest), ...free.filter((number) => number < greatest)]
    for (const { id } of group.toSorted((a, b) => row(a) - row(b) || a.middle[0] - b.middle[0] || (a.id < b.id ? -1 : 1))) {
      const number = numbers.shift()
      if (number === undefined) return { full: prefix }
      codes.set(id, `${prefix}${String(number).padStart(3, '0')}`)
    }
  }
  return { codes }
}
