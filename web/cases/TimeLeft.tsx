import { IconAlarm, IconAlertTriangle, IconClock } from '@tabler/icons-react'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { Limit } from '#geodata/cases/clock.ts'
import { useMinute } from '../values/use_minute.ts'
import { formatDue } from './due.ts'
import styles from './TimeLeft.module.css'
import { amountOf, timeLeft } from './time_left.ts'
import { useWorkCalendar } from './use_work_calendar.ts'

const ICONS = { calm: IconClock, soon: IconAlarm, overdue: IconAlertTriangle } as const

interface Props {
  readonly due: string
  readonly limit: Limit | null
  /** Says also until when. */
  readonly withMoment?: boolean
}

/** How much time is left: a bar, a sign and words, so that what is late is seen without colour too. */
export function TimeLeft({ due, limit, withMoment = false }: Props) {
  const { t, i18n } = useTranslation()
  const now = useMinute()
  const left = timeLeft(due, limit, now, useWorkCalendar())
  const Icon = ICONS[left.tone]
  return (
    <span className={styles.left} data-tone={left.tone}>
      <span className={styles.words}>
        <span>
          <Icon size={14} stroke={2} aria-hidden="true" />
          {leftWords(left, t)}
        </span>
        {withMoment && <small>{formatDue(due, now, i18n.language)}</small>}
      </span>
      {left.share !== null && (
        <svg className={styles.bar} viewBox="0 0 100 3" preserveAspectRatio="none" aria-hidden="true">
          <rect className={styles.whole} width={100} height={3} />
          <rect width={Math.max(2, left.share * 100)} height={3} />
        </svg>
      )}
    </span>
  )
}

export function leftWords(left: ReturnType<typeof timeLeft>, t: TFunction): string {
  const { key, ...values } = amountOf(left)
  // What ended with the office has no office time to be late by before it opens again.
  if (left.tone !== 'overdue') return t('cases.left', { time: t(`cases.amounts.${key}`, values) })
  return t('cases.overdue', { time: t(`cases.amounts.${key}`, values) })
}
