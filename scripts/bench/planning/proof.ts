/** PostGIS proves a whole scheme of 20,000 cells as if all of it had just been published, sound and with faults planted in it. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Database, Transaction } from '#api/database/database.ts'
import { migrate } from '#api/database/migrate.ts'
import { openDatabase } from '#api/database/open.ts'
import { sql } from '#api/database/sql.ts'
import { Problem } from '#api/http/problem.ts'
import { type Fault, gapsOf, prove, type Written } from '#api/plans/publish/proof/proof.ts'
import type { Position } from '#geodata/fabric/index.ts'
import { doubleArea } from '#geodata/fabric/plane/measure.ts'
import { startCluster } from '../../setup/cluster.ts'
import { type Figures, figuresOf, median } from '../figures.ts'
import { say } from '../say.ts'
import { cellAt, cellRing, type Lattice, lattice, SCHEME, storeLattice, textOf } from './proof_land.ts'

export interface ProofResults {
  readonly database: 'PostgreSQL' | 'embedded'
  readonly cells: number
  readonly ms: number
  /** Of three cells that lie together, with the grids that they are in. */
  readonly few: Figures
  readonly planted: number
  readonly found: number
  /** m²; by how much the areas of found gaps and overlaps differ from what was planted, at most. */
  readonly areaError: number
}

/** The median is told. */
const ROUNDS = 5

