import { IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Column } from './columns.ts'
import { sayCondition } from './condition.ts'
import styles from './FilterChips.module.css'
import { plainQuestion, withFilter } from './question.ts'
import { useConditionWords } from './use_condition_words.ts'
import type { Asking } from './use_question.ts'

interface Props {
  readonly columns: readonly Column[]
  readonly asking: Asking
}

/** The conditions on fields, in words. Whoever opens a link must see what is being left out. */
export function FilterChips({ columns, asking: { question, ask } }: Props) {
  const { t, i18n } = useTranslation()
  const words = useConditionWords()
  const chips = Object.entries(question.filters).flatMap(([name, condition]) => {
    const column = columns.find(({ field }) => field.name === name)
    return column ? [{ name, label: column.label, text: sayCondition(column, condition, i18n.language, words) }] : []
  })
  if (chips.length === 0) return null
  return (
    <ul className={styles.chips} aria-label={t('table.conditions')}>
      {chips.map(({ name, label, text }) => (
        <li key={name}>
          <span>{label}</span>
          <b>{text}</b>
          <button
            type="button"
            aria-label={t('table.remove', { condition: `${label} ${text}` })}
            onClick={() => ask(withFilter(question, name, null))}
          >
            <IconX size={13} stroke={2} />
          </button>
        </li>
      ))}
      <li className={styles.all}>
        <button type="button" onClick={() => ask({ ...plainQuestion(question.layer), sort: question.sort })}>
          {t('table.clear')}
        </button>
      </li>
    </ul>
  )
}
