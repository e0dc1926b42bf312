import { useEffect } from 'react'
import type { CaseRow } from '#geodata/cases/records.ts'
import { queryClient } from '../../api/queries.ts'
import { isForWork } from '../../emergency/use_incident_keys.ts'
import { useConsole } from '../../state/store.ts'
import { stepOfKey } from '../keys.ts'
import { caseQuery } from '../queries.ts'
import { beginStep, closeCase, moveCursor, openFromList, useDesk } from './desk.ts'

/** `J` and `K` walk, and take the focus along so that Enter opens; Escape closes, and each step has its letter. */
export function useDeskKeys(rows: readonly CaseRow[]): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (isForWork(event) && act(event, rows)) event.preventDefault()
    }
    // Before the console's own Escape, which would clear what is selected.
    window.addEventListener('keydown', press, true)
    return () => window.removeEventListener('keydown', press, true)
  }, [rows])
}

/** @returns whether the key was for us */
function act({ key, shiftKey }: KeyboardEvent, rows: readonly CaseRow[]): boolean {
  const { caseId, selection, spot } = useConsole.getState()
  const { cursor, form } = useDesk.getState()
  if (shiftKey) return false
  switch (key) {
    case 'j':
    case 'k':
      return walk(rows, key === 'j' ? 1 : -1, caseId, cursor)
    case 'Escape':
      // What was clicked on the map lies over the case.
      if (caseId === null || selection || spot) return false
      if (form) beginStep(null)
      else closeCase()
      return true
    default:
      return caseId !== null && form === null && step(key, caseId)
  }
}

function walk(rows: readonly CaseRow[], by: 1 | -1, caseId: number | null, cursor: number | null): boolean {
  const from = rows.findIndex(({ id }) => id === (caseId ?? cursor))
  const next = rows[from === -1 ? (by === 1 ? 0 : rows.length - 1) : from + by]
  if (!next) return rows.length > 0
  useDesk.setState({ isWalking: true })
  // Whoever reads one reads on; whoever only looks down the list does not open each.
  if (caseId === null) moveCursor(next)
  else openFromList(next)
  return true
}

function step(key: string, caseId: number): boolean {
  const found = queryClient.getQueryData(caseQuery(caseId).queryKey)
  const action = found && stepOfKey(key, found.may)
  if (action) beginStep(action)
  return action !== undefined
}
