import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Layer } from '#geodata/layers/index.ts'
import { useReason } from '../values/use_reason.ts'
import { pick } from '../words/pick.ts'
import { narrows, plainQuestion } from './question.ts'
import styles from './TableNotice.module.css'
import type { Asking } from './use_question.ts'

interface Props {
  readonly layer: Layer
  readonly asking: Asking
  readonly error: unknown
  readonly onRetry: () => void
}

/** Instead of rows: why there are none, and the way on. */
export function TableNotice({ layer, asking: { question, ask }, error, onRetry }: Props) {
  const { t, i18n } = useTranslation()
  const reason = useReason(error)
  const name = pick(layer.name, i18n.language)
  const narrowed = narrows(question)
  const clear = (
    <Button size="xs" variant={error ? 'subtle' : 'default'} onClick={() => ask(plainQuestion(question.layer))}>
      {t('table.clear')}
    </Button>
  )
  if (error) {
    return (
      <div className={styles.notice} role="alert">
        <h3>{t('table.failed')}</h3>
        <p>{reason}</p>
        <div className={styles.actions}>
          <Button size="xs" variant="default" onClick={onRetry}>
            {t('table.retry')}
          </Button>
          {narrowed && clear}
        </div>
      </div>
    )
  }
  return (
    <div className={styles.notice} role="status">
      <h3>{t(narrowed ? 'table.nothing' : 'table.nothingYet', { layer: name })}</h3>
      <p>{t(narrowed ? 'table.nothingHint' : 'table.nothingYetHint')}</p>
      {narrowed && <div className={styles.actions}>{clear}</div>}
    </div>
  )
}
