// A list that is on its way, empty, did not arrive, or goes on.
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../../frame/IconButton.tsx'
import { formatCount } from '../../values/numbers.ts'
import { useReason } from '../../values/use_reason.ts'
import styles from './Side.module.css'

export function Loading() {
  const { t } = useTranslation()
  return (
    <div className={styles.skeleton} role="status" aria-label={t('inspector.loading')}>
      <span />
      <span />
      <span />
    </div>
  )
}

export function Failed({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { t } = useTranslation()
  const reason = useReason(error)
  return (
    <div className={styles.failed} role="alert">
      {t('responsibility.failed', { reason })}
      <button type="button" className={styles.button} onClick={onRetry}>
        {t('failure.retry')}
      </button>
    </div>
  )
}

export const Empty = ({ children }: { children: ReactNode }) => <p className={styles.note}>{children}</p>

interface PagerProps {
  readonly offset: number
  readonly size: number
  readonly total: number
  readonly onMove: (offset: number) => void
}

/** Which part of a long list is shown. */
export function Pager({ offset, size, total, onMove }: PagerProps) {
  const { t } = useTranslation()
  if (total <= size) return null
  const last = Math.min(total, offset + size)
  return (
    <nav className={styles.pager} aria-label={t('staff.pages')}>
      <IconButton label={t('staff.earlier')} disabled={offset === 0} onClick={() => onMove(Math.max(0, offset - size))}>
        <IconChevronLeft size={17} stroke={1.7} />
      </IconButton>
      <span>{t('staff.page', { from: formatCount(offset + 1), to: formatCount(last), total: formatCount(total) })}</span>
      <IconButton label={t('staff.later')} disabled={last >= total} onClick={() => onMove(offset + size)}>
        <IconChevronRight size={17} stroke={1.7} />
      </IconButton>
    </nav>
  )
}
