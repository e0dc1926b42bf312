/** A draft against its scheme's rules. */

import { cellsOf, childrenOf, type Fabric, type Grid } from '../fabric/fabric.ts'
import type { Face } from '../fabric/face.ts'
import type { Edit, Position } from '../fabric/index.ts'
import { partsOf } from '../fabric/neighbours.ts'
import { boundaryEdges } from '../fabric/outline.ts'
import { distance } from '../fabric/plane/measure.ts'
import { giveAway, mergeAway } from './fixes.ts'
import { codeOf, isInside, isNew, type Scope } from './land.ts'
import type { Counter, Measures } from './measures.ts'
import type { Rule, RuleName } from './rules.ts'

export interface Finding {
  readonly rule: RuleName
  readonly severity: 'error' | 'warning'
  /** The grid it is about; null where it is about a cell without one. */
  readonly grid: string | null
  readonly cell?: string
  readonly at: Position | null
  readonly values: Readonly<Record<string, number | string>>
  /** What would mend it. */
  readonly fix?: readonly Edit[]
}

interface Draft {
  readonly fabric: Fabric
  readonly scope: Scope
  readonly counter: Counter
  readonly levels: number
}

type Found = Omit<Finding, 'rule' | 'severity'>
type Check = (draft: Draft, grid: Grid, rule: Rule) => Found[]

const CHECKS: Record<Exclude<RuleName, 'cover'>, Check> = {
  one_part: onePart,
  one_community: oneCommunity,
  communities,
  households: band('households'),
  population: band('population'),
  cells: band('cells'),
  span,
  sliver,
  code: wrongCode,
  name: sameName,
}

/** Everything in the plan's area that a rule says something against, errors first. */
export function checkPlan(fabric: Fabric, scope: Scope, counter: Counter, rules: readonly Rule[]): Finding[] {
  const levels = fabric.schemes.get(scope.scheme)!.levels
  const draft: Draft = { fabric, scope, counter, levels }
  const findings: Finding[] = []
  const grids = [...fabric.grids.values()].filter((grid) => isChecked(draft, grid)).sort((a, b) => (a.id < b.id ? -1 : 1))
  for (const rule of rules) {
    if (rule.severity === 'off') continue
    const severity = rule.severity
    const found =
      rule.rule === 'cover'
        ? uncovered(draft)
        : grids
            .filter(({ level }) => rule.level === null || level === rule.level - 1)
            .flatMap((grid) => CHECKS[rule.rule as Exclude<RuleName, 'cover'>](draft, grid, rule))
    findings.push(...found.map((each) => ({ rule: rule.rule, severity, ...each })))
  }
  return findings.sort((a, b) => Number(a.severity === 'warning') - Number(b.severity === 'warning'))
}

/** Grids of the scheme whose land lies in the plan's area; those that reach beyond it are not the plan's. */
function isChecked({ fabric, scope }: Draft, grid: Grid): boolean {
  if (grid.scheme !== scope.scheme || grid.retired) return false
  const cells = cellsOf(fabric, grid.id)
  return cells.length === 0 ? isNew(grid.id) : cells.every(({ community }) => isInside(scope, community))
}

const corner = (faces: readonly Face[]): Position | null => faces[0]?.rings[0]?.[0] ?? null
const about = (draft: Draft, { id }: Grid) => ({ grid: id, at: corner(cellsOf(draft.fabric, id)) })

const withFix = (fix: Edit[] | undefined): { fix?: Edit[] } => (fix === undefined ? {} : { fix })

function uncovered(draft: Draft): Found[] {
  const { fabric, scope } = draft
  // A scheme need not cover everything: the supervisors' grids lie in the towns' middles only.
  const covered = new Set([...fabric.faces.values()].filter(({ grids }) => grids[scope.scheme]).map(({ community }) => community))
  return [...fabric.faces.values()]
    .filter((face) => isInside(scope, face.community) && !face.grids[scope.scheme] && covered.has(face.community))
    .map((face) => ({
      grid: null,
      cell: face.id,
      at: face.rings[0]![0]!,
      values: { cell: face.id },
      ...withFix(giveAway(fabric, scope.scheme, [face], null)),
    }))
}

