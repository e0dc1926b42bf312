import { type May, useRights } from '../access/use_rights.ts'
import { useNarrow } from '../frame/narrow.ts'
import { useConsole } from '../state/store.ts'
import type { CasesPart } from '../state/url.ts'
import type { CaseFilter, QueueChoice } from './filter.ts'

/** The parts that somebody may open, and what his work begins with. */
export function casesParts(may: May): { readonly parts: readonly CasesPart[]; readonly first: CasesPart } {
  const parts: readonly CasesPart[] = [
    'desk',
    ...(may('cases.handle') ? (['handling'] as const) : []),
    ...(may('cases.report') ? (['reported'] as const) : []),
    'evaluation',
    'kinds',
    'layers',
  ]
  // The desk's people first see everything, a handler what is to be done, a supervisor what became of what was found.
  const first = may('cases.dispatch') ? 'desk' : may('cases.handle') ? 'handling' : may('cases.report') ? 'reported' : 'desk'
  return { parts, first }
}

export function useCasesPart(): { readonly parts: readonly CasesPart[]; readonly part: CasesPart } {
  const narrow = useNarrow()
  const wanted = useConsole(({ casesPart }) => casesPart)
  const { parts, first } = casesParts(useRights())
  // On a phone the layers have a sheet of their own.
  const shown = narrow ? parts.filter((part) => part !== 'layers') : parts
  return { parts: shown, part: wanted && shown.includes(wanted) ? wanted : first }
}

export interface Shown {
  readonly queue: QueueChoice
  readonly filter: CaseFilter
}

export const HANDLED_BY_ME: Shown = { queue: 'in_hand', filter: { handled_by_me: 'true' } }
export const REPORTED_BY_ME: Shown = { queue: 'all', filter: { mine: 'true', sort: 'found' } }

/** The cases that the open part lists, and the map shows; null where it is about none. */
export function useShown(): Shown | null {
  const { part } = useCasesPart()
  const queue = useConsole((console) => console.queue)
  const filter = useConsole((console) => console.caseFilter)
  switch (part) {
    case 'desk':
    case 'layers':
      return { queue, filter }
    case 'handling':
      return HANDLED_BY_ME
    case 'reported':
      return REPORTED_BY_ME
    default:
      return null
  }
}
