// The planner's workspace, loaded when it is first opened: at the side the plans and what is in one, over the map the tools.
import './words.ts'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { ServerState } from '../api/types.ts'
import { useMapHolder } from '../map/holder.ts'
import { useConsole } from '../state/store.ts'
import { useEditor } from './editor/editor.ts'
import { closePlan, useOpening, watchPlan } from './editor/open.ts'
import { HistoryOnMap } from './history/HistoryOnMap.tsx'
import { GridImport } from './import/GridImport.tsx'
import { ImportOnMap } from './import/ImportOnMap.tsx'
import { PlanTools } from './map/PlanTools.tsx'
import styles from './Planning.module.css'
import { PlanningHome } from './PlanningHome.tsx'
import { PlanPanel } from './plan/PlanPanel.tsx'

export function PlanningPanel({ state }: { state: ServerState }) {
  const { t } = useTranslation()
  return (
    <aside className={styles.panel} aria-label={t('planning.label')}>
      <PlanningBody state={state} />
    </aside>
  )
}

export function PlanningBody({ state }: { state: ServerState }) {
  const plan = useConsole((console) => console.plan)
  const isImporting = useConsole((console) => console.gridImport)
  if (plan !== null) return <PlanPanel key={plan} id={plan} state={state} />
  return isImporting ? <GridImport state={state} /> : <PlanningHome state={state} />
}

/** What an open plan puts on the map, or else an import, or else a day of the past. */
export function PlanOnMap() {
  const plan = useConsole((console) => console.plan)
  const isImporting = useConsole((console) => console.gridImport)
  const map = useMapHolder((holder) => holder.map)
  const isOpen = useEditor((editor) => editor.session !== null)
  const attempt = useOpening((opening) => opening.attempt)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt opens it anew.
  useEffect(() => {
    if (plan === null) return
    const stop = watchPlan(plan)
    return () => {
      stop()
      closePlan()
    }
  }, [plan, attempt])
  if (!map) return null
  if (isOpen) return <PlanTools map={map} />
  if (plan !== null) return <Opening />
  return isImporting ? <ImportOnMap map={map} /> : <HistoryOnMap map={map} />
}

function Opening() {
  const { t } = useTranslation()
  const error = useOpening((opening) => opening.error)
  if (error) return null
  return (
    <div className={styles.opening} role="status">
      {t('planning.opening')}
    </div>
  )
}
