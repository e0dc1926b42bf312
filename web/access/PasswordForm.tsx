import { Button } from '@mantine/core'
import { type FormEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './Door.module.css'
import { PasswordField } from './Fields.tsx'
import { changePassword } from './session.ts'
import { useSubmit } from './use_submit.ts'

const SHORTEST = 10

interface Props {
  /** For whom: password managers store the new one under it. */
  readonly name: string
  /** The present password where it was typed a moment ago. */
  readonly present?: string | null
  readonly onDone?: () => void
}

export function PasswordForm({ name, present: known = null, onDone }: Props) {
  const { t } = useTranslation()
  const submit = useSubmit()
  const form = useRef<HTMLFormElement>(null)
  const [present, setPresent] = useState('')
  const [password, setPassword] = useState('')
  const [again, setAgain] = useState('')
  const [wrong, setWrong] = useState<Readonly<Record<string, string>>>({})
  const focus = (field: string) => (form.current?.elements.namedItem(field) as HTMLInputElement | null)?.select()

  const send = async (event: FormEvent) => {
    event.preventDefault()
    submit.clear()
    const faults = {
      ...(known === null && present === '' && { present: t('access.passwordMissing') }),
      ...([...password].length < SHORTEST && { password: t('access.passwordShort') }),
      ...(password !== again && { again: t('access.passwordsDiffer') }),
    }
    setWrong(faults)
    const [first] = Object.keys(faults)
    if (first) return focus(first)
    if (await submit.run(() => changePassword(known ?? present, password))) onDone?.()
    else focus(known === null ? 'present' : 'password')
  }
  const faultOf = (field: string) => wrong[field] ?? (submit.field === field ? submit.reason : undefined)
  const elsewhere = submit.error !== null && !['present', 'password'].includes(submit.field ?? '')

  return (
    <form ref={form} className={styles.form} onSubmit={(event) => void send(event)} noValidate aria-busy={submit.busy}>
      <input
        className="visually-hidden"
        type="text"
        name="username"
        autoComplete="username"
        value={name}
        readOnly
        tabIndex={-1}
        aria-hidden="true"
      />
      {known === null && (
        <PasswordField
          label={t('access.presentPassword')}
          name="present"
          autoComplete="current-password"
          data-autofocus
          value={present}
          error={faultOf('present')}
          onChange={({ target }) => setPresent(target.value)}
        />
      )}
      <PasswordField
        label={t('access.newPassword')}
        name="password"
        autoComplete="new-password"
        autoFocus={known !== null}
        {...(known !== null && { 'data-autofocus': true })}
        maxLength={200}
        hint={t('access.passwordHint')}
        value={password}
        error={faultOf('password')}
        onChange={({ target }) => setPassword(target.value)}
      />
      <PasswordField
        label={t('access.newPasswordAgain')}
        name="again"
        autoComplete="new-password"
        maxLength={200}
        value={again}
        error={faultOf('again')}
        onChange={({ target }) => setAgain(target.value)}
      />
      {elsewhere && (
        <p className={styles.failure} role="alert">
          {submit.reason}
        </p>
      )}
      <Button type="submit" size="md" fullWidth loading={submit.busy}>
        {t('access.savePassword')}
      </Button>
    </form>
  )
}
