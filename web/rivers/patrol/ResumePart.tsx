import { IconPlayerPlay, IconPlayerStop } from '@tabler/icons-react'
import { formatTime } from '../../values/times.ts'
import { formatLength } from '../formats.ts'
import { useRiversWords } from '../use_rivers_words.ts'
import { CoverBar } from './CoverBar.tsx'
import { DropPatrol } from './DropPatrol.tsx'
import type { Figures } from './figures.ts'
import styles from './Patrol.module.css'
import { endPatrol, goOn, usePatrol } from './recorder.ts'
import type { StoredPatrol } from './track.ts'

/** Beyond it a track is none any more; whoever forgot to end it yesterday begins anew today. */
const LONGEST_MS = 20 * 3_600_000

const TROUBLES = {
  other_window: 'patrol.resume.otherWindow',
  insecure: 'patrol.before.insecure',
  denied: 'patrol.live.denied',
  unavailable: 'patrol.live.unavailable',
} as const

/** A page that was closed, a battery that was empty, positions that were forbidden: what was walked is there, and goes on. */
export function ResumePart({ patrol, figures }: { patrol: StoredPatrol; figures: Figures }) {
  const { t, name, language } = useRiversWords()
  const { points, trouble } = usePatrol()
  const { matched } = figures
  const time = (at: number) => formatTime(new Date(at).toISOString(), language)
  const last = points.at(-1)?.[2]
  const isOld = Date.now() - Date.parse(patrol.started_at) > LONGEST_MS
  return (
    <section className={styles.part} aria-label={t('patrol.resume.title')}>
      <h2>{t('patrol.resume.title')}</h2>
      <p className={styles.about}>
        {t('patrol.resume.about', {
          segment: name(patrol.segment),
          time: time(Date.parse(patrol.started_at)),
          minutes: Math.floor(matched.minutes),
          walked: formatLength(matched.walked_m),
          percent: Math.floor(matched.covered_percent),
        })}{' '}
        {last !== undefined && t('patrol.resume.interrupted', { time: time(last) })}
      </p>
      <CoverBar patrol={patrol} figures={figures} here={null} />
      {trouble && (
        <p className={styles.warning} role="alert">
          {t(TROUBLES[trouble])}
        </p>
      )}
      <div className={styles.buttons}>
        {!isOld && (
          <button type="button" data-main="true" onClick={() => void goOn()}>
            <IconPlayerPlay size={20} stroke={1.8} aria-hidden="true" />
            {t('patrol.resume.goOn')}
          </button>
        )}
        <button type="button" data-main={isOld} onClick={() => void endPatrol()}>
          <IconPlayerStop size={20} stroke={1.8} aria-hidden="true" />
          {t('patrol.resume.finish')}
        </button>
      </div>
      <DropPatrol />
    </section>
  )
}
