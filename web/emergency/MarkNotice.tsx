import { IconX } from '@tabler/icons-react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../frame/IconButton.tsx'
import { useReason } from '../values/use_reason.ts'
import styles from './Emergency.module.css'
import { undoLast, useMarking } from './marking.ts'

/** Long enough to see that the wrong one was tapped. */
const STAY_MS = 12_000

export function MarkNotice() {
  const { t } = useTranslation()
  const last = useMarking((state) => state.last)
  const reason = useReason(last?.kind === 'failed' ? last.error : null)
  useEffect(() => {
    if (!last || last.kind === 'failed') return
    const timer = setTimeout(() => useMarking.setState({ last: null }), STAY_MS)
    return () => clearTimeout(timer)
  }, [last])
  if (!last) return null
  return (
    <div className={styles.notice} role="status" data-kind={last.kind}>
      <span>
        {last.kind === 'made'
          ? t('emergency.mark.made', { name: last.name, mark: t(`emergency.mark.kinds.${last.mark}`) })
          : last.kind === 'undone'
            ? t('emergency.mark.undone')
            : t('emergency.mark.failed', { reason })}
      </span>
      {last.kind === 'made' && (
        <button type="button" className={styles.undo} onClick={() => void undoLast(last.id)}>
          {t('emergency.mark.undo')}
        </button>
      )}
      <IconButton label={t('frame.close')} size="small" onClick={() => useMarking.setState({ last: null })}>
        <IconX size={15} stroke={1.8} />
      </IconButton>
    </div>
  )
}
