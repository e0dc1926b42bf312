import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSubmit } from '../access/use_submit.ts'
import styles from './AccountDialog.module.css'
import { type Account, type AccountWithPassword, resetPassword } from './accounts.ts'

export function ResetPassword({ account, onPassword }: { account: Account; onPassword: (account: AccountWithPassword) => void }) {
  const { t } = useTranslation()
  const [asking, setAsking] = useState(false)
  const submit = useSubmit()
  if (!asking) {
    return (
      <Button variant="subtle" onClick={() => setAsking(true)}>
        {t('access.resetPassword')}
      </Button>
    )
  }
  return (
    <div className={styles.ask}>
      <p role="alert">{submit.reason || t('access.resetAsk', { name: account.display_name })}</p>
      <div className={styles.choices}>
        <Button variant="default" size="xs" autoFocus onClick={() => setAsking(false)}>
          {t('access.cancel')}
        </Button>
        <Button
          size="xs"
          color="red.9"
          loading={submit.busy}
          onClick={() => void submit.run(async () => onPassword(await resetPassword(account)))}
        >
          {t('access.resetDo')}
        </Button>
      </div>
    </div>
  )
}
