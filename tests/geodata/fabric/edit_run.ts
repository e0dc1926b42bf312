// One long run of random edits with every check after every edit; used by the committed test and by the big run.
import {
  apply,
  canonicalText,
  cellsOf,
  doubleFaceArea,
  type Edit,
  type Fabric,
  type Face,
  fabricOf,
  facesIn,
  outlineOf,
  polygonsOf,
  REFUSALS,
} from '#geodata/fabric/index.ts'
import { firstClash, rim, shoelace, totalArea, unsound } from './checks.ts'
import { irregularCoverage, randomOf } from './coverage.ts'
import { randomEdit } from './random_edits.ts'

export interface Tally {
  accepted: number
  refused: Record<string, number>
}

export interface Run {
  tallies: Map<Edit['kind'], Tally>
  milliseconds: number[]
  cells: number
}

function fail(what: string, edit: unknown): never {
  throw new Error(`${what}\n${JSON.stringify(edit)}`)
}

/** What the territory's own border encloses; it may gain vertices within a millimetre, never lose land to the cells. */
function enclosed(cells: ReturnType<typeof polygonsOf>): bigint {
  let sum = 0n
  for (const { a, b } of rim(cells).values()) sum += BigInt(a[0]) * BigInt(b[1]) - BigInt(b[0]) * BigInt(a[1])
  return sum
}

export function checkWhole(fabric: Fabric, edit: unknown): void {
  const cells = polygonsOf(fabric)
  const clash = firstClash(cells)
  if (clash) fail(`edges clash: ${clash}`, edit)
  for (const parent of [...fabric.grids.values()].filter(({ retired }) => !retired)) {
    const own = cellsOf(fabric, parent.id)
    const outline = outlineOf(
      fabric,
      own.map(({ id }) => id),
    )
    const area = outline.flat().reduce((sum, ring) => sum + shoelace(ring), 0n)
    if (area !== totalArea(own)) fail(`outline of ${parent.id} is not the union of its cells`, edit)
    const edges = new Set(rim(own).keys())
    const drawn = outline
      .flat()
      .flatMap((ring) => ring.map((a, index) => `${a.join(' ')}/${ring[(index + 1) % ring.length]!.join(' ')}`))
    if (drawn.length !== edges.size || !drawn.every((edge) => edges.has(edge)))
      fail(`outline of ${parent.id} leaves the cells' borders`, edit)
  }
}

function checkAfter(before: Fabric, after: Fabric, area: bigint, edit: unknown): bigint {
  const cells = polygonsOf(after)
  const now = totalArea(cells)
  if (enclosed(cells) !== now) fail('cells do not cover what their common border encloses', edit)
  const moved = now - area
  // 2 cm²: what whole millimetres leave over where a stroke ends on the territory's border.
  if (moved > 40_000n || moved < -40_000n) fail(`the territory changed by ${moved} half mm²`, edit)
  const fresh = cells.map(({ id }) => after.faces.get(id)!).filter((face) => before.faces.get(face.id) !== face)
  const around = new Map<string, Face>()
  for (const face of fresh) {
    const wrong = unsound(face)
    if (wrong) fail(wrong, edit)
    if (doubleFaceArea(face) <= 0n) fail(`${face.id} has no area`, edit)
    const xs = face.rings[0]!.map(([x]) => x)
    const ys = face.rings[0]!.map(([, y]) => y)
    for (const near of facesIn(after, [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]))
      around.set(near.id, near)
  }
  const clash = firstClash([...around.values()])
  if (clash) fail(`edges clash: ${clash}`, edit)
  return now
}

/** Runs `count` random edits, checks each, undoes all of them and compares the bytes. Throws on any fault. */
export function runEdits(seed: number, count: number, clock: () => number): Run {
  const built = fabricOf(irregularCoverage(seed))
  if ('refused' in built) fail('coverage refused', built.refused)
  let fabric = built.fabric
  const original = canonicalText(fabric)
  const random = randomOf(seed * 7919 + 1)
  const undo: { reverse: Edit; text: string | undefined }[] = []
  const run: Run = { tallies: new Map(), milliseconds: [], cells: fabric.faces.size }
  let area = totalArea(polygonsOf(fabric))
  for (let number = 0; number < count; number++) {
    const edit = randomEdit(fabric, number, random)
    const tally = run.tallies.get(edit.kind) ?? { accepted: 0, refused: {} }
    run.tallies.set(edit.kind, tally)
    const start = clock()
    const result = apply(fabric, edit)
    run.milliseconds.push(clock() - start)
    if ('refused' in result) {
      if (!(result.refused.code in REFUSALS)) fail(`unknown code ${result.refused.code}`, edit)
      tally.refused[result.refused.code] = (tally.refused[result.refused.code] ?? 0) + 1
      continue
    }
    tally.accepted++
    area = checkAfter(fabric, result.fabric, area, edit)
    undo.push({ reverse: result.reverse, text: number % 20 === 0 ? canonicalText(fabric) : undefined })
    fabric = result.fabric
    if (number % 100 === 99) checkWhole(fabric, edit)
  }
  for (const { reverse, text } of undo.reverse()) {
    const result = apply(fabric, reverse)
    if ('refused' in result) fail(`undo refused: ${JSON.stringify(result.refused)}`, reverse)
    fabric = result.fabric
    if (text !== undefined && canonicalText(fabric) !== text) fail('undo is not exact', reverse)
  }
  if (canonicalText(fabric) !== original) fail('undoing everything does not restore the bytes', seed)
  return run
}
