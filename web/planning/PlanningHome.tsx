import { useTranslation } from 'react-i18next'
import { Segments } from '../analysis/Segments.tsx'
import type { ServerState } from '../api/types.ts'
import { HISTORY_OF_TODAY } from '../state/grid_history.ts'
import { useConsole } from '../state/store.ts'
import { HistoryPanel } from './history/HistoryPanel.tsx'
import { PlanList } from './list/PlanList.tsx'
import styles from './Planning.module.css'

/** While no plan is open: the plans, or how the grids came to be what they are. */
export function PlanningHome({ state }: { state: ServerState }) {
  const { t } = useTranslation()
  const isHistory = useConsole((console) => console.history !== null)
  return (
    <>
      <div className={styles.tabs}>
        <Segments
          label={t('history.tabs')}
          value={isHistory ? 'history' : 'plans'}
          options={[
            { value: 'plans', label: t('history.plans') },
            { value: 'history', label: t('history.tab') },
          ]}
          onChange={(value) => useConsole.getState().openHistory(value === 'history' ? HISTORY_OF_TODAY : null)}
        />
      </div>
      {isHistory ? <HistoryPanel state={state} /> : <PlanList state={state} />}
    </>
  )
}
