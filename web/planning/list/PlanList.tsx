import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRights } from '../../access/use_rights.ts'
import type { ServerState } from '../../api/types.ts'
import side from '../../responsibility/side/Side.module.css'
import { Failed, Loading } from '../../responsibility/side/States.tsx'
import { plansQuery } from '../api/plans.ts'
import type { Plan } from '../api/types.ts'
import { ImportButton } from '../import/ImportButton.tsx'
import { LayersBelow } from './LayersBelow.tsx'
import { PlanForm } from './PlanForm.tsx'
import styles from './PlanList.module.css'
import { PlanRow } from './PlanRow.tsx'

const ENDED = ['published', 'withdrawn']

/** All plans, those at work first, and the way to a new one. */
export function PlanList({ state }: { state: ServerState }) {
  const { t } = useTranslation()
  const mayMake = useRights()('plans.write')
  const { data, error, refetch, isFetching } = useQuery(plansQuery)
  const [isMaking, setMaking] = useState(false)
  return (
    <>
      <header className={styles.head}>
        <h2>{t('planning.list.title')}</h2>
        {!isMaking && (
          <span className={styles.buttons}>
            <ImportButton />
            {mayMake && (
              <button type="button" className={side.button} data-main="true" onClick={() => setMaking(true)}>
                <IconPlus size={15} stroke={1.8} aria-hidden="true" />
                {t('planning.list.make')}
              </button>
            )}
          </span>
        )}
      </header>
      {isMaking && <PlanForm state={state} onCancel={() => setMaking(false)} />}
      <div className={styles.body}>
        {data ? (
          <Plans plans={data} state={state} mayMake={mayMake} />
        ) : error && !isFetching ? (
          <Failed error={error} onRetry={() => void refetch()} />
        ) : (
          <Loading />
        )}
        <LayersBelow state={state} />
      </div>
    </>
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
