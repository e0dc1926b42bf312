import { Menu } from '@mantine/core'
import { IconChevronDown, IconCloudDownload, IconDevices, IconKey, IconLock, IconLogout } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../frame/Dialog.tsx'
import { PackDialog } from '../offline/PackDialog.tsx'
import styles from './AccountMenu.module.css'
import { PasswordForm } from './PasswordForm.tsx'
import { type OwnAccount, signOut, useWorker } from './session.ts'
import { TokensDialog } from './TokensDialog.tsx'
import { useTerritoryName } from './territories.ts'
import { useSubmit } from './use_submit.ts'

const ICON = { size: 17, stroke: 1.6 } as const

/** Who works here, and what he can do about his own account. */
export function AccountMenu({ compact = false }: { compact?: boolean }) {
  const account = useWorker((worker) => worker.account)
  return account && <OwnMenu account={account} compact={compact} />
}

function OwnMenu({ account, compact }: { account: OwnAccount; compact: boolean }) {
  const { t } = useTranslation()
  const [dialog, setDialog] = useState<'password' | 'tokens' | 'pack' | null>(null)
  const leaving = useSubmit()
  const close = () => setDialog(null)
  return (
    <>
      <Menu position="bottom-end" width={264} shadow="md" offset={6} closeOnItemClick>
        <Menu.Target>
          <button
            type="button"
            className={styles.target}
            data-compact={compact}
            aria-label={t('access.menu', { name: account.display_name })}
          >
            <span className={styles.seal} aria-hidden="true">
              {initialOf(account.display_name)}
            </span>
            {!compact && (
              <>
                <span className={styles.name}>{account.display_name}</span>
                <IconChevronDown size={14} stroke={1.8} aria-hidden="true" />
              </>
            )}
          </button>
        </Menu.Target>
        <Menu.Dropdown className={styles.menu}>
          <Who account={account} />
          <Menu.Divider />
          <Menu.Item leftSection={<IconLock {...ICON} />} onClick={() => setDialog('password')}>
            {t('access.changePassword')}
          </Menu.Item>
          <Menu.Item leftSection={<IconKey {...ICON} />} onClick={() => setDialog('tokens')}>
            {t('access.tokens')}
          </Menu.Item>
          <Menu.Item leftSection={<IconCloudDownload {...ICON} />} onClick={() => setDialog('pack')}>
            {t('offline.title')}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item leftSection={<IconLogout {...ICON} />} onClick={() => void leaving.run(() => signOut('here'))}>
            {t('access.signOut')}
          </Menu.Item>
          <Menu.Item leftSection={<IconDevices {...ICON} />} onClick={() => void leaving.run(() => signOut('everywhere'))}>
            {t('access.signOutEverywhere')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {leaving.reason && (
        <Dialog title={t('access.signOut')} onClose={leaving.clear}>
          <p className={styles.text} role="alert">
            {t('access.signOutFailed', { reason: leaving.reason })}
          </p>
        </Dialog>
      )}
      {dialog === 'password' && <PasswordDialog name={account.name} onClose={close} />}
      {dialog === 'tokens' && <TokensDialog onClose={close} />}
      {dialog === 'pack' && <PackDialog onClose={close} />}
    </>
  )
}

function Who({ account: { display_name, name, roles } }: { account: OwnAccount }) {
  const { t } = useTranslation()
  const territoryName = useTerritoryName(roles.map(({ territory_code }) => territory_code))
  return (
    <div className={styles.who}>
      <strong>{display_name}</strong>
      {name !== display_name && <span className={styles.account}>{name}</span>}
      <ul>
        {roles.map(({ role, territory_code }) => (
          <li key={`${role}.${territory_code}`}>
            <span>{t(`access.roles.${role}`)}</span>
            <span>{territoryName(territory_code)}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}

function PasswordDialog({ name, onClose }: { name: string; onClose: () => void }) {
  const { t } = useTranslation()
  const [done, setDone] = useState(false)
  return (
    <Dialog title={t('access.changePassword')} onClose={onClose}>
      {done ? (
        <p className={styles.text} role="status">
          {t('access.passwordChanged')}
        </p>
      ) : (
        <PasswordForm name={name} onDone={() => setDone(true)} />
      )}
    </Dialog>
  )
}

/** 李 of 李建国; J of Jane; of the county's planner, 县. */
const initialOf = (name: string): string => [...name.trim()][0]?.toUpperCase() ?? ''
