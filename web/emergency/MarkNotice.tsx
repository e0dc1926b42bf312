import { IconX } from '@tabler/icons-react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../frame/IconButton.tsx'
import { useOutbox } from '../offline/outbox.ts'
import { useReason } from '../values/use_reason.ts'
import styles from './Emergency.module.css'
import { isMark, type MarkEntry, takeBack, useMarking } from './marking.ts'

/** Long enough to see that the wrong one was tapped. */
const STAY_MS = 12_000

/** What became of the last mark, with the way to take it back. */
export function MarkNotice() {
  const { t } = useTranslation()
  const { last, undone, error } = useMarking()
  const entry = useOutbox(({ entries }) => entries.find(({ id }) => id === last))
  const mark = entry && isMark(entry) ? entry : undefined
  const reason = useReason(error)
  const isSettled = undone || mark?.state === 'sent'
  useEffect(() => {
    if (!isSettled) return
    const timer = setTimeout(close, STAY_MS)
    return () => clearTimeout(timer)
  }, [isSettled])
  if (!mark && !undone && !error) return null
  return (
    <div className={styles.notice} role="status" data-kind={error || mark?.state === 'refused' ? 'failed' : undefined}>
      <span>{error ? t('emergency.mark.failed', { reason }) : mark ? <Said mark={mark} /> : t('emergency.mark.undone')}</span>
      {mark && (
        <button type="button" className={styles.undo} onClick={() => void takeBack(mark)}>
          {t('emergency.mark.undo')}
        </button>
      )}
      <IconButton label={t('frame.close')} size="small" onClick={close}>
        <IconX size={15} stroke={1.8} />
      </IconButton>
    </div>
  )
}

const close = () => useMarking.setState({ last: null, undone: false, error: null })

function Said({ mark: { state, body, reason } }: { mark: MarkEntry }) {
  const { t } = useTranslation()
  const words = { name: body.name, mark: t(`emergency.mark.kinds.${body.mark}`) }
  if (state === 'refused') return t('emergency.mark.refused', { ...words, reason: reason?.detail ?? reason?.code ?? '' })
  return t(state === 'sent' ? 'emergency.mark.made' : 'emergency.mark.waits', words)
}
