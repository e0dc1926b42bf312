import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useRights } from '../../access/use_rights.ts'
import type { ServerState } from '../../api/types.ts'
import side from '../../responsibility/side/Side.module.css'
import { plansQuery } from '../api/plans.ts'
import type { Plan } from '../api/types.ts'
import { MadeList } from './MadeList.tsx'
import { PlanForm } from './PlanForm.tsx'
import styles from './PlanList.module.css'
import { PlanRow } from './PlanRow.tsx'

const ENDED = ['published', 'withdrawn']

/** All plans, those at work first, and the way to a new one. */
export function PlanList({ state }: { state: ServerState }) {
  const { t } = useTranslation()
  const mayMake = useRights()('plans.write')
  const query = useQuery(plansQuery)
  return (
    <MadeList
      title={t('planning.list.title')}
      make={mayMake ? t('planning.list.make') : null}
      form={(close) => <PlanForm state={state} onCancel={close} />}
      query={query}
      state={state}
    >
      {(plans) => <Plans plans={plans} state={state} mayMake={mayMake} />}
    </MadeList>
  )
}

function Plans({ plans, state, mayMake }: { plans: readonly Plan[]; state: ServerState; mayMake: boolean }) {
  const { t } = useTranslation()
  const [open, ended] = [plans.filter((plan) => !ENDED.includes(plan.state)), plans.filter((plan) => ENDED.includes(plan.state))]
  if (plans.length === 0) {
    return (
      <p className={side.note}>
        {t('planning.list.empty')} {t(mayMake ? 'planning.list.emptyHint' : 'planning.list.emptyReader')}
      </p>
    )
  }
  const list = (some: readonly Plan[]) => (
    <ul className={styles.plans}>
      {some.map((plan) => (
        <li key={plan.id}>
          <PlanRow plan={plan} schemes={state.schemes} />
        </li>
      ))}
    </ul>
  )
  return (
    <>
      {list(open)}
      {ended.length > 0 && (
        <details className={styles.layers} open={open.length === 0}>
          <summary>{t('planning.list.others', { n: ended.length })}</summary>
          {list(ended)}
        </details>
      )}
    </>
  )
}
