import { useTranslation } from 'react-i18next'
import { useWorker } from '../access/session.ts'
import { formatAge } from '../values/times.ts'
import styles from './AccountsPanel.module.css'
import { type Account, stateOf } from './accounts.ts'

interface Props {
  readonly account: Account
  readonly territoryName: (code: string) => string
  readonly onOpen: () => void
}

export function AccountRow({ account, territoryName, onOpen }: Props) {
  const { t, i18n } = useTranslation()
  const own = useWorker((worker) => worker.account?.id === account.id)
  const { name, display_name, roles, is_demo, last_seen_at } = account
  const state = stateOf(account)
  return (
    <li>
      <button type="button" className={styles.row} data-state={state} aria-haspopup="dialog" onClick={onOpen}>
        <span className={styles.who}>
          <strong>{display_name}</strong>
          {name !== display_name && <code>{name}</code>}
          {own && <em>{t('access.own')}</em>}
          {is_demo && <em>{t('access.demo')}</em>}
          {state !== 'active' && <em data-state={state}>{t(`access.state.${state}`)}</em>}
        </span>
        <small className={styles.seen}>
          {last_seen_at
            ? t('access.lastSeenAgo', { age: formatAge(last_seen_at, Date.now(), i18n.language) })
            : t('access.seenNever')}
        </small>
        <span className={styles.roles}>
          {roles.map(({ role, territory_code }) => (
            <span key={`${role}.${territory_code}`}>
              <b>{t(`access.roles.${role}`)}</b> {territoryName(territory_code)}
            </span>
          ))}
        </span>
      </button>
    </li>
  )
}
