import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRights } from '../../../access/use_rights.ts'
import { useConsole } from '../../../state/store.ts'
import { formatDay } from '../../../values/times.ts'
import { useReason } from '../../../values/use_reason.ts'
import { type Revision, revertRevision, revisionsQuery } from '../../api/revisions.ts'
import type { PlanDetail } from '../../api/types.ts'
import styles from './FlowPart.module.css'

const SHOWN = 10

/** What has been published of the scheme, and the way back: a new plan that undoes it. */
export function Revisions({ plan }: { plan: PlanDetail }) {
  const { t, i18n } = useTranslation()
  const mayPlan = useRights()('plans.write', plan.territory_code)
  const { data } = useQuery(revisionsQuery(plan.scheme))
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const reason = useReason(error)
  if (!data || data.length === 0) return null
  const revert = async ({ number, plan_name }: Revision) => {
    setBusy(true)
    setError(null)
    try {
      const name = t('planning.flow.revertName', { name: plan_name ?? String(number) }).slice(0, 100)
      useConsole.getState().openPlan((await revertRevision(plan.scheme, number, name)).id)
    } catch (problem) {
      setError(problem)
    }
    setBusy(false)
  }
  return (
    <section className={styles.block}>
      <h3>{t('planning.flow.revisions')}</h3>
      <ol className={styles.events}>
        {data.slice(0, SHOWN).map((revision) => (
          <li key={revision.number}>
            <span>
              <strong>{revision.plan_name ?? revision.number}</strong> {revision.account_name}
            </span>
            <time dateTime={revision.effective_on}>{formatDay(revision.effective_on, i18n.language)}</time>
            {mayPlan && (
              <span className={styles.links}>
                <button type="button" disabled={isBusy} onClick={() => void revert(revision)}>
                  {t('planning.flow.revert')}
                </button>
              </span>
            )}
          </li>
        ))}
      </ol>
      {error !== null && (
        <p className={styles.error} role="alert">
          {reason}
        </p>
      )}
    </section>
  )
}
