import { useConsole } from '../../state/store.ts'
import { type FilterName, withFilter } from '../filter.ts'

export function changeFilter(change: Readonly<Partial<Record<FilterName, string | undefined>>>): void {
  const { queue, caseFilter } = useConsole.getState()
  useConsole.setState({ queue, caseFilter: withFilter(caseFilter, change) })
}
