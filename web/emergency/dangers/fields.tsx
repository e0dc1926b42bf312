import { type ReactNode, useId } from 'react'
import styles from './Dangers.module.css'

export function Labelled({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={styles.labelled}>
      <span aria-hidden="true">{label}</span>
      {children}
    </div>
  )
}

interface MetresProps {
  readonly label: string
  readonly value: string
  readonly hint: string
  readonly error: string | undefined
  readonly onChange: (text: string) => void
}

export function MetresField({ label, value, hint, error, onChange }: MetresProps) {
  const id = useId()
  return (
    <div className={styles.number}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="text"
        inputMode="decimal"
        maxLength={8}
        value={value}
        aria-invalid={error !== undefined}
        aria-describedby={`${id}-hint`}
        onChange={({ target }) => onChange(target.value.trim())}
      />
      <span aria-hidden="true">m</span>
      <small id={`${id}-hint`} data-wrong={error !== undefined}>
        {error ?? hint}
      </small>
    </div>
  )
}
