import { useTranslation } from 'react-i18next'
import type { Scheme } from '../../api/types.ts'
import { useConsole } from '../../state/store.ts'
import { formatAge } from '../../values/times.ts'
import { pick } from '../../words/words.ts'
import { type Plan, territoryOf } from '../api/types.ts'
import styles from './PlanList.module.css'
import { StateBadge } from './StateBadge.tsx'

export function PlanRow({ plan, schemes }: { plan: Plan; schemes: readonly Scheme[] }) {
  const { t, i18n } = useTranslation()
  const scheme = schemes.find(({ id }) => id === plan.scheme)
  return (
    <button
      type="button"
      className={styles.plan}
      data-plan={plan.id}
      aria-label={t('planning.list.open', { name: plan.name })}
      onClick={() => useConsole.getState().openPlan(plan.id)}
    >
      <span className={styles.line}>
        <strong>{plan.name}</strong>
        <StateBadge state={plan.state} />
      </span>
      <span className={styles.about}>
        {scheme ? pick(scheme.name, i18n.language) : plan.scheme} · {territoryOf(plan, i18n.language)}
      </span>
      <span className={styles.about}>
        {plan.mine ? t('planning.list.mine') : t('planning.list.author', { name: plan.author_name })} ·{' '}
        {t('planning.list.steps', { n: plan.steps })} ·{' '}
        {t('planning.list.changed', { age: formatAge(plan.changed_at, Date.now(), i18n.language) })}
      </span>
      {plan.revision > plan.base_revision && plan.state !== 'published' && plan.state !== 'withdrawn' && (
        <span className={styles.moved} title={t('planning.list.movedOnHint')}>
          {t('planning.list.movedOn')}
        </span>
      )}
    </button>
  )
}
