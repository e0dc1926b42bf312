// A plan has one version for its steps and everything else about it: whoever raises it tells the sender.
import type { Plan } from '../api/types.ts'
import { useEditor } from './editor.ts'

type Versioned = Pick<Plan, 'id' | 'version'>

/** Of plans that this page has written to. */
const newest = new Map<number, number>()

/** The newest version that this page knows of. */
export function knownVersion({ id, version }: Versioned): number {
  const { session } = useEditor.getState()
  return Math.max(version, newest.get(id) ?? 0, session?.plan === id ? session.sender.version() : 0)
}

export function tellVersion(id: number, { version }: { version: number }): void {
  newest.set(id, Math.max(version, newest.get(id) ?? 0))
  const { session } = useEditor.getState()
  if (session?.plan === id && version > session.sender.version()) session.sender.setVersion(version)
}

let last: Promise<unknown> = Promise.resolve()

/** Writes one after another, each on the version that the one before has left: the click that leaves a field, and so keeps it, may hand the plan in. */
export function writeInTurn(plan: Versioned, write: (version: number) => Promise<{ version: number }>): Promise<void> {
  const turn = last.then(async () => tellVersion(plan.id, await write(knownVersion(plan))))
  last = turn.catch(() => {})
  return turn
}
