import { create } from 'zustand'
import type { Standing } from '#geodata/responsibility/roles.ts'

export interface AssignObject {
  readonly id: number
  /** What people call it. */
  readonly title: string
}

/** What is to be given to somebody. */
export interface AssignRequest {
  readonly layer: string
  readonly objects: readonly AssignObject[]
  /** Chosen to begin with, where it is known what is missing. */
  readonly role?: string
  readonly standing?: Standing
}

export interface AssignState {
  readonly request: AssignRequest | null
  /** An assignment that is being changed or ended. */
  readonly changed: { readonly id: number; readonly how: 'change' | 'end' } | null
  /** What has just been done, in words. */
  readonly said: { readonly text: string; readonly serial: number } | null
}

export const useAssign = create<AssignState>()(() => ({ request: null, changed: null, said: null }))

/** Opens the dialog that gives objects of one layer to somebody. Who may not gets a refusal from the server. */
export function openAssign(request: AssignRequest): void {
  if (request.objects.length > 0) useAssign.setState({ request, changed: null })
}

/** Opens the dialog that changes or ends an assignment. */
export const openAssignment = (id: number, how: 'change' | 'end'): void =>
  useAssign.setState({ changed: { id, how }, request: null })

export const closeAssign = (): void => useAssign.setState({ request: null, changed: null })

let serial = 0
export function sayDone(text: string): void {
  serial += 1
  useAssign.setState({ request: null, changed: null, said: { text, serial } })
}
