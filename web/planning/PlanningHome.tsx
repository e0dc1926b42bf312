import { useTranslation } from 'react-i18next'
import { Segments } from '../analysis/Segments.tsx'
import type { ServerState } from '../api/types.ts'
import { HISTORY_OF_TODAY } from '../state/grid_history.ts'
import { useConsole } from '../state/store.ts'
import { HistoryPanel } from './history/HistoryPanel.tsx'
import { PlanList } from './list/PlanList.tsx'
import styles from './Planning.module.css'
import { SchemesPanel } from './schemes/SchemesPanel.tsx'

/** While no plan is open: the plans, or how the grids came to be what they are, or the schemes and their rules. */
export function PlanningHome({ state }: { state: ServerState }) {
  const { t } = useTranslation()
  const open = useConsole(({ history, schemes }) => (schemes ? 'schemes' : history ? 'history' : 'plans'))
  const { openHistory, openSchemes } = useConsole.getState()
  return (
    <>
      <div className={styles.tabs}>
        <Segments
          label={t('history.tabs')}
          value={open}
          options={[
            { value: 'plans', label: t('history.plans') },
            { value: 'history', label: t('history.tab') },
            { value: 'schemes', label: t('schemes.tab') },
          ]}
          onChange={(value) =>
            value === 'schemes' ? openSchemes({ id: null }) : openHistory(value === 'history' ? HISTORY_OF_TODAY : null)
          }
        />
      </div>
      {open === 'schemes' ? (
        <SchemesPanel state={state} />
      ) : open === 'history' ? (
        <HistoryPanel state={state} />
      ) : (
        <PlanList state={state} />
      )}
    </>
  )
}
