// What waits to be sent, and what of it the server has already.
import type { Edit } from '#geodata/fabric/index.ts'
import type { Steps } from '../api/types.ts'

/** `depth`: how many steps are done after it, by which one tells whether the server has it already. */
export type Sending =
  | { readonly kind: 'step'; readonly edits: readonly Edit[]; readonly depth: number }
  | { readonly kind: 'undo'; readonly depth: number }
  | { readonly kind: 'redo'; readonly depth: number }

export interface Outbox {
  /** The plan's version that the first of them was meant for. */
  readonly version: number
  readonly waiting: readonly Sending[]
}

/** What of an outbox the server does not have yet; null where somebody else has been at the plan. */
export function unsent({ version, waiting }: Outbox, { version: now, steps }: Steps): readonly Sending[] | null {
  if (now === version) return waiting
  const done = steps.filter(({ state }) => state === 'done')
  const has = (sending: Sending) =>
    done.length === sending.depth && (sending.kind !== 'step' || inOneOrder(done.at(-1)!.edits) === inOneOrder(sending.edits))
  const [first, ...others] = waiting
  return first && now === version + 1 && has(first) ? others : null
}

/** PostgreSQL keeps the keys of an object in an order of its own. */
const inOneOrder = (edits: readonly Edit[]): string =>
  JSON.stringify(edits, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
      : value,
  )
