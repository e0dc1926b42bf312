import type { ReactNode } from 'react'
import styles from './GridImport.module.css'

interface Props {
  readonly label: string
  readonly hint?: ReactNode
  readonly error?: string | undefined
  /** What is inside has a label of its own. */
  readonly group?: boolean
  readonly children: ReactNode
}

/** A thing that is asked, what about it, and what is wrong with the answer. */
export function Field({ label, hint, error, group = false, children }: Props) {
  const about = error ? (
    <p className={styles.error} role="alert">
      {error}
    </p>
  ) : (
    hint && <p className={styles.hint}>{hint}</p>
  )
  if (group)
    return (
      <fieldset className={styles.group}>
        <legend>{label}</legend>
        {children}
        {about}
      </fieldset>
    )
  return (
    <div className={styles.field}>
      {/* biome-ignore lint/a11y/noLabelWithoutControl: the control is given from outside */}
      <label>
        {label}
        {children}
      </label>
      {about}
    </div>
  )
}
