import { useQueryClient } from '@tanstack/react-query'
import type { Virtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef } from 'react'
import type { FeatureCollection } from '../api/types.ts'
import { PAGE_ROWS } from './rows.ts'

interface Options {
  readonly layer: string
  readonly search: string
  /** Id of the selected feature, if it is one of this layer. */
  readonly selected: number | null
  readonly virtual: Virtualizer<HTMLDivElement, Element>
  readonly ready: boolean
  readonly onFound: (index: number) => void
}

/** What is selected on the map comes into view in the table, once, if its row has been read. */
export function useFollowSelection({ layer, search, selected, virtual, ready, onFound }: Options): void {
  const client = useQueryClient()
  const followed = useRef<number | null>(null)

  useEffect(() => {
    if (selected === null) followed.current = null
    if (selected === null || !ready || followed.current === selected) return
    const pages = client.getQueriesData<FeatureCollection>({ queryKey: ['layer', layer, 'rows', search] })
    for (const [key, data] of pages) {
      const place = data?.features.findIndex(({ id }) => id === selected) ?? -1
      if (place < 0) continue
      followed.current = selected
      const index = Number(key.at(-1)) * PAGE_ROWS + place
      onFound(index)
      virtual.scrollToIndex(index, { align: 'auto' })
      return
    }
  })
}
