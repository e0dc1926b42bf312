import { IconInfoCircle } from '@tabler/icons-react'
import type { PatrolFlag } from '#geodata/rivers/patrol/flags.ts'
import type { PatrolRule } from '#geodata/rivers/records.ts'
import { useRiversWords } from '../use_rivers_words.ts'
import styles from './Fields.module.css'

/** What in the track can't be, or counts for nothing, and what was made of it. */
export function EndFlags({ flags, rule }: { flags: readonly PatrolFlag[]; rule: PatrolRule }) {
  const { t } = useRiversWords()
  if (flags.length === 0) return null
  const values = {
    speed: Math.round(rule.maximum_speed_m_s * 3.6),
    minutes: Math.round(rule.maximum_pause_s / 60),
    metres: rule.corridor_m,
  }
  return (
    <div className={styles.flags}>
      <p>
        <IconInfoCircle size={16} stroke={1.8} aria-hidden="true" />
        {t('patrol.end.flags')}
      </p>
      <ul>
        {flags.map(({ code, times }) => (
          <li key={code}>
            <b>{t('rivers.record.flag', { flag: t(`rivers.record.flags.${code}`), n: times })}</b>
            <small>{t(`patrol.end.flagHints.${code}`, values)}</small>
          </li>
        ))}
      </ul>
    </div>
  )
}
