import type { Position } from '../../api/types.ts'
import type { CaseDraft } from './case_draft.ts'

/** Some metres do not change whose a place is: the server is not asked for each of them. */
const DIGITS = 5

/** What is asked about a case before it is sent; null while something is missing. */
export function proposalAsked(
  { kind, thing, segment_id }: Pick<CaseDraft, 'kind' | 'thing' | 'segment_id'>,
  position: Position | null,
): Readonly<Record<string, string>> | null {
  if (kind === null || position === null) return null
  const [longitude, latitude] = position
  return {
    kind,
    lon: longitude.toFixed(DIGITS),
    lat: latitude.toFixed(DIGITS),
    ...(thing && { layer: thing.layer, object_id: String(thing.id) }),
    ...(segment_id !== null && { segment_id: String(segment_id) }),
  }
}
