import type { Evaluation, EvaluationRow } from '#geodata/cases/records.ts'
import { look, type PatrolsShown } from '../../rivers/view.ts'
import { useConsole } from '../../state/store.ts'
import { NAMES } from './numbers.ts'

/** The valid patrols behind a rate. Null where there is no such list: rivers have no kinds of cases. */
export function patrolsBehind(
  { from, to, by, scheme, territory }: Omit<Evaluation, 'total' | 'rows'>,
  { key }: Pick<EvaluationRow, 'key'>,
): Omit<PatrolsShown, 'title' | 'origin'> | null {
  if (key === null || by === 'kind' || by === 'class') return null
  const within = { ...(territory !== null && { territory }), ...(by === 'grid' && scheme !== null && { scheme }) }
  return { from, to, ...within, [NAMES[by]]: key }
}

export function showPatrols(shown: Omit<PatrolsShown, 'origin'>): void {
  look({ patrols: { ...shown, origin: 'evaluation' } })
  useConsole.getState().openRiverMonth()
}
