import type { Sums } from './goal.ts'
import type { Graph } from './graph.ts'

/** Which group each cell is in, with what every group sums up to; changed in place while a division is sought. */
export class Division {
  readonly graph: Graph
  /** Group by cell; −1 is none. */
  readonly group: Int32Array
  readonly members: number[][] = []
  readonly sums: Sums[] = []
  private readonly place: Int32Array
  private readonly seen: Int32Array
  private round = 0

  constructor(graph: Graph) {
    this.graph = graph
    this.group = new Int32Array(graph.ids.length).fill(-1)
    this.place = new Int32Array(graph.ids.length)
    this.seen = new Int32Array(graph.ids.length)
  }

  /** Makes these the cells of a group. Cells that it had before and that are not among them must be set elsewhere next. */
  set(group: number, cells: readonly number[]): void {
    this.members[group] = [...cells]
    cells.forEach((cell, index) => {
      this.group[cell] = group
      this.place[cell] = index
    })
    this.sums[group] = sumsOf(this.graph, cells)
  }

  move(cell: number, to: number): void {
    const from = this.group[cell]!
    this.sums[from] = this.without(cell)
    this.sums[to] = this.with(cell, to)
    const list = this.members[from]!
    const last = list.pop()!
    if (last !== cell) {
      list[this.place[cell]!] = last
      this.place[last] = this.place[cell]!
    }
    this.place[cell] = this.members[to]!.push(cell) - 1
    this.group[cell] = to
  }

  /** Length of the cell's borders to a group, m. */
  borderTo(cell: number, group: number): number {
    const { start, neighbour, length } = this.graph
    let sum = 0
    for (let side = start[cell]!; side < start[cell + 1]!; side++)
      if (this.group[neighbour[side]!] === group) sum += length[side]!
    return sum
  }

  /** What the cell's group sums up to without it. */
  without(cell: number): Sums {
    const { weight, area, perimeter } = this.graph
    const group = this.group[cell]!
    const sums = this.sums[group]!
    return {
      cells: sums.cells - 1,
      weight: sums.weight - weight[cell]!,
      area: sums.area - area[cell]!,
      perimeter: sums.perimeter - perimeter[cell]! + 2 * this.borderTo(cell, group),
    }
  }

  /** What a group sums up to with the cell. */
  with(cell: number, group: number): Sums {
    const { weight, area, perimeter } = this.graph
    const sums = this.sums[group]!
    return {
      cells: sums.cells + 1,
      weight: sums.weight + weight[cell]!,
      area: sums.area + area[cell]!,
      perimeter: sums.perimeter + perimeter[cell]! - 2 * this.borderTo(cell, group),
    }
  }

  /** Whether the cell's group has other cells and hangs together without it. */
  staysWhole(cell: number): boolean {
    const { start, neighbour } = this.graph
    const group = this.group[cell]!
    const round = ++this.round
    const around: number[] = []
    for (let side = start[cell]!; side < start[cell + 1]!; side++)
      if (this.group[neighbour[side]!] === group && !around.includes(neighbour[side]!)) around.push(neighbour[side]!)
    if (around.length < 2) return around.length === 1
    const reached = [around[0]!]
    this.seen[cell] = this.seen[around[0]!] = round
    for (let missing = around.length - 1, index = 0; index < reached.length; index++) {
      const from = reached[index]!
      for (let side = start[from]!; side < start[from + 1]!; side++) {
        const next = neighbour[side]!
        if (this.group[next] !== group || this.seen[next] === round) continue
        this.seen[next] = round
        reached.push(next)
        if (around.includes(next) && --missing === 0) return true
      }
    }
    return false
  }

  /** The groups other than its own that a cell borders on, lowest first. */
  groupsAround(cell: number): number[] {
    const { start, neighbour } = this.graph
    const around: number[] = []
    for (let side = start[cell]!; side < start[cell + 1]!; side++) {
      const group = this.group[neighbour[side]!]!
      if (group >= 0 && group !== this.group[cell] && !around.includes(group)) around.push(group)
    }
    return around.sort((a, b) => a - b)
  }

  neighbours(group: number): number[] {
    const around = new Set<number>()
    for (const cell of this.members[group]!) for (const other of this.groupsAround(cell)) around.add(other)
    return [...around].sort((a, b) => a - b)
  }
}

/** Leaves `local` as it was. */
export function sumsOf(graph: Graph, cells: readonly number[]): Sums {
  const { weight, area, perimeter, start, neighbour, length, local } = graph
  const sums = { cells: cells.length, weight: 0, area: 0, perimeter: 0 }
  for (const cell of cells) local[cell] = 0
  for (const cell of cells) {
    sums.weight += weight[cell]!
    sums.area += area[cell]!
    sums.perimeter += perimeter[cell]!
    for (let side = start[cell]!; side < start[cell + 1]!; side++)
      if (local[neighbour[side]!] === 0) sums.perimeter -= length[side]!
  }
  for (const cell of cells) local[cell] = -1
  return sums
}
