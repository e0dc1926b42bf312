import { create } from 'zustand'
import type { Analysis } from '../analysis/analysis.ts'
import type { LiveState } from '../api/live.ts'
import type { Extent, Position } from '../api/types.ts'
import type { CaseFilter, QueueChoice } from '../cases/filter.ts'
import type { TableQuestion } from '../table/question.ts'
import { PRESETS, type WorkspaceId } from '../workspaces/presets.ts'
import type { GridHistory } from './grid_history.ts'
import { savedLanguage, savedOpacity, saveLanguage, saveOpacity } from './preferences.ts'
import {
  type AdministrationPart,
  type CasesPart,
  type EmergencyPart,
  type GridChoice,
  type Language,
  type PlanPart,
  type RiversPart,
  readQuery,
  type SchemeChoice,
  type Selection,
  type Shared,
  type Side,
} from './url.ts'
import type { View } from './view.ts'

/** A feature that was under the pointer, as far as its tile knows it. */
export interface Hit {
  readonly layer: string
  readonly id: number
  readonly properties: Readonly<Record<string, unknown>>
  /** More than one: the point stands for so many, thinned out at this zoom. */
  readonly pointCount: number
}

/** What a click found. */
export interface Spot {
  readonly position: Position
  readonly hits: readonly Hit[]
}

/** A wish that the map move; `serial` tells two equal wishes apart. */
export interface Flight {
  readonly serial: number
  readonly to: { readonly extent: Extent } | { readonly center: Position; readonly zoom: number } | { readonly view: View }
}

/** Which sheet a phone shows over the map. */
export type Sheet =
  | 'layers'
  | 'inspector'
  | 'table'
  | 'administration'
  | 'responsibility'
  | 'planning'
  | 'emergency'
  | 'rivers'
  | 'cases'
  | null

export interface Console extends Omit<Shared, 'language'> {
  readonly language: Language
  readonly opacity: Readonly<Record<string, number>>
  readonly spot: Spot | null
  readonly flight: Flight | null
  readonly sheet: Sheet
  readonly live: LiveState | 'connecting'
  /** The newest version token of each layer; they stand in the addresses of tiles. */
  readonly versions: Readonly<Record<string, string>>
  /** The place that "go to coordinates" marked. */
  readonly pin: Position | null

  openWorkspace: (workspace: WorkspaceId) => void
  openPart: (part: AdministrationPart) => void
  switchLayer: (layer: string, on: boolean) => void
  setOpacity: (layer: string, opacity: number) => void
  setGrids: (grids: Partial<GridChoice>) => void
  setOutsideBaseMap: (on: boolean) => void
  moved: (view: View) => void
  fly: (to: Flight['to']) => void
  clicked: (spot: Spot) => void
  select: (selection: Selection | null) => void
  clear: () => void
  dropPin: (position: Position | null) => void
  openTable: (layer: string | null) => void
  openSide: (side: Side) => void
  /** Opens the card of a person, in the workspace where people are. */
  openPerson: (person: number | null) => void
  setDay: (day: string | null) => void
  openPlan: (plan: number | null) => void
  openPlanPart: (part: PlanPart) => void
  openHistory: (history: GridHistory | null) => void
  setIncident: (incident: Position | null) => void
  setPeople: (people: number | null) => void
  openEmergencyPart: (part: EmergencyPart) => void
  openSchemes: (schemes: SchemeChoice | null) => void
  openGridImport: (gridImport: boolean) => void
  /** Opens a river segment, in the workspace where rivers are; null is the list again. */
  openRiver: (river: number | null) => void
  openRiversPart: (part: RiversPart) => void
  openCasesPart: (part: CasesPart) => void
  /** In the workspaces where they are. */
  openEvaluation: () => void
  openRiverMonth: () => void
  /** Opens a case, in the workspace where cases are; null is the list again. */
  openCase: (caseId: number | null) => void
  /** Opens the list of those that a number counts. */
  listCases: (queue: QueueChoice, filter: CaseFilter) => void
  ask: (question: TableQuestion) => void
  analyse: (analysis: Analysis | null) => void
  openSheet: (sheet: Sheet) => void
  setLanguage: (language: Language) => void
  setLive: (live: LiveState) => void
  /** Returns the layers whose version is news. */
  setVersions: (tokens: Readonly<Record<string, string>>) => readonly string[]
  /** Takes over what an address says: at the start, and when the browser goes back or forward. */
  restore: (shared: Shared) => void
}

const start = readQuery(typeof location === 'undefined' ? '' : location.search)
let flights = 0

const rounded = (degrees: number): number => Math.round(degrees * 1e6) / 1e6

/** What a phone shows over the map when an address is opened. */
const sheetFor = ({ selection, table, workspace }: Omit<Shared, 'language'>): Sheet =>
  selection ? 'inspector' : table ? 'table' : ownSheet(workspace)

/** Sheets of one workspace, which are gone in another. */
const OWN_SHEETS: readonly Sheet[] = ['administration', 'planning', 'emergency', 'rivers', 'cases']

type Place = Pick<Console, 'workspace' | 'layers' | 'table' | 'sheet'>

const entering = (workspace: WorkspaceId, { table, sheet }: Place): Place => ({
  workspace,
  layers: PRESETS[workspace].layers,
  table: table && PRESETS[workspace].table,
  sheet: ownSheet(workspace) ?? (sheet && OWN_SHEETS.includes(sheet) ? null : sheet),
})

