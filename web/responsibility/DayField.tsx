import { IconCalendar, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useConsole } from '../state/store.ts'
import styles from './DayField.module.css'

/** Counties work by Chinese time, wherever the browser is. */
const today = () => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)

/** The day that questions about responsibility are about: today, unless another is chosen. */
export function DayField() {
  const { t } = useTranslation()
  const day = useConsole((state) => state.day)
  const { setDay } = useConsole.getState()
  return (
    <label className={styles.day} data-other={day !== null}>
      <IconCalendar size={15} stroke={1.6} aria-hidden="true" />
      <span>{day === null ? t('responsibility.today') : t('responsibility.onDay')}</span>
      <input
        type="date"
        value={day ?? today()}
        aria-label={t('responsibility.day')}
        min="2000-01-01"
        max="2100-12-31"
        onChange={({ target }) => setDay(target.value === '' || target.value === today() ? null : target.value)}
      />
      {day !== null && (
        <button type="button" aria-label={t('responsibility.backToToday')} onClick={() => setDay(null)}>
          <IconX size={14} stroke={1.8} />
        </button>
      )}
    </label>
  )
}
