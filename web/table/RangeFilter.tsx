import { Button } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './ColumnFilter.module.css'
import type { FilterProps } from './ColumnFilter.tsx'
import { readRange, writeRange } from './question.ts'

/** From – to, both included, either may stay open. For numbers and days. */
export function RangeFilter({ column, condition, onChange, onDone }: FilterProps) {
  const { t } = useTranslation()
  const [ends, setEnds] = useState(() => readRange(condition))
  const { field, label, unit } = column
  const isDay = field.type === 'date'
  const finish = (range: readonly [string, string]) => {
    onChange(writeRange(...range))
    onDone()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    finish(ends)
  }
  const input = (end: 0 | 1) => (
    <input
      className={styles.input}
      type={isDay ? 'date' : 'number'}
      step={field.type === 'integer' ? 1 : 'any'}
      inputMode={isDay ? undefined : 'decimal'}
      aria-label={`${label} ${t(end === 0 ? 'table.from' : 'table.to')}`}
      value={ends[end]}
      onChange={({ target }) => setEnds(end === 0 ? [target.value, ends[1]] : [ends[0], target.value])}
    />
  )
  return (
    <form onSubmit={submit} noValidate>
      <h3 className={styles.heading}>{label}</h3>
      <div className={styles.range} data-days={isDay}>
        {isDay && <span className={styles.faint}>{t('table.from')}</span>}
        {input(0)}
        <span className={styles.faint}>{isDay ? t('table.to') : '–'}</span>
        {input(1)}
        {!isDay && <span className={styles.faint}>{unit}</span>}
      </div>
      <div className={styles.actions}>
        <Button size="xs" variant="subtle" onClick={() => finish(['', ''])}>
          {t('table.any')}
        </Button>
        <Button size="xs" type="submit">
          {t('table.apply')}
        </Button>
      </div>
    </form>
  )
}
