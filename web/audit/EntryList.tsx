import { Button, Loader } from '@mantine/core'
import { Fragment, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useReason } from '../values/use_reason.ts'
import styles from './Audit.module.css'
import { EntryRow } from './EntryRow.tsx'
import type { AuditEntry } from './entries.ts'

interface Props {
  readonly entries: readonly AuditEntry[]
  readonly own?: boolean
  readonly hasMore: boolean
  readonly busy: boolean
  /** Why the last page could not be read. */
  readonly error: unknown
  readonly more: () => unknown
}

/** Entries by day, newest first; older ones are read as the end comes into view. */
export function EntryList({ entries, own = false, hasMore, busy, error, more }: Props) {
  const { t, i18n } = useTranslation()
  const reason = useReason(error)
  const end = useRef<HTMLDivElement>(null)

  useEffect(() => {
    if (!hasMore || busy || error || !end.current) return
    const seen = new IntersectionObserver(([first]) => first?.isIntersecting && more(), { rootMargin: '200px' })
    seen.observe(end.current)
    return () => seen.disconnect()
  }, [hasMore, busy, error, more])

  return (
    <>
      <ol className={styles.entries}>
        {entries.map((entry, index) => {
          const day = dayOf(entry.at, i18n.language)
          return (
            <Fragment key={entry.id}>
              {(index === 0 || dayOf(entries[index - 1]!.at, i18n.language) !== day) && <li className={styles.day}>{day}</li>}
              <EntryRow entry={entry} own={own} />
            </Fragment>
          )
        })}
      </ol>
      <div ref={end} className={styles.end}>
        {busy ? (
          <Loader size="xs" aria-label={t('audit.loading')} />
        ) : error ? (
          <span role="alert">
            {t('audit.moreFailed', { reason })}{' '}
            <Button size="xs" variant="light" onClick={() => more()}>
              {t('audit.retry')}
            </Button>
          </span>
        ) : hasMore ? (
          <Button size="xs" variant="subtle" onClick={() => more()}>
            {t('audit.more')}
          </Button>
        ) : (
          entries.length > 10 && t('audit.end')
        )}
      </div>
    </>
  )
}

const dayOf = (at: string, language: string): string =>
  new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'zh-CN', { dateStyle: 'long' }).format(new Date(at))
