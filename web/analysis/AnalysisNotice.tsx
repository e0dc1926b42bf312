import { Button, Loader } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useConsole } from '../state/store.ts'
import { useReason } from '../values/use_reason.ts'
import styles from './AnalysisView.module.css'

interface Props {
  readonly title: string
  readonly error?: unknown
  readonly onRetry?: () => void
}

/** In the place of a legend while there is none: on its way, or why not. */
export function AnalysisNotice({ title, error, onRetry }: Props) {
  const { t } = useTranslation()
  const reason = useReason(error)
  return (
    <>
      <p className={styles.notice} role={onRetry ? 'alert' : 'status'}>
        {!onRetry && <Loader size={14} />}
        {title}
      </p>
      {onRetry && (
        <>
          <p className={styles.reason}>{reason}</p>
          <div className={styles.actions}>
            <Button size="xs" variant="default" onClick={onRetry}>
              {t('analysis.retry')}
            </Button>
            <Button size="xs" variant="subtle" onClick={() => useConsole.getState().analyse(null)}>
              {t('analysis.close')}
            </Button>
          </div>
        </>
      )}
    </>
  )
}
