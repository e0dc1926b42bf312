import type { ServerState } from '../../api/types.ts'
export function KindsPart(_: { state: ServerState }) {
  return null
}
