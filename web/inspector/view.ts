import { create } from 'zustand'
import { useConsole } from '../state/store.ts'

/** Whether a click tells of the feature that was hit, or of who is responsible for the place. */
export const useInspectorView = create<{ readonly view: 'feature' | 'responsible' }>()(() => ({
  view: useConsole.getState().workspace === 'responsibility' ? 'responsible' : 'feature',
}))

// Each kind of work begins with its own question.
useConsole.subscribe(({ workspace }, before) => {
  if (workspace !== before.workspace)
    useInspectorView.setState({ view: workspace === 'responsibility' ? 'responsible' : 'feature' })
})

// What is chosen by name from an answer, a list or the search is a feature.
useConsole.subscribe(({ selection, spot }, before) => {
  if (selection && selection !== before.selection && spot === null) useInspectorView.setState({ view: 'feature' })
})
