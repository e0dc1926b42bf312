/** The seven steps 采集 → 立案 → 派遣 → 处理 → 反馈 → 核查 → 结案: which step may follow which, and who takes it. */
import type { Right } from '../access/rights.ts'

/** The step that was taken last; `dismissed` and `merged` end a case outside of the seven. */
export const STAGES = [
  'collected',
  'filed',
  'dispatched',
  'handling',
  'reported_back',
  'verified',
  'closed',
  'dismissed',
  'merged',
] as const
export type Stage = (typeof STAGES)[number]

/** The seven steps, in the order in which a case is seen through. */
export const SEVEN_STEPS = STAGES.slice(0, 7)

export const isOpen = (stage: Stage): boolean => !['closed', 'dismissed', 'merged'].includes(stage)

/**
 * Who takes a step, besides having the right: somebody of the desk, or whoever it was dispatched to (`handler`), for whom the desk may do it too.
 * Not so the `asker`: who may give more time himself has nobody to ask.
 */
export type Taker = 'desk' | 'handler' | 'asker' | 'verifier' | 'anybody'

/** What a step needs besides itself. */
export type Need = 'text' | 'handler' | 'until' | 'merged_into'

export interface Step {
  readonly from: readonly Stage[]
  /** Null: the case stays where it is. */
  readonly to: Stage | null
  readonly taker: Taker
  readonly right: Right
  readonly needs: readonly Need[]
}

const IN_HAND: readonly Stage[] = ['dispatched', 'handling']
const OPEN = STAGES.filter(isOpen)

const step = (from: readonly Stage[], to: Stage | null, taker: Taker, right: Right, needs: readonly Need[] = []): Step => ({
  from,
  to,
  taker,
  right,
  needs,
})

export const STEPS = {
  file: step(['collected'], 'filed', 'desk', 'cases.dispatch'),
  dismiss: step(['collected'], 'dismissed', 'desk', 'cases.dispatch', ['text']),
  dispatch: step(['filed'], 'dispatched', 'desk', 'cases.dispatch', ['handler']),
  /** To somebody else than it was dispatched to. */
  reassign: step(IN_HAND, 'dispatched', 'desk', 'cases.dispatch', ['handler', 'text']),
  accept: step(['dispatched'], 'handling', 'handler', 'cases.handle'),
  /** 退回: it is not ours, or can't be done so. */
  return: step(IN_HAND, 'filed', 'handler', 'cases.handle', ['text']),
  ask_extension: step(IN_HAND, null, 'asker', 'cases.handle', ['text', 'until']),
  extend: step(IN_HAND, null, 'desk', 'cases.dispatch', ['text', 'until']),
  refuse_extension: step(IN_HAND, null, 'desk', 'cases.dispatch', ['text']),
  report_back: step(IN_HAND, 'reported_back', 'handler', 'cases.handle', ['text']),
  verify: step(['reported_back'], 'verified', 'verifier', 'cases.verify'),
  /** 返工: what was reported back is not so. */
  rework: step(['reported_back'], 'handling', 'verifier', 'cases.verify', ['text']),
  close: step(['verified'], 'closed', 'desk', 'cases.dispatch'),
  /** 并案: it is the same as another. */
  merge: step(['collected', 'filed', 'dispatched', 'handling'], 'merged', 'desk', 'cases.dispatch', ['merged_into']),
  /** 督办 */
  urge: step([...IN_HAND, 'reported_back'], null, 'desk', 'cases.dispatch', ['text']),
  note: step(OPEN, null, 'anybody', 'cases.read', ['text']),
} as const satisfies Readonly<Record<string, Step>>

export type StepAction = keyof typeof STEPS
/** `collect` begins a case; all others follow. */
export type Action = 'collect' | StepAction
export const STEP_ACTIONS = Object.keys(STEPS) as readonly StepAction[]

/** Whether the step may be taken in this stage. An answer to a wish for more time needs the wish; granting without one is allowed. */
export const mayFollow = (action: StepAction, stage: Stage, extensionAsked: boolean): boolean =>
  (STEPS[action].from as readonly Stage[]).includes(stage) && (action !== 'refuse_extension' || extensionAsked)

/** The stage after a step. */
export const stageAfter = (action: StepAction, stage: Stage): Stage => STEPS[action].to ?? stage
