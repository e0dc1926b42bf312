import { Button } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './ColumnFilter.module.css'
import type { FilterProps } from './ColumnFilter.tsx'
import { readContaining, writeContaining } from './question.ts'

const LONGEST = 190

export function TextFilter({ column, condition, onChange, onDone }: FilterProps) {
  const { t } = useTranslation()
  const [text, setText] = useState(() => readContaining(condition))
  const finish = (wanted: string) => {
    onChange(writeContaining(wanted))
    onDone()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    finish(text)
  }
  return (
    <form onSubmit={submit}>
      <h3 className={styles.heading}>
        {column.label} · {t('table.contains')}
      </h3>
      <input
        className={styles.input}
        type="text"
        maxLength={LONGEST}
        aria-label={`${column.label} ${t('table.contains')}`}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <p className={styles.hint}>{t('table.containsHint')}</p>
      <div className={styles.actions}>
        <Button size="xs" variant="subtle" onClick={() => finish('')}>
          {t('table.any')}
        </Button>
        <Button size="xs" type="submit">
          {t('table.apply')}
        </Button>
      </div>
    </form>
  )
}
