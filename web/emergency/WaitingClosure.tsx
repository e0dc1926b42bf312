import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { formatTime } from '../values/times.ts'
import type { ClosureEntry } from './answer.ts'
import { takeBackClosure } from './closing.ts'
import styles from './Emergency.module.css'

/** Closed or opened without a network, or refused by the server when there was one again. */
export function WaitingClosure({ entry }: { entry: ClosureEntry }) {
  const { t, i18n } = useTranslation()
  const { body, state, reason, noted_at } = entry
  const isRefused = state === 'refused'
  return (
    <li className={styles.row}>
      <span className={styles.main}>
        <span className={styles.what}>
          <strong>{body.reason}</strong>
          <small role={isRefused ? 'alert' : undefined}>
            {isRefused
              ? t('emergency.closures.failed', { reason: reason?.detail ?? reason?.code ?? '' })
              : t(`emergency.closures.waits.${body.action}`, { time: formatTime(noted_at, i18n.language) })}
          </small>
        </span>
      </span>
      <Button variant="subtle" size="compact-sm" onClick={() => void takeBackClosure(entry)}>
        {t(isRefused ? 'emergency.closures.dismiss' : 'emergency.closures.takeBack')}
      </Button>
    </li>
  )
}
