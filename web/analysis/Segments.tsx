import { useId } from 'react'
import styles from './Segments.module.css'

interface Props<Value extends string | number> {
  readonly label: string
  readonly value: Value
  readonly options: readonly { readonly value: Value; readonly label: string; readonly title?: string }[]
  readonly onChange: (value: Value) => void
}

/** One of a few, all in sight. */
export function Segments<Value extends string | number>({ label, value, options, onChange }: Props<Value>) {
  const name = useId()
  return (
    <fieldset className={styles.segments}>
      <legend className="visually-hidden">{label}</legend>
      {options.map((option) => (
        <label key={option.value} title={option.title} data-chosen={option.value === value}>
          <input
            className="visually-hidden"
            type="radio"
            aria-label={option.title}
            name={name}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          {option.label}
        </label>
      ))}
    </fieldset>
  )
}
