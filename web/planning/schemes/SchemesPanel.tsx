import type { ServerState } from '../../api/types.ts'
import { useConsole } from '../../state/store.ts'
import { SchemeDetailPanel } from './SchemeDetailPanel.tsx'
import { SchemeList } from './SchemeList.tsx'

/** Schemes of grids: all of them, or one with its levels and rules. */
export function SchemesPanel({ state }: { state: ServerState }) {
  const id = useConsole((console) => console.schemes?.id ?? null)
  return id === null ? <SchemeList state={state} /> : <SchemeDetailPanel key={id} id={id} />
}
