import { useId } from 'react'
import { useRiversWords } from '../use_rivers_words.ts'
import styles from './Fields.module.css'

const USUAL = ['flood', 'works', 'weather', 'signal'] as const

interface Props {
  readonly reason: string
  readonly onChange: (reason: string) => void
  readonly isMissing: boolean
}

/** Why it is less than the rule owes: a usual reason at a tap, or in one's own words. */
export function ReasonField({ reason, onChange, isMissing }: Props) {
  const { t } = useRiversWords()
  const id = useId()
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{t('patrol.end.reason')}</label>
      <div className={styles.usual}>
        {USUAL.map((usual) => {
          const words = t(`patrol.end.reasons.${usual}`)
          return (
            <button key={usual} type="button" aria-pressed={reason === words} onClick={() => onChange(words)}>
              {words}
            </button>
          )
        })}
      </div>
      <textarea
        id={id}
        rows={2}
        maxLength={500}
        value={reason}
        placeholder={t('patrol.end.reasonHint')}
        aria-invalid={isMissing}
        onChange={({ target }) => onChange(target.value)}
      />
      {isMissing && (
        <p className={styles.problem} role="alert">
          {t('patrol.end.reasonMissing')}
        </p>
      )}
    </div>
  )
}
