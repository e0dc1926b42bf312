import { STEPS, type StepAction } from '#geodata/cases/flow.ts'

/** One letter each; two steps share one where only one of them can be taken. */
export const STEP_KEYS: Readonly<Record<StepAction, string>> = {
  file: 'F',
  dismiss: 'X',
  dispatch: 'D',
  reassign: 'D',
  accept: 'A',
  return: 'R',
  ask_extension: 'T',
  extend: 'E',
  refuse_extension: 'Z',
  report_back: 'B',
  verify: 'V',
  rework: 'W',
  close: 'C',
  merge: 'M',
  urge: 'U',
  note: 'N',
}

export const stepOfKey = (key: string, may: readonly StepAction[]): StepAction | undefined =>
  may.find((action) => STEP_KEYS[action] === key.toUpperCase())

/** What is waited for where more time was asked for; time that nobody asked for is a step like others. */
const ANSWERS: readonly StepAction[] = ['extend', 'refuse_extension']

/** The order in which they are offered: what takes the case further first. */
const ORDER: readonly StepAction[] = [
  'file',
  'dispatch',
  'accept',
  'report_back',
  'verify',
  'close',
  'rework',
  'ask_extension',
  'return',
  'reassign',
  'extend',
  'merge',
  'dismiss',
  'urge',
  'note',
]
export function inOrder(may: readonly StepAction[], isTimeAsked: boolean): readonly StepAction[] {
  const order = isTimeAsked ? [...new Set([...ANSWERS, ...ORDER])] : ORDER
  return order.filter((action) => may.includes(action))
}

/** Time that nobody has asked for is given, not granted. */
export const nameOfStep = (action: StepAction, isTimeAsked: boolean): StepAction | 'give_time' =>
  action === 'extend' && !isTimeAsked ? 'give_time' : action

const FORWARD: readonly StepAction[] = ['file', 'dispatch', 'accept', 'report_back', 'verify', 'close']

/**
 * What is meant to come next from whoever looks; the other steps stand aside. The desk may do for a handler what he tells it, but that is not
 * its own work.
 */
export function isMain(action: StepAction, may: readonly StepAction[], isTimeAsked: boolean): boolean {
  if (action === 'extend') return isTimeAsked
  const isDesk = may.includes('reassign')
  return FORWARD.includes(action) && !(isDesk && STEPS[action].taker === 'handler')
}
