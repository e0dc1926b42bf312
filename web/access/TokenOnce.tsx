import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Secret } from './Secret.tsx'
import styles from './Tokens.module.css'
import type { NewToken } from './tokens.ts'

/** The only time that a token is shown, and how to use it. */
export function TokenOnce({ token: { token }, onDone }: { token: NewToken; onDone: () => void }) {
  const { t } = useTranslation()
  const address = `${location.origin}/api/`
  const command = `curl -H "Authorization: Bearer ${token}" "${location.origin}/api/collections"`
  return (
    <>
      <p className={styles.once} role="status">
        {t('access.tokenOnce')}
      </p>
      <Secret text={token} copy={t('access.copyToken')} leading />
      <section className={styles.use}>
        <h3>{t('access.tokenQgis')}</h3>
        <ol>
          <li>{t('access.qgisSteps.authentication')}</li>
          <li>{t('access.qgisSteps.connection')}</li>
        </ol>
        <Secret text={address} copy={t('access.copyAddress')} />
        <h3>{t('access.tokenCurl')}</h3>
        <Secret text={command} copy={t('access.copyCommand')} />
      </section>
      <div className={styles.actions}>
        <Button variant="default" onClick={onDone}>
          {t('access.done')}
        </Button>
      </div>
    </>
  )
}
