import { Button, Checkbox } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import fields from './Fields.module.css'
import { Field, TextField } from './Fields.tsx'
import styles from './Tokens.module.css'
import { makeToken, type NewToken } from './tokens.ts'
import { useSubmit } from './use_submit.ts'

const DAYS = [30, 90, 365, 1095] as const

export function TokenForm({ onCancel, onMade }: { onCancel: () => void; onMade: (token: NewToken) => void }) {
  const { t } = useTranslation()
  const submit = useSubmit()
  const [name, setName] = useState('')
  const [days, setDays] = useState<number>(365)
  const [readOnly, setReadOnly] = useState(true)
  const [missing, setMissing] = useState(false)

  const send = (event: FormEvent) => {
    event.preventDefault()
    setMissing(name.trim() === '')
    if (name.trim() === '') return
    void submit.run(async () => onMade(await makeToken({ name: name.trim(), days, read_only: readOnly })))
  }
  return (
    <form className={styles.form} onSubmit={send} noValidate>
      <TextField
        label={t('access.tokenName')}
        placeholder={t('access.tokenNamePlaceholder')}
        autoFocus
        autoComplete="off"
        maxLength={100}
        value={name}
        error={missing ? t('access.tokenNameMissing') : submit.reason || undefined}
        onChange={({ target }) => setName(target.value)}
      />
      <Field id="token-days" label={t('access.tokenDays')}>
        <select id="token-days" className={fields.select} value={days} onChange={({ target }) => setDays(Number(target.value))}>
          {DAYS.map((n) => (
            <option key={n} value={n}>
              {n === 365 ? t('access.year') : t('access.days', { n })}
            </option>
          ))}
        </select>
      </Field>
      <Checkbox
        label={t('access.tokenReadOnly')}
        description={t('access.tokenReadOnlyHint')}
        checked={readOnly}
        onChange={({ target }) => setReadOnly(target.checked)}
      />
      <div className={styles.actions}>
        <Button variant="default" onClick={onCancel}>
          {t('access.back')}
        </Button>
        <Button type="submit" loading={submit.busy}>
          {t('access.tokenMake')}
        </Button>
      </div>
    </form>
  )
}
