import { IconCloudOff } from '@tabler/icons-react'
import { useRights } from '../../access/use_rights.ts'
import { formatTime } from '../../values/times.ts'
import { useRiversWords } from '../use_rivers_words.ts'
import styles from './KeptBand.module.css'

/** That what is seen was kept on the device, of when it is, and what can be done all the same. */
export function KeptBand({ at }: { at: number | null }) {
  const { t, language } = useRiversWords()
  const mayPatrol = useRights()('rivers.patrol')
  if (at === null) return null
  return (
    <p className={styles.band} role="status">
      <IconCloudOff size={17} stroke={1.8} aria-hidden="true" />
      <span>
        {t('rivers.list.kept', { time: formatTime(new Date(at).toISOString(), language) })}
        {mayPatrol && ` ${t('rivers.list.keptWalk')}`}
      </span>
    </p>
  )
}
