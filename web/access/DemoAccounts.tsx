import { IconChevronRight } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import styles from './Door.module.css'
import { type DemoAccount, signIn } from './session.ts'
import type { Submit } from './use_submit.ts'

/** In a demo everybody may be anybody: who there is, what each can do, and in with one click. */
export function DemoAccounts({ accounts, submit }: { accounts: readonly DemoAccount[]; submit: Submit }) {
  const { t } = useTranslation()
  const passwords = [...new Set(accounts.map(({ password }) => password))]
  return (
    <section className={styles.demo} aria-labelledby="demo-accounts">
      <h2 id="demo-accounts">{t('access.demoTitle')}</h2>
      <p>{t('access.demoHint')}</p>
      <ul>
        {accounts.map(({ name, display_name, password, roles }) => {
          const grant = roles?.[0]
          return (
            <li key={name}>
              <button type="button" disabled={submit.busy} onClick={() => void submit.run(() => signIn(name, password))}>
                <span className={styles.who}>
                  <strong>{display_name}</strong>
                  <code>{name}</code>
                </span>
                {grant && (
                  <small>
                    {t(`access.demoFor.${grant.role}`)} · {t(`access.demoReach.${reachOf(grant.territory_code)}`)}
                  </small>
                )}
                <IconChevronRight size={16} stroke={1.6} aria-hidden="true" />
              </button>
            </li>
          )
        })}
      </ul>
      {passwords.length === 1 && <p className={styles.passwords}>{t('access.demoPassword', { password: passwords[0] })}</p>}
    </section>
  )
}

const REACH = { 0: 'everywhere', 6: 'county', 9: 'town', 12: 'community' } as const
const reachOf = (code: string) => REACH[code.length as keyof typeof REACH] ?? 'everywhere'
