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
          const role = roles?.[0]?.role
          return (
            <li key={name}>
              <button type="button" disabled={submit.busy} onClick={() => void submit.run(() => signIn(name, password))}>
                <span className={styles.who}>
                  <strong>{display_name}</strong>
                  <code>{name}</code>
                </span>
                {role && <small>{t(`access.demoFor.${role}`)}</small>}
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
