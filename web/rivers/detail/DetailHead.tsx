import { IconFlagPlus, IconFocusCentered, IconRoute } from '@tabler/icons-react'
import type { SegmentDetail } from '#geodata/rivers/records.ts'
import { useRights } from '../../access/use_rights.ts'
import { openCaseReport } from '../../cases/report/open_report.ts'
import { formatStretch } from '../../responsibility/chainage.ts'
import { useConsole } from '../../state/store.ts'
import { formatLength } from '../formats.ts'
import { beginOn, blocksPatrol } from '../patrol/begin.ts'
import { usePatrol } from '../patrol/recorder.ts'
import { PatrolMark } from '../status/PatrolMark.tsx'
import { useRiversWords } from '../use_rivers_words.ts'
import styles from './Detail.module.css'

/** What it is and where, how its patrols stand, and what can be done there. */
export function DetailHead({ segment }: { segment: SegmentDetail }) {
  const { t, name, since, due } = useRiversWords()
  const { river_name, chainage_from_m, chainage_to_m, length_m, start_place, end_place, code, bbox, my_level, patrols } = segment
  const own = patrols.find(({ level }) => level === my_level) ?? patrols.at(-1)
  return (
    <header className={styles.head}>
      <h2>{name(segment)}</h2>
      <p className={styles.limits}>
        {river_name} ·{' '}
        {t('rivers.detail.stretch', { stretch: formatStretch(chainage_from_m, chainage_to_m), length: formatLength(length_m) })}
        {start_place && end_place && <span>{t('rivers.detail.fromTo', { start: start_place, end: end_place })}</span>}
        <span className={styles.code}>{t('rivers.detail.code', { code })}</span>
      </p>
      {own && (
        <p className={styles.standing}>
          <PatrolMark patrol={own} />
          <span>
            {t(`rivers.levels.${own.level}`)} · {since(own)} · {due(own)}
          </span>
        </p>
      )}
      <div className={styles.actions}>
        <BeginButton segment={segment} />
        {segment.may.report && (
          <button
            type="button"
            className={styles.action}
            onClick={() => openCaseReport({ segment_id: segment.id, source: 'river_patrol' })}
          >
            <IconFlagPlus size={19} stroke={1.8} aria-hidden="true" />
            {t('rivers.detail.report')}
          </button>
        )}
        <button type="button" className={styles.action} onClick={() => useConsole.getState().fly({ extent: bbox })}>
          <IconFocusCentered size={19} stroke={1.8} aria-hidden="true" />
          {t('rivers.detail.show')}
        </button>
      </div>
    </header>
  )
}

function BeginButton({ segment }: { segment: SegmentDetail }) {
  const { t, day } = useRiversWords()
  const patrol = usePatrol((recording) => recording.patrol)
  const mayPatrol = useRights()('rivers.patrol')
  if (!segment.may.patrol) return mayPatrol ? <p className={styles.faint}>{t('rivers.detail.mayNotPatrol')}</p> : null
  const rule = segment.rules.find(({ level }) => level === segment.my_level)
  const last = rule && blocksPatrol(segment, rule, Date.now())
  return (
    <>
      <button type="button" className={styles.action} data-main="true" disabled={!rule} onClick={() => void beginOn(segment)}>
        <IconRoute size={20} stroke={1.8} aria-hidden="true" />
        {t(patrol ? 'patrol.open' : 'rivers.detail.beginPatrol')}
      </button>
      {rule && last && !patrol && (
        <p className={styles.hint}>{t('patrol.before.tooSoon', { day: day(last), hours: rule.minimum_hours_apart })}</p>
      )}
    </>
  )
}
