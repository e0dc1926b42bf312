// One long run of random edits with every check after every edit; used by the committed test and by the big run.
import {
  apply,
  type Box,
  type CellPolygon,
  canonicalText,
  cellsOf,
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

/** Twice what the territory's own border encloses. */
function enclosed(cells: readonly CellPolygon[]): bigint {
  let sum = 0n
  for (const { a, b } of rim(cells).values()) sum += BigInt(a[0]) * BigInt(b[1]) - BigInt(b[0]) * BigInt(a[1])
  return sum
}

export function checkWhole(fabric: Fabric, edit: unknown): void {
  const cells = polygonsOf(fabric)
  const clash = firstClash(cells)
  if (clash) fail(`edges clash: ${clash}`, edit)
  if (enclosed(cells) !== totalArea(cells)) fail('cells do not cover what their common border encloses', edit)
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

function boxAround(face: Face): Box {
  const [xs, ys] = [face.rings[0]!.map(([x]) => x), face.rings[0]!.map(([, y]) => y)]
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
}

function different(these: Fabric, those: Fabric): Face[] {
  return [...these.faces.values()].filter((face) => those.faces.get(face.id) !== face)
}

// Half mm²: 2 cm² is what whole millimetres may leave over where a stroke ends on the territory's border.
const LEFT_OVER = 40_000n

/** What changed, with all around it: the same rim but for vertices on the territory's border, no clash, sound cells. */
function checkAfter(before: Fabric, after: Fabric, edit: unknown): void {
  const [gone, fresh] = [different(before, after), different(after, before)]
  const around = new Map<string, Face>()
  for (const face of [...gone, ...fresh]) for (const near of facesIn(before, boxAround(face))) around.set(near.id, near)
  for (const { id } of gone) around.delete(id)
  const [was, is] = [
    [...around.values(), ...gone],
    [...around.values(), ...fresh],
  ]
  const [rimBefore, rimAfter] = [rim(was), rim(is)]
  const kept = [...rimBefore.keys()].filter((edge) => rimAfter.has(edge)).length
  const moved = totalArea(fresh) - totalArea(gone)
  if (kept === rimBefore.size && kept === rimAfter.size && moved !== 0n) fail(`land won or lost: ${moved}`, edit)
  if (moved > LEFT_OVER || moved < -LEFT_OVER) fail(`the territory changed by ${moved} half mm²`, edit)
  if (rimAfter.size < kept || rimAfter.size - kept < rimBefore.size - kept) fail('the territory lost a vertex', edit)
  const wrong = fresh.map(unsound).find((fault) => fault)
  if (wrong) fail(wrong, edit)
  const clash = firstClash(is)
  if (clash) fail(`edges clash: ${clash}`, edit)
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
    checkAfter(fabric, result.fabric, edit)
    undo.push({ reverse: result.reverse, text: number % 50 === 0 ? canonicalText(fabric) : undefined })
    fabric = result.fabric
    if (number % 50 === 49) checkWhole(fabric, edit)
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
