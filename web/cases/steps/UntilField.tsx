import { useTranslation } from 'react-i18next'
import { dueAt } from '#geodata/cases/clock.ts'
import { formatDue } from '../due.ts'
import { inputMoment, momentOfInput } from '../moments.ts'
import { useWorkCalendar } from '../use_work_calendar.ts'
import styles from './Steps.module.css'

interface Props {
  /** It has to be after this. */
  readonly least: number
  /** What the handler has asked for. */
  readonly asked: string | null
  readonly until: string | null
  readonly isMissing: boolean
  readonly onChange: (until: string | null) => void
}

const DAYS = [1, 2, 5] as const

/** Until when: as asked, some office days more, or a moment. */
export function UntilField({ least, asked, until, isMissing, onChange }: Props) {
  const { t, i18n } = useTranslation()
  const calendar = useWorkCalendar()
  const later = DAYS.map((amount) => ({
    amount,
    moment: new Date(dueAt(least, { amount, unit: 'working_days' }, calendar)).toISOString(),
  }))
  return (
    <fieldset className={styles.until}>
      <legend>{t('cases.form.until')}</legend>
      <div>
        {asked && (
          <button type="button" aria-pressed={until === asked} onClick={() => onChange(asked)}>
            {t('cases.form.untilAsked')}
          </button>
        )}
        {later.map(({ amount, moment }) => (
          <button
            key={amount}
            type="button"
            aria-pressed={until !== null && until.slice(0, 16) === moment.slice(0, 16)}
            onClick={() => onChange(moment)}
          >
            +{t('cases.form.untilLater', { n: amount })}
          </button>
        ))}
      </div>
      <input
        type="datetime-local"
        aria-label={t('cases.form.until')}
        aria-invalid={isMissing}
        value={until ? inputMoment(until) : ''}
        min={inputMoment(new Date(least).toISOString())}
        onChange={({ target }) => onChange(momentOfInput(target.value))}
      />
      {until && <small>{formatDue(until, Date.now(), i18n.language)}</small>}
      {isMissing && <small role="alert">{t('cases.form.untilMissing')}</small>}
    </fieldset>
  )
}
