import { IconAlertTriangleFilled, IconCircleCheck, IconCircleDashed, IconClockExclamation } from '@tabler/icons-react'
import type { PatrolState } from '#geodata/rivers/records.ts'
import { useRiversWords } from '../use_rivers_words.ts'
import styles from './Status.module.css'

const ICONS = {
  ok: IconCircleCheck,
  due_soon: IconClockExclamation,
  overdue: IconAlertTriangleFilled,
  never: IconCircleDashed,
} as const

/** What has never been done looks like what is late once it is late. */
export const toneOf = ({ state, overdue_days }: Pick<PatrolState, 'state' | 'overdue_days'>) =>
  state === 'ok' ? 'good' : state === 'overdue' || overdue_days > 0 ? 'bad' : 'attention'

export function PatrolIcon({ patrol, size = 22 }: { patrol: PatrolState; size?: number }) {
  const Icon = ICONS[patrol.overdue_days > 0 ? 'overdue' : patrol.state]
  return (
    <span className={styles.icon} data-tone={toneOf(patrol)}>
      <Icon size={size} stroke={2} aria-hidden="true" />
    </span>
  )
}

/** How patrols stand, in a sign and words. */
export function PatrolMark({ patrol }: { patrol: PatrolState }) {
  const { standing } = useRiversWords()
  return (
    <span className={styles.mark} data-tone={toneOf(patrol)}>
      <PatrolIcon patrol={patrol} size={16} />
      {standing(patrol)}
    </span>
  )
}
