import { Button, Skeleton } from '@mantine/core'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useReason } from '../values/use_reason.ts'
import styles from './Audit.module.css'
import { AuditFilters } from './AuditFilters.tsx'
import { EntryList } from './EntryList.tsx'
import { type AuditQuestion, auditQuery, EVERYTHING } from './entries.ts'

/** Everything that was written, by whom and when. */
export function AuditPanel() {
  const { t } = useTranslation()
  const [question, setQuestion] = useState<AuditQuestion>(EVERYTHING)
  const asked = useDeferredValue(question)
  const { data, error, isFetching, isFetchingNextPage, isPlaceholderData, hasNextPage, fetchNextPage, refetch } =
    useInfiniteQuery({
      ...auditQuery(asked),
      placeholderData: keepPreviousData,
    })
  const reason = useReason(error)
  const entries = data?.pages.flatMap((page) => page.entries) ?? []
  const narrowed = JSON.stringify(asked) !== JSON.stringify(EVERYTHING)

  return (
    <section aria-label={t('audit.title')} aria-busy={isFetching}>
      <AuditFilters question={question} onChange={setQuestion} />
      {error && !data ? (
        <div className={styles.notice} role="alert">
          <p>{t('audit.failed', { reason })}</p>
          <Button size="xs" variant="light" onClick={() => void refetch()}>
            {t('audit.retry')}
          </Button>
        </div>
      ) : !data ? (
        <div role="status" aria-label={t('audit.loading')}>
          {[1, 2, 3, 4, 5].map((row) => (
            <Skeleton key={row} height={20} mx={20} my={18} w="auto" />
          ))}
        </div>
      ) : entries.length === 0 && !isPlaceholderData ? (
        <div className={styles.notice}>
          <p>{t(narrowed ? 'audit.none' : 'audit.noneYet')}</p>
          {narrowed && (
            <Button size="xs" variant="light" onClick={() => setQuestion(EVERYTHING)}>
              {t('audit.clear')}
            </Button>
          )}
        </div>
      ) : (
        <EntryList entries={entries} hasMore={hasNextPage} busy={isFetchingNextPage} error={error} more={fetchNextPage} />
      )}
    </section>
  )
}
