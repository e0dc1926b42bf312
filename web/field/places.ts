import type { Position } from '../api/types.ts'

/** A place as somebody in the field gives it: where the device is, or chosen on the map. */
export type FieldPlace =
  | { readonly source: 'device'; readonly position: Position; readonly accuracy_m: number }
  | { readonly source: 'map'; readonly position: Position }
