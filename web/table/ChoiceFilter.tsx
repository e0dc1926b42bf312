import { useTranslation } from 'react-i18next'
import { Swatch } from '../symbols/Swatch.tsx'
import { pick } from '../words/pick.ts'
import styles from './ColumnFilter.module.css'
import type { FilterProps } from './ColumnFilter.tsx'

/** One of the values, or any: taken at once. */
export function ChoiceFilter({ column, condition, onChange, onDone }: FilterProps) {
  const { t, i18n } = useTranslation()
  const { field, label, looks } = column
  const values =
    field.type === 'choice'
      ? field.choices.map((choice) => ({ value: choice.value, text: pick(choice.label, i18n.language) }))
      : [
          { value: 'true', text: t('values.yes') },
          { value: 'false', text: t('values.no') },
        ]
  return (
    <>
      <h3 className={styles.heading}>{label}</h3>
      <fieldset className={styles.choices} aria-label={label}>
        {[{ value: null, text: t('table.any') }, ...values].map(({ value, text }) => {
          const look = value === null ? undefined : looks.get(value)
          return (
            <button
              key={value ?? ''}
              type="button"
              aria-pressed={(condition ?? null) === value}
              onClick={() => {
                onChange(value)
                onDone()
              }}
            >
              {look && <Swatch look={look} />}
              <span>{text}</span>
            </button>
          )
        })}
      </fieldset>
    </>
  )
}
