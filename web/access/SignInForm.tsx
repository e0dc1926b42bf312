import { Button } from '@mantine/core'
import { type FormEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Problem } from '../api/problem.ts'
import styles from './Door.module.css'
import { PasswordField, TextField } from './Fields.tsx'
import { signIn, useWorker } from './session.ts'
import type { Submit } from './use_submit.ts'

/** @param submit shared with the list of demo accounts: one sign-in at a time, one place for its failure */
export function SignInForm({ submit, returning }: { submit: Submit; returning: boolean }) {
  const { t } = useTranslation()
  const [name, setName] = useState(() => useWorker.getState().account?.name ?? '')
  const [password, setPassword] = useState('')
  const [missing, setMissing] = useState<'name' | 'password' | null>(null)
  const form = useRef<HTMLFormElement>(null)
  const focus = (field: string) => (form.current?.elements.namedItem(field) as HTMLInputElement | null)?.select()

  const send = async (event: FormEvent) => {
    event.preventDefault()
    const lacks = name.trim() === '' ? 'name' : password === '' ? 'password' : null
    setMissing(lacks)
    submit.clear()
    if (lacks) return focus(lacks)
    if (!(await submit.run(() => signIn(name.trim(), password)))) focus('password')
  }

  // What the server refuses is about this name and this password; whatever else goes wrong is not.
  const refused = submit.error instanceof Problem && submit.error.status >= 400 && submit.error.status < 500
  return (
    <form ref={form} className={styles.form} onSubmit={(event) => void send(event)} noValidate aria-busy={submit.busy}>
      <TextField
        label={t('access.name')}
        name="name"
        autoComplete="username"
        autoCapitalize="off"
        autoCorrect="off"
        spellCheck={false}
        autoFocus={!returning}
        data-autofocus={returning ? undefined : true}
        maxLength={60}
        value={name}
        error={missing === 'name' ? t('access.nameMissing') : undefined}
        onChange={({ target }) => setName(target.value)}
      />
      <PasswordField
        label={t('access.password')}
        name="password"
        autoComplete="current-password"
        autoFocus={returning}
        data-autofocus={returning ? true : undefined}
        maxLength={200}
        value={password}
        error={missing === 'password' ? t('access.passwordMissing') : refused ? submit.reason : undefined}
        onChange={({ target }) => setPassword(target.value)}
      />
      {submit.error !== null && !refused && (
        <p className={styles.failure} role="alert">
          {submit.reason}
        </p>
      )}
      <Button
        type="submit"
        size="md"
        fullWidth
        loading={submit.busy}
        aria-label={submit.busy ? t('access.signingIn') : undefined}
      >
        {t('access.signIn')}
      </Button>
    </form>
  )
}
