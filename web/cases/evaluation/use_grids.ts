import type { ServerState } from '../../api/types.ts'
import { useEvaluation } from './view.ts'

/** The grids by which is counted: as chosen, or the lowest of the first scheme. */
export function useChosenGrids(state: ServerState): { readonly scheme: string; readonly level: number } | null {
  const chosen = useEvaluation((view) => view.scheme)
  const level = useEvaluation((view) => view.level)
  const scheme = state.schemes.find(({ id }) => id === chosen) ?? state.schemes[0]
  if (!scheme) return null
  const levels = scheme.levels.map((each) => each.level)
  return { scheme: scheme.id, level: level !== null && levels.includes(level) ? level : Math.max(...levels) }
}
