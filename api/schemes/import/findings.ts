/** What the planner has to know before existing grids are stored. */
import type { Outcome, Settlement } from '#geodata/grid_import/index.ts'
import type { Transaction } from '../../database/database.ts'
import { type ArrangedRegion, shapesOf } from './arrange.ts'
import type { InvalidRow, StagedRows } from './rows.ts'

export const FINDING_KINDS = [
  /** Land of the communities, or inside the file's, that no row covers. */
  'gap',
  /** Land that several rows cover. */
  'overlap',
  /** Land beyond all communities of the territory. */
  'outside',
  /** A part of a row that lies apart from the rest, or in another community. */
  'multipart',
  'across_communities',
  /** A part of a cell that lies in another grid than the cell. */
  'cell_cut',
  /** A border that crosses itself and the like. */
  'invalid',
  /** A row without an area that can be read. */
  'unreadable',
  /** A row that gets no land, since others claim all of it or it lies outside. */
  'without_land',
  /** A row that does not say which grid it is of. */
  'without_grid',
  /** A row of a table about a cell that is not in the territory, or that an earlier row is about. */
  'unknown_cell',
  'cell_twice',
] as const
export type FindingKind = (typeof FINDING_KINDS)[number]

export interface Finding {
  readonly kind: FindingKind
  /** As a person counts them in the file. */
  readonly rows: readonly number[]
  /** Whether it is a sliver that is settled without asking. */
  readonly within: boolean
  readonly outcome: Outcome['kind'] | 'whole_cells' | 'mended' | 'left_out'
  /** The row whose grid gets the land; null where none does. */
  readonly to: number | null
  readonly area_m2: number | null
  readonly width_m: number | null
  readonly at: readonly [number, number] | null
  readonly reason: string | null
  readonly geometry: object | null
}

/** Findings with their shapes that one answer holds; the totals count all. */
const MOST_SHOWN = 500

export interface Findings {
  readonly shown: readonly Finding[]
  readonly totals: Readonly<Record<string, { readonly count: number; readonly above: number; readonly area_m2: number }>>
}

export const NOTHING = { within: false, to: null, area_m2: null, width_m: null, at: null, reason: null, geometry: null } as const

export interface Found extends Omit<Finding, 'geometry'> {
  readonly region?: number
  readonly geometry?: object | null
}

export interface Facts {
  readonly regions: readonly ArrangedRegion[]
  readonly settlement: Settlement
  /** Whether cells were there already, and get grids as a whole. */
  readonly keeps_cells: boolean
  readonly has_communities: boolean
  readonly staged: StagedRows
  readonly invalid: readonly InvalidRow[]
  readonly cut_cells: readonly Found[]
}

export const findingsOf = (transaction: Transaction, facts: Facts): Promise<Findings> =>
  summed(transaction, [...ofRegions(facts), ...ofRows(facts), ...facts.cut_cells])

/** What is settled comes last, and of the rest the largest first. */
export async function summed(transaction: Transaction, found: readonly Found[]): Promise<Findings> {
  const sorted = found.toSorted(
    (a, b) => Number(a.within) - Number(b.within) || (b.area_m2 ?? 0) - (a.area_m2 ?? 0) || (a.rows[0] ?? 0) - (b.rows[0] ?? 0),
  )
  const totals: Record<string, { count: number; above: number; area_m2: number }> = {}
  for (const { kind, within, area_m2 } of sorted) {
    const total = totals[kind] ?? { count: 0, above: 0, area_m2: 0 }
    totals[kind] = {
      count: total.count + 1,
      above: total.above + Number(!within),
      area_m2: total.area_m2 + (area_m2 ?? 0),
    }
  }
  const shown = sorted.slice(0, MOST_SHOWN)
  const wanted = shown.flatMap(({ region }) => region ?? [])
  const shapes = wanted.length === 0 ? new Map<number, object>() : await shapesOf(transaction, wanted)
  return {
    totals,
    shown: shown.map(({ region, ...finding }) => ({
      ...finding,
      geometry: finding.geometry ?? (region === undefined ? null : shapes.get(region)!),
    })),
  }
}

function ofRegions({ regions, settlement, keeps_cells, has_communities }: Facts): Found[] {
  const home = new Map<number, string | null>()
  for (const { id, rows, community } of regions)
    if (rows.length === 1 && settlement.outcomes.get(id) === undefined) home.set(rows[0]!, community)
  return regions.flatMap(({ id, rows, community, within, area_m2, width_m, at }): Found[] => {
    const outcome = settlement.outcomes.get(id)
    if (!outcome) return []
    const kind =
      rows.length === 0
        ? 'gap'
        : has_communities && community === null
          ? 'outside'
          : rows.length > 1
            ? 'overlap'
            : home.get(rows[0]!) === community
              ? 'multipart'
              : 'across_communities'
    // Existing cells get a grid as a whole, whatever a border in the file does inside them.
    const kept = keeps_cells && outcome.kind !== 'cut' ? 'whole_cells' : outcome.kind
    const to = outcome.kind === 'given' ? outcome.to : null
    return [{ kind, rows, within, outcome: kept, to, area_m2, width_m, at, reason: null, region: id }]
  })
}

function ofRows({ staged, invalid, settlement, keeps_cells }: Facts): Found[] {
  const landed = new Set(settlement.cells.map(({ row }) => row))
  const rows = [...staged.rows.values()]
  const without = keeps_cells ? [] : rows.filter(({ row }) => !landed.has(row))
  const nameless = rows.filter(({ row, keys }) => landed.has(row) && keys.some((key) => key === null))
  return [
    ...staged.unread.map(
      ({ row, reason }): Found => ({ ...NOTHING, kind: 'unreadable', rows: [row], outcome: 'left_out', reason }),
    ),
    ...invalid.map(({ row, reason, at }): Found => ({ ...NOTHING, kind: 'invalid', rows: [row], outcome: 'mended', reason, at })),
    ...without.map(({ row }): Found => ({ ...NOTHING, kind: 'without_land', rows: [row], outcome: 'left_out' })),
    ...nameless.map(({ row }): Found => ({ ...NOTHING, kind: 'without_grid', rows: [row], outcome: 'open' })),
  ]
}
