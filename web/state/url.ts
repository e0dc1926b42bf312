import { findLayer, LAYERS } from '#geodata/layers/index.ts'
import { type Analysis, readAnalysis, writeAnalysis } from '../analysis/analysis.ts'
import type { Position } from '../api/types.ts'
import { type CaseFilter, QUEUE_CHOICES, type QueueChoice, readCaseFilter, writeCaseFilter } from '../cases/filter.ts'
import { readQuestion, type TableQuestion, writeQuestion } from '../table/question.ts'
import { isWorkspace, PRESETS, type WorkspaceId } from '../workspaces/presets.ts'
import { type GridHistory, readGridHistory, writeGridHistory } from './grid_history.ts'
import { readView, type View, writeView } from './view.ts'

export type Language = 'zh-CN' | 'en'

export interface Selection {
  readonly layer: string
  readonly id: number
}

/** Which grids are shown: of one scheme, at the level that suits the zoom, at every level, or at one. */
export interface GridChoice {
  /** Null: the first scheme there is. */
  readonly scheme: string | null
  readonly level: 'zoom' | 'all' | number
}

export const ADMINISTRATION_PARTS = ['data', 'accounts', 'audit'] as const
export type AdministrationPart = (typeof ADMINISTRATION_PARTS)[number]

/** All that a link reproduces. */
export interface Shared {
  readonly workspace: WorkspaceId
  /** What is open in the administration. */
  readonly part: AdministrationPart
  readonly view: View | null
  readonly layers: readonly string[]
  readonly selection: Selection | null
  /** Layer whose table is open. */
  readonly table: string | null
  /** Order and conditions of the table, as long as it is that layer's. */
  readonly question: TableQuestion | null
  readonly analysis: Analysis | null
  readonly language: Language | null
  readonly grids: GridChoice
  readonly outsideBaseMap: boolean
  /** What stands at the side of the responsibility workspace. */
  readonly side: Side
  /** The person whose card is open. */
  readonly person: number | null
  /** The day that questions about responsibility are about; null is today. */
  readonly day: string | null
  /** The plan that is open in the planner's workspace. */
  readonly plan: number | null
  /** What of it stands at the side. */
  readonly planPart: PlanPart
  /** Open beside the list of plans; null is the list. */
  readonly history: GridHistory | null
  /** Where the emergency is. */
  readonly incident: Position | null
  /** How many there need a shelter. */
  readonly people: number | null
  readonly emergencyPart: EmergencyPart
  /** Schemes and their rules, open in the same place: all of them, or one. Null is neither. */
  readonly schemes: SchemeChoice | null
  /** Existing grids are being brought in from a file, in place of the list of plans. */
  readonly gridImport: boolean
  /** The river segment that is open in the rivers workspace. */
  readonly river: number | null
  readonly riversPart: RiversPart
  /** Null: what the work of whoever looks begins with. */
  readonly casesPart: CasesPart | null
  /** The case that is open. */
  readonly caseId: number | null
  readonly queue: QueueChoice
  readonly caseFilter: CaseFilter
}

export const CASES_PARTS = ['desk', 'handling', 'reported', 'evaluation', 'kinds', 'layers'] as const
export type CasesPart = (typeof CASES_PARTS)[number]
const FIRST_QUEUE: QueueChoice = 'open'

export const RIVERS_PARTS = ['segments', 'strip', 'boards', 'month', 'layers'] as const
export type RiversPart = (typeof RIVERS_PARTS)[number]

export const EMERGENCY_PARTS = ['incident', 'coverage', 'damage', 'dangers', 'layers'] as const
export type EmergencyPart = (typeof EMERGENCY_PARTS)[number]

export interface SchemeChoice {
  readonly id: string | null
}
const ALL_SCHEMES = '-'

export const PLAN_PARTS = ['grids', 'check', 'compare', 'flow', 'layers'] as const
export type PlanPart = (typeof PLAN_PARTS)[number]

export const SIDES = ['findings', 'area', 'people', 'sheet', 'layers'] as const
export type Side = (typeof SIDES)[number]

const NO_LAYERS = 'none'

/** The query of the address. What equals its default is left out, so that links stay short. */
export function writeQuery(shared: Shared): string {
  const { workspace, part, view, layers, selection, table, question, analysis, language, grids, outsideBaseMap } = shared
  const { side, person, day, plan, planPart, history, schemes, gridImport, incident, people, emergencyPart } = shared
  const { river, riversPart, casesPart, caseId, queue, caseFilter } = shared
  const parts: [string, string | null][] = [
    ['work', workspace === 'overview' ? null : workspace],
    ['part', workspace === 'administration' && part !== 'data' ? part : null],
    ['at', view && writeView(view)],
    ['layers', sameSet(layers, PRESETS[workspace].layers) ? null : inOrder(layers).join(',') || NO_LAYERS],
    ['grids', grids.scheme || grids.level !== 'zoom' ? `${grids.scheme ?? ''}.${grids.level}` : null],
    ['selected', selection && `${selection.layer}.${selection.id}`],
    ['table', table],
    ...writeQuestion(question, table),
    ['analysis', analysis && writeAnalysis(analysis)],
    ['side', side === SIDES[0] ? null : side],
    ['person', person === null ? null : String(person)],
    ['day', day],
    ['plan', plan === null ? null : String(plan)],
    ['tab', planPart === PLAN_PARTS[0] ? null : planPart],
    ['history', history && writeGridHistory(history)],
    ['schemes', schemes && (schemes.id ?? ALL_SCHEMES)],
    ['incident', incident === null ? null : incident.map((degrees) => degrees.toFixed(INCIDENT_DIGITS)).join(',')],
    ['people', people === null ? null : String(people)],
    ['emergency', emergencyPart === EMERGENCY_PARTS[0] ? null : emergencyPart],
    ['import', gridImport ? 'grids' : null],
    ['river', river === null ? null : String(river)],
    ['rivers', riversPart === RIVERS_PARTS[0] ? null : riversPart],
    ['cases', casesPart],
    ['case', caseId === null ? null : String(caseId)],
    ['queue', queue === FIRST_QUEUE ? null : queue],
    ['only', writeCaseFilter(caseFilter)],
    ['base', outsideBaseMap ? 'outside' : null],
    ['lang', language === 'en' ? 'en' : null],
  ]
  const query = parts.flatMap(([name, value]) =>
    value === null ? [] : `${name}=${encodeURIComponent(value).replaceAll('%2C', ',').replaceAll('%3A', ':')}`,
  )
  return query.length > 0 ? `?${query.join('&')}` : ''
}

