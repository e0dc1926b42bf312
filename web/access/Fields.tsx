// Form fields that say what is wrong where it is wrong.
import { IconEye, IconEyeOff } from '@tabler/icons-react'
import { type ComponentProps, type ReactNode, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './Fields.module.css'

interface FieldProps extends ComponentProps<'input'> {
  readonly label: string
  readonly hint?: ReactNode
  readonly error?: string | undefined
}

export function TextField({ label, hint, error, ...input }: FieldProps) {
  const id = useId()
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      <input {...input} id={id} className={styles.input} {...explained(id, hint, error)} />
    </Field>
  )
}

/** Can be read while it is typed: nobody else may be looking, and mistakes lock accounts. */
export function PasswordField({ label, hint, error, ...input }: FieldProps) {
  const { t } = useTranslation()
  const id = useId()
  const [shown, setShown] = useState(false)
  const Icon = shown ? IconEyeOff : IconEye
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      <span className={styles.password}>
        <input
          {...input}
          id={id}
          className={styles.input}
          type={shown ? 'text' : 'password'}
          autoCapitalize="off"
          autoCorrect="off"
          spellCheck={false}
          {...explained(id, hint, error)}
        />
        <button
          type="button"
          className={styles.eye}
          aria-label={t('access.showPassword')}
          aria-pressed={shown}
          aria-controls={id}
          onClick={() => setShown(!shown)}
        >
          <Icon size={18} stroke={1.6} />
        </button>
      </span>
    </Field>
  )
}

interface FrameProps {
  readonly id: string
  readonly label: string
  readonly hint?: ReactNode
  readonly error?: string | undefined
  readonly children: ReactNode
}

export function Field({ id, label, hint, error, children }: FrameProps) {
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      {children}
      {error ? (
        <p id={`${id}-error`} className={styles.error} role="alert">
          {error}
        </p>
      ) : (
        hint && (
          <p id={`${id}-hint`} className={styles.hint}>
            {hint}
          </p>
        )
      )}
    </div>
  )
}

/** Ties a control to what is said about it. */
export const explained = (id: string, hint: ReactNode, error: string | undefined) => ({
  'aria-invalid': error !== undefined,
  'aria-describedby': error ? `${id}-error` : hint ? `${id}-hint` : undefined,
})
