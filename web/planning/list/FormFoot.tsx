import type { ReactNode } from 'react'
import side from '../../responsibility/side/Side.module.css'
import styles from './PlanList.module.css'

interface Props {
  /** Why it was refused; empty while it was not. */
  readonly reason: string
  readonly submit: string
  readonly disabled: boolean
  readonly cancel: string
  readonly onCancel: () => void
  /** More buttons. */
  readonly children?: ReactNode
}

/** How every form at the side ends. */
export function FormFoot({ reason, submit, disabled, cancel, onCancel, children }: Props) {
  return (
    <>
      {reason && (
        <p className={styles.error} role="alert">
          {reason}
        </p>
      )}
      <div className={styles.buttons}>
        <button type="submit" className={side.button} data-main="true" disabled={disabled}>
          {submit}
        </button>
        <button type="button" className={side.button} onClick={onCancel}>
          {cancel}
        </button>
        {children}
      </div>
    </>
  )
}