/** For what belongs to a workspace: one change, and so one step back, with the way there. */
const being = (workspace: WorkspaceId, state: Place): Partial<Place> =>
  state.workspace === workspace ? {} : entering(workspace, state)

/** Work that a phone does on a sheet and not on the map. */
const ON_SHEETS = ['administration', 'planning', 'rivers', 'cases'] as const
const ownSheet = (workspace: WorkspaceId): (typeof ON_SHEETS)[number] | null => ON_SHEETS.find((one) => one === workspace) ?? null

export const useConsole = create<Console>()((set, get) => ({
  ...start,
  language: start.language ?? savedLanguage() ?? 'zh-CN',
  opacity: savedOpacity(),
  spot: null,
  flight: null,
  sheet: sheetFor(start),
  live: 'connecting',
  versions: {},
  pin: null,

  openWorkspace: (workspace) => set((state) => entering(workspace, state)),
  openPart: (part) => set({ part }),
  switchLayer: (layer, on) =>
    set(({ layers }) => ({ layers: on ? [...layers.filter((id) => id !== layer), layer] : layers.filter((id) => id !== layer) })),
  setOpacity: (layer, value) => {
    const opacity = { ...get().opacity, [layer]: value }
    saveOpacity(opacity)
    set({ opacity })
  },
  setGrids: (grids) => set((state) => ({ grids: { ...state.grids, ...grids } })),
  setOutsideBaseMap: (outsideBaseMap) => set({ outsideBaseMap }),
  moved: (view) => set({ view }),
  fly: (to) => {
    flights += 1
    set({ flight: { serial: flights, to } })
  },
  clicked: (spot) => {
    const [first] = spot.hits
    // Where nothing is drawn, somebody is responsible nevertheless.
    if (!first)
      return get().workspace === 'responsibility' ? set({ spot, selection: null, sheet: 'inspector', pin: null }) : get().clear()
    // Points merged at this zoom are no feature that could be selected.
    set({ spot, selection: first.pointCount > 1 ? null : { layer: first.layer, id: first.id }, sheet: 'inspector', pin: null })
  },
  select: (selection) =>
    set(({ spot, sheet }) => ({
      selection,
      // A feature that was not under the click has nothing to do with the place that was clicked.
      spot: spot?.hits.some((hit) => hit.layer === selection?.layer && hit.id === selection.id) ? spot : null,
      sheet: selection ? 'inspector' : sheet,
    })),
  clear: () => set(({ sheet }) => ({ selection: null, spot: null, pin: null, sheet: sheet === 'inspector' ? null : sheet })),
  dropPin: (pin) => set({ pin }),
  openTable: (table) => set({ table }),
  openSide: (side) => set({ side }),
  openPerson: (person) =>
    set(({ sheet }) =>
      person === null ? { person } : { person, workspace: 'responsibility', side: 'people', sheet: sheet && 'responsibility' },
    ),
  setDay: (day) => set({ day }),
  openPlan: (plan) => set({ plan, planPart: 'grids' }),
  openPlanPart: (planPart) => set({ planPart }),
  // Six digits are what a link keeps, about 10 cm: what was asked of a place is asked of it again.
  setIncident: (incident) =>
    set(({ sheet }) => ({
      incident: incident && [rounded(incident[0]), rounded(incident[1])],
      emergencyPart: 'incident',
      sheet: incident ? 'emergency' : sheet,
    })),
  setPeople: (people) => set({ people }),
  openEmergencyPart: (emergencyPart) => set({ emergencyPart }),
  openHistory: (history) => set({ history, schemes: null }),
  openSchemes: (schemes) => set({ schemes, history: null }),
  openGridImport: (gridImport) => set({ gridImport }),
  openRiver: (river) => set((state) => ({ ...being('rivers', state), river, riversPart: 'segments', sheet: 'rivers' })),
  openRiversPart: (riversPart) => set({ riversPart, river: null }),
  openCasesPart: (casesPart) => set({ casesPart, caseId: null }),
  openEvaluation: () => set((state) => ({ ...being('cases', state), casesPart: 'evaluation', caseId: null, sheet: 'cases' })),
  openRiverMonth: () => set((state) => ({ ...being('rivers', state), riversPart: 'month', river: null, sheet: 'rivers' })),
  openCase: (caseId) => set((state) => (caseId === null ? { caseId } : { ...being('cases', state), caseId, sheet: 'cases' })),
  listCases: (queue, caseFilter) =>
    set((state) => ({ ...being('cases', state), queue, caseFilter, casesPart: 'desk', caseId: null, sheet: 'cases' })),
  ask: (question) => set({ question }),
  analyse: (analysis) => set({ analysis }),
  openSheet: (sheet) => set({ sheet }),
  setLanguage: (language) => {
    saveLanguage(language)
    set({ language })
  },
  setLive: (live) => set({ live }),
  setVersions: (tokens) => {
    const { versions } = get()
    const changed = Object.keys(tokens).filter((layer) => tokens[layer] !== versions[layer])
    if (changed.length > 0) set({ versions: { ...versions, ...tokens } })
    return changed
  },
  restore: ({ language, ...shared }) => {
    set((state) => ({
      ...shared,
      language: language ?? state.language,
      spot: null,
      sheet: sheetFor(shared),
    }))
    if (shared.view) get().fly({ view: shared.view })
  },
}))
