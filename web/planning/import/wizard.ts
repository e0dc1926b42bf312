// How far the import of a file has come, and all that was said on the way. Kept beside the page, so that going elsewhere and coming
// back, or a refusal, loses nothing.
import { create } from 'zustand'
import { Problem } from '../../api/problem.ts'
import type { ColumnChoice, FileColumns, ImportResult, NewScheme } from './types.ts'

export const STEPS = ['file', 'columns', 'report', 'confirm', 'done'] as const
export type Step = (typeof STEPS)[number]

export interface Wizard {
  readonly step: Step
  /** Null while it is to be made of `draft`. */
  readonly scheme: string | null
  readonly draft: NewScheme
  readonly territory: string | null
  /** The territory is not on the map, and given by its code. */
  readonly isOffMap: boolean
  readonly file: File | null
  /** What the planner declares; null is what the file says. */
  readonly crs: string | null
  readonly columns: FileColumns | null
  readonly choice: ColumnChoice | null
  /** Metres, as it is being typed. */
  readonly tolerance: string
  readonly preview: ImportResult | null
  /** The tolerance that the preview was made with. */
  readonly previewed: number | null
  /** Which of the findings is looked at. */
  readonly current: number | null
  readonly stored: ImportResult | null
  readonly waiting: 'columns' | 'preview' | 'store' | null
  readonly refusal: unknown
}

const USUAL_TOLERANCE = '0.5'
/** As the server has it. */
export const MOST_TOLERANCE = 50

const NEW_SCHEME: NewScheme = {
  id: '',
  name_zh: '',
  name_en: '',
  within_community: true,
  levels: [{ name_zh: '', name_en: '' }],
}

const START: Wizard = {
  step: 'file',
  scheme: null,
  draft: NEW_SCHEME,
  territory: null,
  isOffMap: false,
  file: null,
  crs: null,
  columns: null,
  choice: null,
  tolerance: USUAL_TOLERANCE,
  preview: null,
  previewed: null,
  current: null,
  stored: null,
  waiting: null,
  refusal: null,
}

export const useWizard = create<Wizard>()(() => START)

export const forget = (): void => useWizard.setState(START, true)

const NO_PREVIEW = { preview: null, previewed: null, current: null, refusal: null } as const

type Given = Partial<Pick<Wizard, 'scheme' | 'draft' | 'territory' | 'isOffMap' | 'file' | 'crs'>>

/** What the first step asks. Columns are read anew where they may be others now. */
export const give = (given: Given): void =>
  useWizard.setState({ ...given, ...NO_PREVIEW, ...(!('territory' in given) && { columns: null }) })

export const choose = (choice: Partial<ColumnChoice>): void =>
  useWizard.setState(({ choice: before }) => ({ choice: before && { ...before, ...choice }, ...NO_PREVIEW }))

export const setTolerance = (tolerance: string): void => useWizard.setState({ tolerance })

/** Also back: what was said there still stands. */
export const goTo = (step: Step): void => useWizard.setState({ step, refusal: null })

/** Metres; null where it is no number, or more than may be settled without asking. */
export function toleranceOf({ tolerance }: Pick<Wizard, 'tolerance'>): number | null {
  const metres = tolerance.trim() === '' ? Number.NaN : Number(tolerance)
  return metres >= 0 && metres <= MOST_TOLERANCE ? metres : null
}

/** Fields at fault that are asked for in the first two steps. */
const ASKED: readonly (readonly [Step, RegExp])[] = [
  ['file', /^(file|id|name_\w+|levels\..*|request\.(crs|territory_code))$/],
  ['columns', /^request\.(levels|community|households|population)/],
]

/** Where what was refused can be mended: the step stays as it is when no field is named. */
export function refuse(refusal: unknown): void {
  const field = fieldOf(refusal)
  useWizard.setState(({ step }) => ({
    refusal,
    step: ASKED.find(([, fields]) => field !== undefined && fields.test(field))?.[0] ?? step,
  }))
}

export const fieldOf = (refusal: unknown): string | undefined => (refusal instanceof Problem ? refusal.field : undefined)
