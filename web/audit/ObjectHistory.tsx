import { Skeleton } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useRights } from '../access/use_rights.ts'
import { formatTime } from '../values/times.ts'
import { useReason } from '../values/use_reason.ts'
import styles from './Audit.module.css'
import { EntryList } from './EntryList.tsx'
import { historyQuery } from './entries.ts'

/** It is opened at the foot of a card, and would come below the edge. */
const intoView = (element: Element | null) => element?.scrollIntoView({ block: 'nearest' })

/** What happened to one object, newest first, down to the file that brought it. */
export function ObjectHistory({ layer, id }: { layer: string; id: number }) {
  const { t, i18n } = useTranslation()
  const may = useRights()
  const allowed = may('responsibility.read')
  const { data, error, isFetchingNextPage, hasNextPage, fetchNextPage } = useInfiniteQuery({
    ...historyQuery(layer, id),
    enabled: allowed,
  })
  const reason = useReason(error)
  if (!allowed) return null
  if (error && !data) return <p className={styles.nothing}>{t('audit.failed', { reason })}</p>
  if (!data) return <Skeleton height={16} my={12} aria-label={t('audit.loading')} />
  const entries = data.pages.flatMap((page) => page.entries)
  const imported = data.pages[0]?.imported
  return (
    <div ref={intoView} className={styles.history}>
      {entries.length === 0 ? (
        <p className={styles.nothing}>{t(imported ? 'audit.historyNone' : 'audit.historyNothing')}</p>
      ) : (
        <EntryList entries={entries} own hasMore={hasNextPage} busy={isFetchingNextPage} error={error} more={fetchNextPage} />
      )}
      {imported && (
        <p className={styles.nothing}>
          {t('audit.imported', { file: imported.file_name })} · {formatTime(imported.imported_at, i18n.language)}
        </p>
      )}
    </div>
  )
}
