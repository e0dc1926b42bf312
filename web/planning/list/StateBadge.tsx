import { useTranslation } from 'react-i18next'
import type { PlanState } from '#geodata/planning/index.ts'
import styles from './PlanList.module.css'

export function StateBadge({ state }: { state: PlanState }) {
  const { t } = useTranslation()
  return (
    <span className={styles.state} data-state={state}>
      {t(`planning.states.${state}`)}
    </span>
  )
}
