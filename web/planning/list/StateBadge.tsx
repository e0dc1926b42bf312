import { useTranslation } from 'react-i18next'
import type { PlanState } from '#geodata/planning/index.ts'
import styles from './PlanList.module.css'

const TONES: Readonly<Partial<Record<PlanState, 'warn' | 'bad' | 'good'>>> = {
  submitted: 'warn',
  returned: 'bad',
  approved: 'good',
  published: 'good',
}

export function StateBadge({ state }: { state: PlanState }) {
  const { t } = useTranslation()
  return (
    <span className={styles.pill} data-state={state} data-tone={TONES[state]}>
      {t(`planning.states.${state}`)}
    </span>
  )
}