/** Whatever in an address can't be understood falls back to its default: an old link still opens. */
export function readQuery(query: string): Shared {
  const parameters = new URLSearchParams(query)
  const work = parameters.get('work')
  const workspace = isWorkspace(work) ? work : 'overview'
  const table = parameters.get('table')
  return {
    workspace,
    part: ADMINISTRATION_PARTS.find((one) => one === parameters.get('part')) ?? 'data',
    view: readView(parameters.get('at')),
    layers: readLayers(parameters.get('layers'), workspace),
    selection: readSelection(parameters.get('selected')),
    table: table && findLayer(table) ? table : null,
    question: readQuestion(parameters, table),
    analysis: readAnalysis(parameters.get('analysis')),
    language: readLanguage(parameters.get('lang')),
    grids: readGrids(parameters.get('grids')),
    outsideBaseMap: parameters.get('base') === 'outside',
    side: SIDES.find((side) => side === parameters.get('side')) ?? SIDES[0],
    person: readNumber(parameters.get('person')),
    day: /^\d{4}-\d{2}-\d{2}$/.test(parameters.get('day') ?? '') ? parameters.get('day') : null,
    plan: readNumber(parameters.get('plan')),
    planPart: PLAN_PARTS.find((part) => part === parameters.get('tab')) ?? PLAN_PARTS[0],
    history: readGridHistory(parameters.get('history')),
    schemes: readSchemes(parameters.get('schemes')),
    incident: readPosition(parameters.get('incident')),
    people: readNumber(parameters.get('people')),
    emergencyPart: EMERGENCY_PARTS.find((part) => part === parameters.get('emergency')) ?? EMERGENCY_PARTS[0],
    gridImport: parameters.get('import') === 'grids',
    river: readNumber(parameters.get('river')),
    riversPart: RIVERS_PARTS.find((part) => part === parameters.get('rivers')) ?? RIVERS_PARTS[0],
    casesPart: CASES_PARTS.find((part) => part === parameters.get('cases')) ?? null,
    caseId: readNumber(parameters.get('case')),
    queue: QUEUE_CHOICES.find((queue) => queue === parameters.get('queue')) ?? FIRST_QUEUE,
    caseFilter: readCaseFilter(parameters.get('only')),
  }
}

/** About 10 cm. */
const INCIDENT_DIGITS = 6

function readPosition(text: string | null): Position | null {
  const [longitude, latitude, ...more] = (text ?? '').split(',').map((part) => (part === '' ? Number.NaN : Number(part)))
  if (more.length > 0 || !(Math.abs(longitude!) <= 180 && Math.abs(latitude!) <= 90)) return null
  return [longitude!, latitude!]
}

const readSchemes = (text: string | null): SchemeChoice | null =>
  text === ALL_SCHEMES ? { id: null } : /^[a-z][a-z0-9_]*$/.test(text ?? '') ? { id: text } : null

export function readLanguage(text: string | null): Language | null {
  if (!text) return null
  return /^zh/i.test(text) ? 'zh-CN' : /^en/i.test(text) ? 'en' : null
}

const readNumber = (text: string | null): number | null => (/^\d{1,9}$/.test(text ?? '') ? Number(text) : null)

function readLayers(text: string | null, workspace: WorkspaceId): readonly string[] {
  return text === null ? PRESETS[workspace].layers : inOrder(text.split(','))
}

function readSelection(text: string | null): Selection | null {
  const [, layer = '', id = ''] = /^(\w+)\.(\d+)$/.exec(text ?? '') ?? []
  return findLayer(layer) ? { layer, id: Number(id) } : null
}

function readGrids(text: string | null): GridChoice {
  const [, scheme = '', level = ''] = /^(\w*)\.(zoom|all|\d)$/.exec(text ?? '') ?? []
  return { scheme: scheme || null, level: level === 'all' ? 'all' : /^\d$/.test(level) ? Number(level) : 'zoom' }
}

const inOrder = (layers: readonly string[]) => LAYERS.flatMap(({ id }) => (layers.includes(id) ? id : []))

const sameSet = (one: readonly string[], other: readonly string[]) => inOrder(one).join() === inOrder(other).join()
