import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Limits } from '#geodata/cases/records.ts'
import { stateQuery } from '../../api/queries.ts'
import { useConsole } from '../../state/store.ts'
import { caseListQuery, kindsQuery } from '../queries.ts'
import type { Shown } from '../use_part.ts'
import { withoutRepeats } from './rows.ts'

/** The cases that are listed, as far as they have been read. */
export function useCaseRows({ queue, filter }: Shown) {
  const query = useInfiniteQuery({ ...caseListQuery(queue, filter), placeholderData: (before) => before })
  const { data } = query
  const rows = useMemo(() => withoutRepeats(data?.pages.flatMap(({ cases }) => cases) ?? []), [data])
  const first = data?.pages[0]
  return { ...query, rows, total: first?.total, isMore: first?.is_more ?? false }
}

/** Of all grids in which a case lies, a list names those that the map shows. */
export function useShownScheme(): string | undefined {
  const chosen = useConsole(({ grids }) => grids.scheme)
  const { data } = useQuery(stateQuery)
  return chosen ?? data?.schemes[0]?.id
}

/** How long the steps of each kind may take, by its code. */
export function useLimits(): ReadonlyMap<string, Limits> {
  const { data } = useQuery(kindsQuery)
  return useMemo(() => new Map(data?.map(({ code, limits }) => [code, limits])), [data])
}
