import { IconChevronRight } from '@tabler/icons-react'
import type { SegmentRow } from '#geodata/rivers/records.ts'
import { formatStretch } from '../../responsibility/chainage.ts'
import { openSegment } from '../open_segment.ts'
import { PatrolIcon, toneOf } from '../status/PatrolMark.tsx'
import { ProblemsMark } from '../status/ProblemsMark.tsx'
import { WaterChip } from '../status/WaterChip.tsx'
import { useRiversWords } from '../use_rivers_words.ts'
import styles from './Item.module.css'

/** A segment in a list: how it stands in patrols first, then water and problems. */
export function SegmentItem({ segment, showsRiver }: { segment: SegmentRow; showsRiver: boolean }) {
  const { t, name, standing, since, due } = useRiversWords()
  const { patrol, water, problems, overdue_problems, chainage_from_m, chainage_to_m, river_name, bbox, id } = segment
  const title = name(segment)
  return (
    <li>
      <button
        type="button"
        className={styles.item}
        data-tone={toneOf(patrol)}
        aria-label={t('rivers.list.open', { name: title, state: standing(patrol) })}
        onClick={() => openSegment(id, bbox)}
      >
        <PatrolIcon patrol={patrol} size={24} />
        <span className={styles.about}>
          <span className={styles.title}>
            <strong>{title}</strong>
            <b>{standing(patrol)}</b>
          </span>
          <small>
            {showsRiver && `${river_name} · `}
            {formatStretch(chainage_from_m, chainage_to_m)}
          </small>
          <small className={styles.when}>
            {since(patrol)} · {due(patrol)}
          </small>
          <span className={styles.marks}>
            <WaterChip water={water} />
            <ProblemsMark open={problems} overdue={overdue_problems} />
          </span>
        </span>
        <IconChevronRight size={18} stroke={1.6} aria-hidden="true" className={styles.onward} />
      </button>
    </li>
  )
}
