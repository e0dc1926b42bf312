// What somebody at the desk is at: the row that keys walk from, and the step that is being written.
import { create } from 'zustand'
import type { StepAction } from '#geodata/cases/flow.ts'
import type { CaseRow } from '#geodata/cases/records.ts'
import { useMapHolder } from '../../map/holder.ts'
import { useConsole } from '../../state/store.ts'

interface Desk {
  readonly cursor: number | null
  readonly form: StepAction | null
  /** By keys: the focus goes along. */
  readonly isWalking: boolean
}

export const useDesk = create<Desk>()(() => ({ cursor: null, form: null, isWalking: false }))

const CLOSE_ZOOM = 15

type Placed = Pick<CaseRow, 'id' | 'longitude' | 'latitude'>

/** Opens it and shows where it is. */
export function openFromList(row: Placed): void {
  useDesk.setState({ cursor: row.id, form: null })
  useConsole.getState().clear()
  useConsole.getState().openCase(row.id)
  flyToCase(row)
}

export function openFromMap(id: number): void {
  useDesk.setState({ cursor: id, form: null, isWalking: false })
  useConsole.getState().clear()
  useConsole.getState().openCase(id)
}

export function closeCase(): void {
  useDesk.setState({ form: null })
  useConsole.getState().openCase(null)
}

export function flyToCase({ longitude, latitude }: Omit<Placed, 'id'>): void {
  const zoom = Math.max(useMapHolder.getState().camera?.zoom ?? 0, CLOSE_ZOOM)
  useConsole.getState().fly({ center: [longitude, latitude], zoom })
}

export const moveCursor = (row: Placed): void => {
  useDesk.setState({ cursor: row.id })
  flyToCase(row)
}

export const beginStep = (form: StepAction | null): void => useDesk.setState({ form })
