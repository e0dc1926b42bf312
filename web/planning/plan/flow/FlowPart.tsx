import { useTranslation } from 'react-i18next'
import { formatTime } from '../../../values/times.ts'
import type { PlanDetail } from '../../api/types.ts'
import { Actions } from './Actions.tsx'
import { Comments } from './Comments.tsx'
import styles from './FlowPart.module.css'
import { Terms } from './Terms.tsx'

/** From draft to publication: the day, what reviewers say, who decides, and what has been. */
export function FlowPart({ plan }: { plan: PlanDetail }) {
  const { t } = useTranslation()
  return (
    <section className={styles.part} aria-label={t('planning.parts.flow')}>
      <Terms key={`${plan.effective_on} ${plan.remark}`} plan={plan} />
      <Actions plan={plan} />
      <Comments plan={plan} />
      <History plan={plan} />
    </section>
  )
}

function History({ plan }: { plan: PlanDetail }) {
  const { t, i18n } = useTranslation()
  const actions: Readonly<Record<string, string>> = t('planning.flow.actions', { returnObjects: true })
  if (plan.events.length === 0) return null
  return (
    <section className={styles.block}>
      <h3>{t('planning.flow.history')}</h3>
      <ol className={styles.events}>
        {plan.events.map(({ at, account_name, action, reason }) => (
          <li key={at}>
            <span>
              <strong>{account_name}</strong> {actions[action] ?? action}
            </span>
            <time dateTime={at}>{formatTime(at, i18n.language)}</time>
            {reason && <p>{reason}</p>}
          </li>
        ))}
      </ol>
    </section>
  )
}
