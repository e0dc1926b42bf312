import { Button, Skeleton } from '@mantine/core'
import { IconPlus, IconSearch } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useTerritoryName } from '../access/territories.ts'
import { useReason } from '../values/use_reason.ts'
import { AccountDialog } from './AccountDialog.tsx'
import { AccountRow } from './AccountRow.tsx'
import styles from './AccountsPanel.module.css'
import { type Account, accountsQuery } from './accounts.ts'

/** Who may come in, within one's own territory. */
export function AccountsPanel() {
  const { t } = useTranslation()
  const { data, error, refetch } = useQuery(accountsQuery)
  const reason = useReason(error)
  const [text, setText] = useState('')
  const [open, setOpen] = useState<Account | 'new' | null>(null)
  const territoryName = useTerritoryName((data ?? []).flatMap(({ roles }) => roles.map(({ territory_code }) => territory_code)))
  const found = (data ?? []).filter((account) => contains(account, text.trim().toLowerCase(), territoryName))

  return (
    <section className={styles.body} aria-label={t('access.accounts')}>
      <div className={styles.tools}>
        <label className={styles.find}>
          <IconSearch size={16} stroke={1.6} aria-hidden="true" />
          <span className="visually-hidden">{t('access.accountFind')}</span>
          <input
            type="search"
            placeholder={t('access.accountFind')}
            value={text}
            onChange={({ target }) => setText(target.value)}
          />
        </label>
        <Button size="sm" leftSection={<IconPlus size={16} stroke={1.8} />} onClick={() => setOpen('new')}>
          {t('access.accountNew')}
        </Button>
      </div>
      {error && !data ? (
        <div className={styles.notice} role="alert">
          <p>{t('access.loadFailed', { reason })}</p>
          <Button size="xs" variant="light" onClick={() => void refetch()}>
            {t('access.retry')}
          </Button>
        </div>
      ) : !data ? (
        [1, 2, 3].map((row) => <Skeleton key={row} height={48} radius="md" mx={20} my={10} w="auto" />)
      ) : (
        <>
          {found.length === 0 && <p className={styles.notice}>{t('access.accountNone')}</p>}
          <ul className={styles.list}>
            {found.map((account) => (
              <AccountRow key={account.id} account={account} territoryName={territoryName} onOpen={() => setOpen(account)} />
            ))}
          </ul>
          <p className={styles.hint}>
            {t('access.accountsCount', { n: data.length })} · {t('access.accountsHint')}
          </p>
        </>
      )}
      {open && <AccountDialog account={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </section>
  )
}

const contains = ({ name, display_name, roles }: Account, text: string, territoryName: (code: string) => string): boolean =>
  [name, display_name, ...roles.map(({ territory_code }) => territoryName(territory_code))].some((one) =>
    one.toLowerCase().includes(text),
  )
