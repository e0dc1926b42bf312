/** What a planner asks to be divided, as the division understands it. */
import { randomBytes } from 'node:crypto'
import { lineage } from '#geodata/fabric/fabric.ts'
import type { Face } from '#geodata/fabric/face.ts'
import type { Edit, Grid } from '#geodata/fabric/index.ts'
import {
  type Band,
  type Group,
  landOf,
  type ProposeRequest,
  type RebalanceRequest,
  type Target,
} from '#geodata/partition/index.ts'
import { gridId, isInside, MEASURES, type Measure } from '#geodata/planning/index.ts'
import type { Queryable } from '../../database/database.ts'
import { type Body, invalid, readMembers } from '../../http/body.ts'
import { Problem } from '../../http/problem.ts'
import type { Language } from '../../words/index.ts'
import { PLAN_TEXT } from '../../words/plan_text.ts'
import type { OpenPlan } from '../open.ts'
import { type Gladly, readGladly } from './preference.ts'

export const WEIGHTS = ['cells', ...MEASURES] as const
export type Weight = (typeof WEIGHTS)[number]

export interface Wanted {
  readonly kind: 'propose' | 'rebalance'
  /** County, town or community inside the plan's, or all of it. */
  readonly area: string
  readonly weight: Weight
  readonly target: Target
  /** What no grid may reach over: the grid above, the community, or nothing. */
  readonly within: 'parent' | 'community' | 'area'
  readonly seed: number
}

export function readWanted(body: Body, plan: { readonly territory_code: string }): Wanted {
  const area = body.area ?? plan.territory_code
  if (typeof area !== 'string' || !/^\d{6,12}$/.test(area) || !area.startsWith(plan.territory_code)) throw invalid('area')
  const weight = body.weight ?? 'households'
  if (!(WEIGHTS as readonly unknown[]).includes(weight)) throw invalid('weight')
  const kind = body.kind
  if (kind !== 'propose' && kind !== 'rebalance') throw invalid('kind')
  const within = body.within ?? 'parent'
  if (within !== 'parent' && within !== 'community' && within !== 'area') throw invalid('within')
  const seed = body.seed ?? 1
  if (!Number.isInteger(seed)) throw invalid('seed')
  const grids = body.grids === undefined ? {} : { grids: wholeNumber(body.grids, 'grids') }
  const tolerance = body.tolerance === undefined ? {} : { tolerance: share(body.tolerance) }
  const target: Target = { ...grids, ...bandOf(body, 'cells'), ...bandOf(body, 'band'), ...tolerance }
  if (Object.keys(target).length === 0) throw invalid('band')
  return { kind, area, weight: weight as Weight, target, within, seed: seed as number }
}

function wholeNumber(value: unknown, name: string): number {
  if (!Number.isInteger(value) || (value as number) < 1) throw invalid(name)
  return value as number
}

function share(value: unknown): number {
  if (typeof value !== 'number' || !(value >= 0 && value <= 1)) throw invalid('tolerance')
  return value
}

/** `cells` is a band of cells, `band` one of the weight. */
function bandOf(body: Body, name: 'cells' | 'band'): Partial<Target> {
  if (body[name] === undefined) return {}
  const { least, most } = readMembers(body[name], ['least', 'most'], `${name}.`)
  if (typeof least !== 'number' || typeof most !== 'number' || !(least >= 0 && most >= least)) throw invalid(name)
  const band: Band = { least, most }
  return name === 'cells' ? { cells: band } : { weight: band }
}

export interface Prepared {
  readonly request: ProposeRequest | RebalanceRequest
}