/** On both databases. */
export async function measureProof(): Promise<ProofResults[]> {
  const land = lattice()
  const cluster = await startCluster()
  const folder = await mkdtemp(join(tmpdir(), 'jiangli-bench-proof-'))
  try {
    return [
      await measureOn('PostgreSQL', await openDatabase({ url: cluster.url }), land),
      await measureOn('embedded', await openDatabase({ folder }), land),
    ]
  } finally {
    await cluster.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

async function measureOn(name: ProofResults['database'], database: Database, land: Lattice): Promise<ProofResults> {
  say(`a scheme of ${land.cells.length} cells, ${name} …`)
  try {
    await migrate(database)
    await storeLattice(database, land)
    const times: number[] = []
    for (let round = 0; round < ROUNDS; round++) {
      const sound = await proved(database, land, [])
      if (sound.faults.length > 0) throw new Error(`The lattice itself is not sound: ${JSON.stringify(sound.faults.slice(0, 3))}`)
      times.push(sound.ms)
    }
    const areas = [...plant(GAPS_ROW, INWARD, 'gap'), ...plant(OVERLAPS_ROW, -INWARD, 'overlap')]
    const few = await timesOfFew(database, land)
    const withAreas = await proved(database, land, areas)
    const bows = plantBows()
    const withBows = await proved(database, land, bows)
    const errors = areas.map((each) => errorOf(each, withAreas.faults))
    const found = [...errors.filter((error) => error !== undefined), ...bows.filter((bow) => isFound(bow, withBows.faults))]
    return {
      database: name,
      cells: land.cells.length,
      ms: median(times),
      few,
      planted: areas.length + bows.length,
      found: found.length,
      areaError: Math.max(...errors.map((error) => error ?? 0)),
    }
  } finally {
    await database.close()
  }
}

interface Planted {
  readonly fault: 'gap' | 'overlap' | 'invalid'
  readonly cell: string
  readonly ring: readonly Position[]
  /** m². */
  readonly area: number
}

/** One in each of so many communities beside each other; gap and overlap in one would cancel in its sum. */
const COUNT = 10
const COMMUNITY_SIDE = 10
const [GAPS_ROW, OVERLAPS_ROW] = [25, 45]
/** mm by which a vertex is moved; with sides of 100 m some square metres. */
const INWARD = 300
const VERTEX = 3
const MM2_PER_M2 = 1_000_000

/** A vertex of a cell's southern side is moved, and not that of its neighbour. */
const plant = (row: number, off: number, fault: 'gap' | 'overlap'): Planted[] =>
  Array.from({ length: COUNT }, (_, index) => {
    const column = COMMUNITY_SIDE * index + 5
    const ring = cellRing(column, row)
    const moved = ring.map(([x, y], at): Position => (at === VERTEX ? [x, y + off * (index + 1)] : [x, y]))
    const area = Math.abs(Number(doubleArea(ring)) - Number(doubleArea(moved))) / 2 / MM2_PER_M2
    return { fault, cell: cellAt(column, row), ring: moved, area }
  })

/** Two vertices change places. */
const plantBows = (): Planted[] =>
  Array.from({ length: COUNT }, (_, index) => {
    const column = COMMUNITY_SIDE * index + 5
    const ring = cellRing(column, GAPS_ROW)
    const [first, ...others] = ring
    const last = others.pop()!
    const half = Math.floor(others.length / 2)
    const crossed = [first!, ...others.slice(half), ...others.slice(0, half), last]
    return { fault: 'invalid', cell: cellAt(column, GAPS_ROW), ring: crossed, area: 0 }
  })

type Coded = Readonly<Record<'cells' | 'grids', readonly { readonly code: string }[]>>

const FEW_ROUNDS = 40

/** Each time three others, of a community in whose middle two grids meet. */
async function timesOfFew(database: Database, land: Lattice): Promise<Figures> {
  const times: number[] = []
  for (let round = 0; round < FEW_ROUNDS; round++) {
    const [column, row] = [COMMUNITY_SIDE * (round % 20) + 4, COMMUNITY_SIDE * Math.floor(round / 20) + 4]
    const cells = [cellAt(column, row), cellAt(column + 1, row), cellAt(column, row + 1)]
    const grids = land.grids.filter((grid) => grid.cells.some((cell) => cells.includes(cell)))
    const { ms, faults } = await proved(database, { cells: cells.map((code) => ({ code })), grids }, [])
    if (faults.length > 0) throw new Error(`Three cells of the lattice are not sound: ${JSON.stringify(faults)}`)
    if (round > 0) times.push(ms)
  }
  return figuresOf(times, times.reduce((sum, time) => sum + time, 0) / 1000)
}

class TakenBack extends Error {}

async function proved(database: Database, land: Coded, planted: readonly Planted[]): Promise<{ ms: number; faults: Fault[] }> {
  const publication: Written = {
    cells: land.cells.map(({ code }) => ({ code, was: code })),
    noded: [],
    ended_cells: [],
    grids: land.grids.map(({ code }) => ({ code })),
  }
  const result: { ms: number; faults: Fault[] } = { ms: 0, faults: [] }
  await database
    .transaction(async (transaction) => {
      const gaps = await gapsOf(transaction, publication)
      await write(transaction, planted)
      const start = performance.now()
      await prove(transaction, publication, SCHEME, gaps).catch((problem: unknown) => {
        if (!(problem instanceof Problem && problem.code === 'proof_failed')) throw problem
        result.faults = problem.members!('en').faults as Fault[]
      })
      result.ms = performance.now() - start
      throw new TakenBack()
    })
    .catch((error) => {
      if (!(error instanceof TakenBack)) throw error
    })
  return result
}

async function write(transaction: Transaction, planted: readonly Planted[]): Promise<void> {
  for (const { cell, ring } of planted)
    await transaction.query(sql`
      update unit_cells set canonical = ST_GeomFromText(${textOf(ring)}, ST_SRID(canonical)) where code = ${cell} and valid_to is null`)
}

const isFound = ({ fault, cell }: Planted, faults: readonly Fault[]): boolean =>
  faults.some((one) => one.fault === fault && one.code === cell)

/** m²; undefined where it was not found. A gap is told by its community. */
function errorOf({ fault, cell, area }: Planted, faults: readonly Fault[]): number | undefined {
  const code = fault === 'gap' ? cell.slice(0, 12) : cell
  const found = faults.find((one) => one.fault === fault && one.code === code)
  return found && Math.abs(found.area_m2! - area)
}
