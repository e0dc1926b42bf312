// A plan has one version for its steps and everything else about it: whoever raises it tells the sender.
import type { Plan } from '../api/types.ts'
import { useEditor } from './editor.ts'

/** The newest version that this page knows of. */
export function knownVersion({ id, version }: Pick<Plan, 'id' | 'version'>): number {
  const { session } = useEditor.getState()
  return session?.plan === id ? Math.max(version, session.sender.version()) : version
}

export function tellVersion(id: number, { version }: { version: number }): void {
  const { session } = useEditor.getState()
  if (session?.plan === id && version > session.sender.version()) session.sender.setVersion(version)
}
