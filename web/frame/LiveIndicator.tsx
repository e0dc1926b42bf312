import { Tooltip } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useConsole } from '../state/store.ts'
import styles from './LiveIndicator.module.css'

const ABOUT = {
  connecting: 'live.aboutConnecting',
  live: 'live.aboutLive',
  reconnecting: 'live.aboutReconnecting',
  offline: 'live.aboutOffline',
} as const

/** Whether what is seen is what is true now. */
export function LiveIndicator({ compact = false }: { compact?: boolean }) {
  const { t } = useTranslation()
  const live = useConsole((state) => state.live)
  return (
    <Tooltip label={t(ABOUT[live])} multiline maw={260}>
      <span className={styles.live} data-state={live} data-compact={compact} role="status">
        <span className={styles.sign} aria-hidden="true" />
        <span className={compact ? 'visually-hidden' : undefined}>{t(`live.${live}`)}</span>
      </span>
    </Tooltip>
  )
}
