import { useCallback, useMemo } from 'react'
import type { Extent } from '../api/types.ts'
import { useMapHolder } from '../map/holder.ts'
import { useConsole } from '../state/store.ts'
import { askServer, plainQuestion, type TableQuestion } from './question.ts'

export interface Asking {
  readonly question: TableQuestion
  /** The question as the server is asked, with what the map shows where only that is wanted. */
  readonly search: string
  readonly ask: (change: Partial<TableQuestion>) => void
}

/** What the table of this layer asks just now. Another layer's question is not this one's. */
export function useQuestion(layer: string): Asking {
  const kept = useConsole((state) => state.question)
  const question = useMemo(() => (kept?.layer === layer ? kept : plainQuestion(layer)), [kept, layer])
  const bounds = useBounds(question.inView)
  const search = askServer(question, bounds)
  const ask = useCallback(
    (change: Partial<TableQuestion>) => {
      const now = useConsole.getState().question
      useConsole.getState().ask({ ...(now?.layer === layer ? now : plainQuestion(layer)), ...change })
    },
    [layer],
  )
  return { question, search, ask }
}

/** A metre is precise enough, and keeps the address of the question short. */
const DECIMALS = 5

/** What the map shows, anew each time it has come to rest. */
function useBounds(wanted: boolean): Extent | null {
  const map = useMapHolder((holder) => holder.map)
  const view = useConsole((state) => state.view)
  return useMemo(() => {
    if (!wanted || !map || !view) return null
    const bounds = map.getBounds()
    const [west, south, east, north] = [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()]
    const round = (degrees: number) => Number(degrees.toFixed(DECIMALS))
    return [round(west), round(south), round(east), round(north)]
  }, [wanted, map, view])
}
