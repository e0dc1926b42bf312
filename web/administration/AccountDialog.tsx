import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Secret } from '../access/Secret.tsx'
import { Dialog } from '../frame/Dialog.tsx'
import styles from './AccountDialog.module.css'
import { AccountForm } from './AccountForm.tsx'
import type { Account, AccountWithPassword } from './accounts.ts'

/** Makes or changes an account; what comes with a password for one use shows it, this once. */
export function AccountDialog({ account, onClose }: { account: Account | null; onClose: () => void }) {
  const { t } = useTranslation()
  const [told, setTold] = useState<AccountWithPassword | null>(null)
  if (told) {
    return (
      <Dialog title={t('access.oneTimeTitle', { name: told.display_name })} onClose={onClose}>
        <p className={styles.once} role="status">
          {t('access.oneTime')}
        </p>
        <Secret text={told.one_time_password} copy={t('access.copyPassword')} leading />
        <div className={styles.actions}>
          <Button variant="default" onClick={onClose}>
            {t('access.done')}
          </Button>
        </div>
      </Dialog>
    )
  }
  const title = account ? t('access.edit', { name: account.display_name }) : t('access.accountNew')
  return (
    <Dialog title={title} size="large" onClose={onClose}>
      <AccountForm account={account} onDone={onClose} onPassword={setTold} />
    </Dialog>
  )
}