function onePart({ fabric, scope, levels }: Draft, grid: Grid): Found[] {
  const parts = partsOf(cellsOf(fabric, grid.id))
  if (parts.length < 2) return []
  const smallest = parts.reduce((least, part) => (part.length < least.length ? part : least))
  const fix = grid.level === levels - 1 ? giveAway(fabric, scope.scheme, smallest, grid.id) : undefined
  return [{ grid: grid.id, at: corner(smallest), values: { parts: parts.length }, ...withFix(fix) }]
}

function oneCommunity(draft: Draft, grid: Grid): Found[] {
  if (grid.level !== draft.levels - 1) return []
  const communities = new Set(cellsOf(draft.fabric, grid.id).map(({ community }) => community))
  return communities.size > 1 ? [{ ...about(draft, grid), values: { communities: communities.size } }] : []
}

function communities(draft: Draft, grid: Grid, { minimum, maximum }: Rule): Found[] {
  const value = new Set(cellsOf(draft.fabric, grid.id).map(({ community }) => community)).size
  return isWithin(value, minimum, maximum)
    ? []
    : [{ ...about(draft, grid), values: { value, minimum: minimum ?? '', maximum: maximum ?? '' } }]
}

const isWithin = (value: number, minimum: number | null, maximum: number | null): boolean =>
  (minimum === null || value >= minimum) && (maximum === null || value <= maximum)

function band(measure: keyof Measures & RuleName): Check {
  return (draft, grid, { minimum, maximum }) => {
    const value = draft.counter.ofGrid(draft.fabric, grid.id)[measure]
    if (isWithin(value, minimum, maximum)) return []
    const isSmall = minimum !== null && value < minimum && grid.level === draft.levels - 1
    const of = (id: string) => draft.counter.ofGrid(draft.fabric, id)[measure]
    const fix = isSmall ? mergeAway(draft.fabric, draft.scope.scheme, grid.id, { of, most: maximum }) : undefined
    return [{ ...about(draft, grid), values: { value, minimum: minimum ?? '', maximum: maximum ?? '' }, ...withFix(fix) }]
  }
}

function span(draft: Draft, grid: Grid, { minimum, maximum }: Rule): Found[] {
  if (grid.level === draft.levels - 1) return []
  const value = childrenOf(draft.fabric, grid.id).length
  if (isWithin(value, minimum, maximum)) return []
  return [{ ...about(draft, grid), values: { value, minimum: minimum ?? '', maximum: maximum ?? '' } }]
}

function sliver(draft: Draft, grid: Grid, { minimum }: Rule): Found[] {
  const cells = cellsOf(draft.fabric, grid.id)
  if (cells.length === 0 || minimum === null) return []
  const perimeter = boundaryEdges(cells).reduce((sum, { from, to }) => sum + distance(from, to), 0) / 1000
  const width = (2 * draft.counter.ofCells(cells).area_m2) / perimeter
  if (width >= minimum) return []
  const fix = grid.level === draft.levels - 1 ? mergeAway(draft.fabric, draft.scope.scheme, grid.id) : undefined
  return [{ ...about(draft, grid), values: { value: Math.round(width * 10) / 10, minimum }, ...withFix(fix) }]
}

/** The code begins with that of the community (or the town) the grid lies in. */
function wrongCode(draft: Draft, grid: Grid): Found[] {
  const cells = cellsOf(draft.fabric, grid.id)
  if (cells.length === 0) return [{ ...about(draft, grid), values: { cells: 0 } }]
  if (isNew(grid.id)) return []
  const code = codeOf(grid.id)
  const communities = [...new Set(cells.map(({ community }) => community ?? ''))]
  const prefix = communities.length === 1 ? communities[0]! : communities[0]!.slice(0, 9)
  return code.startsWith(prefix.slice(0, 9)) && code.length === 15 ? [] : [{ ...about(draft, grid), values: { code } }]
}

function sameName(draft: Draft, grid: Grid): Found[] {
  if (grid.name.trim() === '') return [{ ...about(draft, grid), values: { name: '' } }]
  const siblings = grid.parent === null ? [] : childrenOf(draft.fabric, grid.parent)
  const twin = siblings.find(({ id, name }) => id < grid.id && name === grid.name)
  return twin ? [{ ...about(draft, grid), values: { name: grid.name, other: twin.id } }] : []
}
