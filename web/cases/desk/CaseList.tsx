import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Failed, Loading } from '../../responsibility/side/States.tsx'
import { useConsole } from '../../state/store.ts'
import { formatCount } from '../../values/numbers.ts'
import { EVERY_CASE } from '../filter.ts'
import type { Shown } from '../use_part.ts'
import styles from './CaseList.module.css'
import { CaseListRow } from './CaseListRow.tsx'
import { openFromList, useDesk } from './desk.ts'
import { useCaseRows, useLimits, useShownScheme } from './use_case_rows.ts'
import { useDeskKeys } from './use_desk_keys.ts'

interface Props {
  readonly shown: Shown
  readonly empty: string
  /** That it is not all: conditions can be cleared. */
  readonly isFiltered?: boolean
}

/** Rows out of sight cost nothing (`content-visibility`), and the next page is read before the end of this one is reached. */
export function CaseList({ shown, empty, isFiltered = false }: Props) {
  const { t } = useTranslation()
  const { rows, total, isMore, data, error, isFetching, isPlaceholderData, hasNextPage, fetchNextPage, refetch } =
    useCaseRows(shown)
  const open = useConsole(({ caseId }) => caseId)
  const cursor = useDesk((desk) => desk.cursor)
  const limits = useLimits()
  const scheme = useShownScheme()
  const list = useRef<HTMLOListElement>(null)
  const end = useSight(hasNextPage, () => void fetchNextPage())
  useDeskKeys(rows)
  useEffect(() => {
    const row = cursor === null ? null : list.current?.querySelector(`[data-case="${cursor}"]`)
    row?.scrollIntoView({ block: 'nearest' })
    if (useDesk.getState().isWalking) row?.querySelector('button')?.focus({ preventScroll: true })
  }, [cursor])
  if (!data) return error && !isFetching ? <Failed error={error} onRetry={() => void refetch()} /> : <Loading />
  return (
    <section className={styles.section} aria-label={t('cases.list.label')} aria-busy={isPlaceholderData}>
      {total === 0 ? (
        <p className={styles.none}>
          {isFiltered ? t('cases.list.noneFiltered') : empty}
          {isFiltered && (
            <button type="button" onClick={() => useConsole.getState().listCases(shown.queue, EVERY_CASE)}>
              {t('cases.list.clear')}
            </button>
          )}
        </p>
      ) : (
        <p className={styles.count}>{t(isMore ? 'cases.list.more' : 'cases.list.count', { n: formatCount(total ?? 0) })}</p>
      )}
      <ol ref={list} className={styles.list}>
        {rows.map((row) => (
          <li key={row.id} data-case={row.id} data-open={row.id === open} data-cursor={row.id === cursor}>
            <CaseListRow
              row={row}
              limits={limits.get(row.kind.code)}
              scheme={scheme}
              isOpen={row.id === open}
              onOpen={openFromList}
            />
          </li>
        ))}
      </ol>
      {hasNextPage && <div ref={end} className={styles.end} aria-hidden="true" />}
    </section>
  )
}

/** Tells when the end of what is there comes near. */
function useSight(isWanted: boolean, onSight: () => void) {
  const ref = useRef<HTMLDivElement>(null)
  const tell = useRef(onSight)
  useEffect(() => {
    tell.current = onSight
  })
  useEffect(() => {
    if (!ref.current || !isWanted) return
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && tell.current(), { rootMargin: '600px' })
    observer.observe(ref.current)
    return () => observer.disconnect()
  }, [isWanted])
  return ref
}
