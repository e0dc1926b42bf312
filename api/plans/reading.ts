/** What comes in with a request about a plan. */
import type { FastifyRequest } from 'fastify'
import { EDIT_KINDS, type Edit } from '#geodata/fabric/index.ts'
import { PLAN_STATES, RULES } from '#geodata/planning/index.ts'
import { type Body, invalid, readBody, readOptionalString, readString } from '../http/body.ts'
import { calendarDay, type Parameters } from '../http/parameters.ts'
import { Problem } from '../http/problem.ts'
import type { NewComment, NewPlan, PlanRow } from './store.ts'

const MOST_EDITS = 5000
const TERRITORY = /^(\d{6}|\d{9}|\d{12})$/

export function readNewPlan(request: FastifyRequest): NewPlan {
  const body = readBody(request, ['name', 'scheme', 'territory_code', 'effective_on', 'remark'])
  const territory_code = readString(body, 'territory_code', 12)
  if (!TERRITORY.test(territory_code)) throw invalid('territory_code')
  return {
    name: readString(body, 'name', 100),
    scheme: readString(body, 'scheme', 60),
    territory_code,
    effective_on: readDay(body, 'effective_on'),
    remark: readOptionalString(body, 'remark', 2000),
  }
}

type Changeable = Pick<PlanRow, 'name' | 'effective_on' | 'remark' | 'decisions'>

/** The plan as it shall be; what is not named stays. */
export function readChangedPlan(request: FastifyRequest, plan: Changeable): Changeable {
  const body = readBody(request, ['name', 'effective_on', 'remark', 'decisions'])
  return {
    name: 'name' in body ? readString(body, 'name', 100) : plan.name,
    effective_on: 'effective_on' in body ? readDay(body, 'effective_on') : plan.effective_on,
    remark: 'remark' in body ? readOptionalString(body, 'remark', 2000) : plan.remark,
    decisions: 'decisions' in body ? { ...plan.decisions, ...readDecisions(body.decisions) } : plan.decisions,
  }
}

export const DECISIONS = ['keep', 'move', 'split', 'end', 'copy', 'vacant'] as const
export type Decision = (typeof DECISIONS)[number]

function readDecisions(value: unknown): Record<string, Decision> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw invalid('decisions')
  const entries = Object.entries(value)
  const wrong = entries.find(([key, decision]) => key.length > 200 || !(DECISIONS as readonly unknown[]).includes(decision))
  if (wrong || entries.length > 20_000) throw invalid('decisions')
  return value as Record<string, Decision>
}

function readDay(body: Body, name: string): string | null {
  const text = readOptionalString(body, name, 10)
  if (text !== null && calendarDay(text) === undefined) throw invalid(name)
  return text
}

/** Edits as they were drawn. Whether they can be carried out is for the fabric to say; here is read that nothing else hides in them. */
export function readEdits(request: FastifyRequest): Edit[] {
  const { edits } = readBody(request, ['edits'])
  if (!Array.isArray(edits) || edits.length === 0 || edits.length > MOST_EDITS)
    throw new Problem(422, 'edits_invalid', { field: 'edits' })
  for (const edit of edits as unknown[]) {
    if (typeof edit !== 'object' || edit === null || !EDIT_KINDS.includes((edit as Edit).kind)) throw invalid('edits')
    for (const name of namesIn(edit as Record<string, unknown>)) readString({ name }, 'name', 100)
  }
  // PostgreSQL can't store it, wherever in an edit it hides.
  if (JSON.stringify(edits).includes('\\u0000')) throw invalid('edits')
  return edits as Edit[]
}

/** Names that an edit gives. */
function namesIn(edit: Record<string, unknown>): unknown[] {
  const lists = [edit.grids, edit.new_grids].flatMap((list) => (Array.isArray(list) ? list : []))
  const given = [edit, edit.grid, edit.new_grid, ...lists]
  return given.flatMap((each) => (typeof each === 'object' && each !== null && 'name' in each ? [each.name] : []))
}

export function readException(request: FastifyRequest): { rule: string; grid: string; reason: string | null } {
  const body = readBody(request, ['rule', 'grid', 'reason'])
  const rule = readString(body, 'rule')
  if (!(RULES as readonly string[]).includes(rule)) throw invalid('rule')
  return { rule, grid: readString(body, 'grid', 100), reason: readOptionalString(body, 'reason', 1000) }
}

export function readComment(request: FastifyRequest): NewComment {
  const body = readBody(request, ['text', 'longitude', 'latitude'])
  const degrees = (name: string, most: number) => {
    const value = body[name] ?? null
    if (value !== null && !(typeof value === 'number' && Math.abs(value) <= most)) throw invalid(name)
    return value as number | null
  }
  return { text: readString(body, 'text', 2000), longitude: degrees('longitude', 180), latitude: degrees('latitude', 90) }
}

export function readReason(request: FastifyRequest, isNeeded: boolean): string | null {
  const body = readBody(request, ['reason'])
  return isNeeded ? readString(body, 'reason', 1000) : readOptionalString(body, 'reason', 1000)
}

export function readState(text: string | undefined): string | undefined {
  if (text !== undefined && !(PLAN_STATES as readonly string[]).includes(text))
    throw new Problem(400, 'text_invalid', { field: 'state' }, { name: 'state' })
  return text
}

/** Which square of the land's zone is meant; zones reach some thousand squares to the north. */
export function readSquare(parameters: Parameters): [column: number, row: number] {
  const [column, row] = (['column', 'row'] as const).map((name) => {
    const text = parameters[name] ?? ''
    if (!/^\d{1,4}$/.test(text)) throw new Problem(400, 'square_invalid', { field: name }, { name })
    return Number(text)
  })
  return [column!, row!]
}
