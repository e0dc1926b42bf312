import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react'
import type { Patrol } from '#geodata/rivers/records.ts'
import { formatTime } from '../../values/times.ts'
import { formatLength } from '../formats.ts'
import status from '../status/Status.module.css'
import { useRiversWords } from '../use_rivers_words.ts'
import styles from './Record.module.css'
import { shortfallWords } from './shortfalls.ts'

const FLAGS = ['time_backwards', 'low_accuracy', 'jump', 'implausible_speed', 'pause', 'off_river', 'even_steps'] as const
type Flag = (typeof FLAGS)[number]
const isFlag = (code: string): code is Flag => FLAGS.includes(code as Flag)

/** A patrol that was handed in: who and when, what it came to, and what was missing. */
export function PatrolRecord({ patrol, showsSegment = false }: { patrol: Patrol; showsSegment?: boolean }) {
  const { t, name, gaps, language } = useRiversWords()
  const { started_at, minutes, walked_m, covered_percent, is_valid, person, account_name, level, reason, remark, clock_state } =
    patrol
  const Sign = is_valid ? IconCircleCheck : IconAlertTriangle
  const flags = patrol.flags.filter(({ code }) => isFlag(code))
  const missed = gaps(patrol.gaps, 4)
  const begun = formatTime(started_at, language)
  return (
    <li className={styles.record} aria-label={t('rivers.record.label', { day: begun })}>
      <p>
        <strong>{begun}</strong>
        <span className={status.mark} data-tone={is_valid ? 'good' : 'bad'}>
          <Sign size={15} stroke={2} aria-hidden="true" />
          {t(is_valid ? 'rivers.record.valid' : 'rivers.record.short')}
        </span>
      </p>
      <small>
        {showsSegment && `${(language === 'en' && patrol.segment_name_en) || patrol.segment_name} · `}
        {person ? name(person) : account_name} · {t(`rivers.levels.${level}`)}
      </small>
      <small className={styles.came}>
        {t('rivers.record.figures', {
          minutes: Math.floor(minutes),
          walked: formatLength(walked_m),
          percent: Math.floor(covered_percent),
        })}
      </small>
      {missed && covered_percent < 100 && <small className={styles.gaps}>{t('rivers.record.gaps', { gaps: missed })}</small>}
      {!is_valid && patrol.shortfalls.length > 0 && (
        <small className={styles.short}>{shortfallWords(patrol.shortfalls, t).join(t('patrol.live.and'))}</small>
      )}
      {reason && <small>{t('rivers.record.reason', { text: reason })}</small>}
      {remark && <small>{t('rivers.record.remark', { text: remark })}</small>}
      {flags.length > 0 && (
        <small className={styles.faint}>
          {flags
            .map(({ code, times }) => t('rivers.record.flag', { flag: t(`rivers.record.flags.${code as Flag}`), n: times }))
            .join(t('patrol.live.and'))}
        </small>
      )}
      {clock_state !== 'right' && <small className={styles.faint}>{t(`rivers.record.clock.${clock_state}`)}</small>}
    </li>
  )
}
