import type { Scheme, ServerState } from '../../api/types.ts'
import { schemeShown } from '../../map/use_map_style.ts'
import { useConsole } from '../../state/store.ts'
import { today } from '../../values/times.ts'

export interface Shown {
  readonly scheme: Scheme
  readonly level: number
  /** The day on the map; null is today, live. */
  readonly day: string | null
  readonly compared: readonly [from: string, to: string] | null
}

/** What of the history is on the map; null where it is not open, or no scheme is known. */
export function useHistory(state: ServerState | undefined): Shown | null {
  const history = useConsole((console) => console.history)
  const grids = useConsole((console) => console.grids)
  const scheme = state && schemeShown(state, grids.scheme)
  if (!history || !scheme) return null
  const { day, compared } = history
  return { scheme, level: levelShown(scheme, grids.level), day: compared ? compared[1] : day, compared }
}

/** Plans change the lowest level above all: it is shown unless another has been chosen. */
function levelShown({ levels }: Scheme, chosen: number | 'zoom' | 'all'): number {
  const known = levels.map(({ level }) => level)
  return typeof chosen === 'number' && known.includes(chosen) ? chosen : Math.max(1, ...known)
}

/** Today is not a day of the past: it is shown live. */
export const showDay = (day: string): void =>
  useConsole.getState().openHistory({ day: day === today() ? null : day, compared: null })

export const compareDays = (from: string, to: string): void =>
  useConsole.getState().openHistory({ day: null, compared: [from, to] })
