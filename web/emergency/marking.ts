/** The last mark that was made here, so that it can be taken back at once. */
import { create } from 'zustand'
import type { Mark } from './answer.ts'
import { markThing, undoMark } from './queries.ts'

export type Marking =
  | { readonly kind: 'made'; readonly id: number; readonly name: string; readonly mark: Mark['mark'] }
  | { readonly kind: 'undone' }
  | { readonly kind: 'failed'; readonly error: unknown }

export const useMarking = create<{ readonly last: Marking | null }>(() => ({ last: null }))

export async function makeMark(layer: string, object: number, name: string, mark: Mark['mark']): Promise<void> {
  try {
    const { id } = await markThing(layer, object, mark)
    useMarking.setState({ last: { kind: 'made', id, name, mark } })
  } catch (error) {
    useMarking.setState({ last: { kind: 'failed', error } })
  }
}

export async function undoLast(id: number): Promise<void> {
  try {
    await undoMark(id)
    useMarking.setState({ last: { kind: 'undone' } })
  } catch (error) {
    useMarking.setState({ last: { kind: 'failed', error } })
  }
}
