import { Button, Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatAge, formatDay } from '../values/times.ts'
import { useReason } from '../values/use_reason.ts'
import styles from './Tokens.module.css'
import { deleteToken, type Token, tokensQuery } from './tokens.ts'
import { useSubmit } from './use_submit.ts'

export function TokenList() {
  const { t } = useTranslation()
  const { data, error, refetch } = useQuery(tokensQuery)
  const reason = useReason(error)
  if (error && !data) {
    return (
      <div className={styles.failure} role="alert">
        <span>{t('access.loadFailed', { reason })}</span>
        <Button size="xs" variant="light" onClick={() => void refetch()}>
          {t('access.retry')}
        </Button>
      </div>
    )
  }
  if (!data) return <Skeleton height={56} radius="md" mb={20} />
  if (data.length === 0) return <p className={styles.none}>{t('access.tokensNone')}</p>
  return (
    <ul className={styles.list}>
      {data.map((token) => (
        <TokenRow key={token.id} token={token} />
      ))}
    </ul>
  )
}

function TokenRow({ token: { id, name, read_only, expires_at, last_used_at } }: { token: Token }) {
  const { t, i18n } = useTranslation()
  const [asking, setAsking] = useState(false)
  const submit = useSubmit()
  const now = Date.now()
  const expired = Date.parse(expires_at) < now
  return (
    <li className={styles.token} data-expired={expired}>
      <div className={styles.row}>
        <div className={styles.words}>
          <strong>{name}</strong>
          <small>
            {t(read_only ? 'access.readOnly' : 'access.readWrite')}
            {' · '}
            {expired ? t('access.expired') : t('access.expires', { day: formatDay(expires_at, i18n.language) })}
            {' · '}
            {last_used_at ? t('access.used', { age: formatAge(last_used_at, now, i18n.language) }) : t('access.usedNever')}
          </small>
        </div>
        {!asking && (
          <Button
            variant="subtle"
            size="xs"
            color="red"
            aria-label={t('access.deleteToken', { name })}
            onClick={() => setAsking(true)}
          >
            {t('access.delete')}
          </Button>
        )}
      </div>
      {asking && (
        <div className={styles.ask}>
          <p role="alert">{submit.reason || t('access.deleteTokenAsk')}</p>
          <Button variant="default" size="xs" onClick={() => setAsking(false)} autoFocus>
            {t('access.cancel')}
          </Button>
          <Button
            size="xs"
            color="red.9"
            loading={submit.busy}
            aria-label={t('access.deleteToken', { name })}
            onClick={() => void submit.run(() => deleteToken(id))}
          >
            {t('access.delete')}
          </Button>
        </div>
      )}
    </li>
  )
}
