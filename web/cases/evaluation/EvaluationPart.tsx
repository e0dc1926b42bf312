import type { ServerState } from '../../api/types.ts'
export function EvaluationPart(_: { state: ServerState }) {
  return null
}
