import type { TFunction } from 'i18next'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRights } from '../../access/use_rights.ts'
import side from '../../responsibility/side/Side.module.css'
import { formatCount } from '../../values/numbers.ts'
import { formatDay } from '../../values/times.ts'
import type { Revision, Summary } from '../api/history.ts'
import { dayBefore } from './days.ts'
import { RevertForm } from './RevertForm.tsx'
import styles from './Revisions.module.css'
import { compareDays } from './use_history.ts'

/** What has been published, the newest first. */
export function Revisions({ scheme, revisions }: { scheme: string; revisions: readonly Revision[] }) {
  const { t } = useTranslation()
  return (
    <section aria-label={t('history.revisions')}>
      <h3 className={styles.title}>{t('history.revisions')}</h3>
      {revisions.length === 0 ? (
        <p className={side.note}>{t('history.noRevisions')}</p>
      ) : (
        <ol className={styles.revisions}>
          {revisions.map((revision) => (
            <RevisionRow key={revision.number} scheme={scheme} revision={revision} />
          ))}
        </ol>
      )}
    </section>
  )
}

function RevisionRow({ scheme, revision }: { scheme: string; revision: Revision }) {
  const { t, i18n } = useTranslation()
  const mayRevert = useRights()('plans.write') && revision.plan_id !== null
  const [isReverting, setReverting] = useState(false)
  const { number, effective_on, plan_name, account_name, summary } = revision
  return (
    <li data-revision={number}>
      <button
        type="button"
        className={styles.revision}
        aria-label={t('history.compareRevision', { n: number })}
        onClick={() => compareDays(dayBefore(effective_on), effective_on)}
      >
        <span className={styles.line}>
          <strong>{t('history.revision', { n: number })}</strong>
          <span>{t('history.effective', { day: formatDay(effective_on, i18n.language) })}</span>
        </span>
        <span>{summaryInWords(summary, t)}</span>
        <small>
          {plan_name ?? t('history.withoutPlan')} · {account_name}
        </small>
      </button>
      {mayRevert && !isReverting && (
        <button type="button" className={side.button} title={t('history.revertHint')} onClick={() => setReverting(true)}>
          {t('history.revert')}
        </button>
      )}
      {isReverting && <RevertForm scheme={scheme} number={number} onCancel={() => setReverting(false)} />}
    </li>
  )
}

export function summaryInWords(summary: Summary, t: TFunction): string {
  const { grids_added = 0, grids_changed = 0, grids_ended = 0, level, territory, cells_added } = summary
  if (level !== undefined) return t('history.levelAdded', { level, n: formatCount(grids_added) })
  if (cells_added !== undefined) return t('history.cellsAdded', { territory, n: formatCount(cells_added) })
  const parts = [
    grids_added > 0 && t('history.added', { n: formatCount(grids_added) }),
    grids_changed > 0 && t('history.changed', { n: formatCount(grids_changed) }),
    grids_ended > 0 && t('history.ended', { n: formatCount(grids_ended) }),
  ].filter((part) => part !== false)
  return parts.length > 0 ? parts.join(t('history.separator')) : t('history.nothing')
}
