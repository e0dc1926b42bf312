import { IconFlagPlus, IconPlayerStopFilled } from '@tabler/icons-react'
import { useRights } from '../../access/use_rights.ts'
import { openCaseReport } from '../../cases/report/open_report.ts'
import { useRiversWords } from '../use_rivers_words.ts'
import { CoverBar } from './CoverBar.tsx'
import type { Figures } from './figures.ts'
import { LiveFigures } from './LiveFigures.tsx'
import { LiveNotes } from './LiveNotes.tsx'
import styles from './Patrol.module.css'
import { endPatrol, usePatrol } from './recorder.ts'
import type { StoredPatrol } from './track.ts'

/** While somebody walks: how far he is against the rule, what is still missing, and the two things he may want to do. */
export function LivePart({ patrol, figures }: { patrol: StoredPatrol; figures: Figures }) {
  const { t, name, gaps } = useRiversWords()
  const here = usePatrol((recording) => recording.here)
  const mayReport = useRights()('cases.report')
  const { matched } = figures
  const missed = gaps(matched.gaps, 3)
  const report = () =>
    openCaseReport({
      segment_id: patrol.segment.id,
      source: 'river_patrol',
      ...(here && { longitude: here.longitude, latitude: here.latitude, accuracy_m: here.accuracy_m }),
    })
  return (
    <section className={styles.part} aria-label={t('patrol.running')} data-patrol="running">
      <h2 className={styles.running}>
        <i aria-hidden="true" />
        {name(patrol.segment)}
      </h2>
      <LiveFigures patrol={patrol} figures={figures} />
      <CoverBar patrol={patrol} figures={figures} here={here} />
      <p className={styles.missing}>
        {missed && !figures.isWhole ? t('patrol.live.missing', { gaps: missed }) : t('patrol.live.missingNone')}
      </p>
      <LiveNotes patrol={patrol} figures={figures} />
      <div className={`${styles.buttons} ${styles.foot}`}>
        {mayReport && (
          <button type="button" onClick={report}>
            <IconFlagPlus size={20} stroke={1.8} aria-hidden="true" />
            {t('patrol.live.report')}
          </button>
        )}
        <button type="button" data-main="true" onClick={() => void endPatrol()}>
          <IconPlayerStopFilled size={18} aria-hidden="true" />
          {t('patrol.live.finish')}
        </button>
      </div>
    </section>
  )
}
