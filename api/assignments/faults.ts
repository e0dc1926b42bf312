import { type Fault, Problem, sayFault } from '../http/problem.ts'

/** One of many objects is refused: which, and why. */
export interface RowFault {
  /** Its place in the request, from 0. */
  readonly index: number
  readonly layer: string
  readonly id: number
  readonly fault: Fault
}

/** All is refused because of some; each comes back with its reason. Forbidden, where that is the only reason. */
export function rowsProblem(faults: readonly RowFault[]): Problem {
  const members = (language: 'zh' | 'en') => ({
    rows: [...faults]
      .sort((one, other) => one.index - other.index)
      .map(({ index, layer, id, fault }) => ({ index, layer, id, code: fault.code, detail: sayFault(fault, language) })),
  })
  const isForbidden = faults.every(({ fault }) => fault.code === 'outside_territory')
  return isForbidden
    ? new Problem(403, 'outside_territory', { members })
    : new Problem(422, 'rows_refused', { members }, { count: new Set(faults.map(({ index }) => index)).size })
}