/** The division's input from the draft as it stands. */
export async function prepare(database: Queryable, open: OpenPlan, wanted: Wanted): Promise<Prepared> {
  const { draft, scope, counter, plan } = open
  const cells = [...draft.faces.values()].filter(
    (face) => isInside(scope, face.community) && face.community!.startsWith(wanted.area),
  )
  if (cells.length === 0) throw new Problem(422, 'plan_without_cells', { field: 'area' })
  const weights = new Map(cells.map((face) => [face.id, weightOf(counter.ofCells([face]), wanted.weight)]))
  const gladly: Gladly = await readGladly(database, wanted.area, open.land.srid)
  const land = landOf(
    draft,
    cells.map(({ id }) => id),
    weights,
    gladly,
  )
  const region = (face: Face) => regionOf(open, face, wanted.within)
  const bound = { ...land, cells: land.cells.map((cell, index) => ({ ...cell, community: region(cells[index]!) })) }
  const groups = groupsOf(cells, plan.scheme)
  const locked = cells
    .filter((face) => [...lineage(draft, face.grids[plan.scheme] ?? null)].some((grid) => grid.locked))
    .map(({ id }) => id)
  const common = { land: bound, target: wanted.target, within_community: wanted.within !== 'area', locked, seed: wanted.seed }
  if (wanted.kind === 'propose') return { request: { ...common, current: groups } }
  const { grids: _, ...target } = wanted.target
  return { request: { ...common, groups, target } }
}

const weightOf = (measures: Readonly<Record<Measure | 'cells' | 'area_m2', number>>, weight: Weight): number =>
  Math.max(0, measures[weight])

function regionOf({ draft, plan }: OpenPlan, face: Face, within: Wanted['within']): string | null {
  if (within === 'area') return null
  const [, parent] = lineage(draft, face.grids[plan.scheme] ?? null)
  return within === 'parent' && parent ? `${face.community}|${parent.id}` : face.community
}

export interface Place {
  readonly community: string | null
  /** The grid above, where land may not be moved from one of them to another. */
  readonly parent: string | null
}

/** What a region of the division is on the map. */
export function placeOf(region: string | null): Place {
  const [community = null, parent = null] = region?.split('|') ?? []
  return { community, parent }
}

function groupsOf(cells: readonly Face[], scheme: string): Group[] {
  const groups = new Map<string, string[]>()
  for (const { id, grids } of cells) {
    const grid = grids[scheme]
    if (grid !== undefined) groups.set(grid, [...(groups.get(grid) ?? []), id])
  }
  return [...groups].map(([id, own]) => ({ id, cells: own }))
}

/** A proposal as one edit of the draft. New grids stand under the grid above that has most of their cells. */
export function editOf(
  { draft, plan }: Pick<OpenPlan, 'draft' | 'plan'>,
  groups: readonly { readonly id: string | null; readonly cells: readonly string[] }[],
  language: Language,
): Edit {
  const level = draft.schemes.get(plan.scheme)!.levels - 1
  const numbers = new Map<string | null, number>()
  const new_grids: Omit<Grid, 'locked' | 'retired'>[] = []
  const named = groups.map(({ id, cells }) => {
    if (id !== null) return { grid: id, cells }
    const parent = mostCommon(
      cells.map((cell) => [...lineage(draft, draft.faces.get(cell)!.grids[plan.scheme] ?? null)][1]?.id ?? null),
    )
    const number = (numbers.get(parent) ?? 0) + 1
    numbers.set(parent, number)
    const grid = { id: gridId(plan.scheme, `new-${randomBytes(4).toString('hex')}`), scheme: plan.scheme, level, parent }
    const above = parent === null ? '' : draft.grids.get(parent)!.name
    new_grids.push({ ...grid, name: PLAN_TEXT[language].proposedGrid(above, number) })
    return { grid: grid.id, cells }
  })
  const kept = new Set(named.map(({ grid }) => grid))
  const moved = new Set(named.flatMap(({ cells }) => cells))
  const old = new Set([...moved].map((cell) => draft.faces.get(cell)!.grids[plan.scheme]).filter((id) => id !== undefined))
  const retired = [...old].filter((id) => !kept.has(id) && [...(draft.cells.get(id) ?? [])].every((cell) => moved.has(cell)))
  return { kind: 'regroup', groups: named, new_grids, retired }
}

function mostCommon(values: readonly (string | null)[]): string | null {
  const counts = new Map<string | null, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].reduce((best, each) => (each[1] > best[1] ? each : best))[0]
}
