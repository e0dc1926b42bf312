import { IconCloudOff } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import styles from './OfflineBand.module.css'
import { useSource } from './source.ts'
import { packName, timeOf } from './words.ts'

/** That what is seen comes from a pack, of when it is, and what is wrong with that. */
export function OfflineBand() {
  const { t, i18n } = useTranslation()
  const pack = useSource((source) => source.pack)
  if (!pack) return null
  return (
    <p className={styles.band} data-state={pack.state} role="status">
      <IconCloudOff size={16} stroke={1.7} aria-hidden="true" />
      <span>
        {t(`offline.band.${pack.state}`, {
          name: packName(pack, i18n.language),
          made: timeOf(pack.made_at, i18n.language),
          expires: timeOf(pack.expires_at, i18n.language),
        })}
      </span>
    </p>
  )
}
