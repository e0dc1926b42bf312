// A handler's own cases stay on the device, so that he can open and report them where there is no network.
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { Case, CasePage } from '#geodata/cases/records.ts'
import { useWorker } from '../../access/session.ts'
import { useCaseRows } from '../desk/use_case_rows.ts'
import { caseListQuery, caseQuery } from '../queries.ts'
import { HANDLED_BY_ME } from '../use_part.ts'

const KEPT = 'jiangli.cases.mine'
/** More than anybody does on one way, and little enough for the browser's store. */
const MOST = 30

interface Kept {
  readonly account: number
  readonly page: CasePage
  readonly cases: readonly Case[]
}

function read(): Kept | null {
  try {
    return JSON.parse(localStorage.getItem(KEPT) ?? 'null')
  } catch {
    return null
  }
}

export function useKeptCases(): void {
  const client = useQueryClient()
  const account = useWorker((worker) => worker.account?.id)
  const { rows, data, isPlaceholderData } = useCaseRows(HANDLED_BY_ME)
  // Without a network: what was known last, until the server is heard.
  useEffect(() => {
    const kept = read()
    if (!kept || kept.account !== account) return localStorage.removeItem(KEPT)
    const { queryKey } = caseListQuery(HANDLED_BY_ME.queue, HANDLED_BY_ME.filter)
    const updatedAt = { updatedAt: 0 }
    if (!client.getQueryData(queryKey)) client.setQueryData(queryKey, { pages: [kept.page], pageParams: [0] }, updatedAt)
    for (const each of kept.cases) {
      const { queryKey: ofCase } = caseQuery(each.id)
      if (!client.getQueryData(ofCase)) client.setQueryData(ofCase, each, updatedAt)
    }
  }, [client, account])
  const page = data?.pages[0]
  const isFresh = page !== undefined && !isPlaceholderData
  useEffect(() => {
    if (!isFresh || account === undefined) return
    let isOver = false
    void (async () => {
      const cases: Case[] = []
      for (const { id } of rows.slice(0, MOST)) {
        const found = await client.fetchQuery(caseQuery(id)).catch(() => null)
        if (isOver) return
        if (found) cases.push(found)
      }
      try {
        localStorage.setItem(KEPT, JSON.stringify({ account, page, cases } satisfies Kept))
      } catch {
        // Then they are there as long as the page is.
      }
    })()
    return () => {
      isOver = true
    }
  }, [client, account, rows, page, isFresh])
}
