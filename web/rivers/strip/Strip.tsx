import { useMemo } from 'react'
import type { RiverStrip } from '#geodata/rivers/records.ts'
import { formatStretch } from '../../responsibility/chainage.ts'
import { formatLength } from '../formats.ts'
import { openSegment } from '../open_segment.ts'
import { PatrolIcon, toneOf } from '../status/PatrolMark.tsx'
import { ProblemsMark } from '../status/ProblemsMark.tsx'
import { WaterSign } from '../status/WaterChip.tsx'
import { useRiversWords } from '../use_rivers_words.ts'
import { layoutStrip, type StripRow } from './layout.ts'
import styles from './Strip.module.css'
import { StripDrawing } from './StripDrawing.tsx'

/** The river from its source at the top to its mouth, each segment to be opened by a tap. */
export function Strip({ strip, own }: { strip: RiverStrip; own: ReadonlySet<number> }) {
  const { t, language } = useRiversWords()
  const layout = useMemo(() => layoutStrip(strip), [strip])
  const label = t('rivers.strip.label', { name: strip.river_name, length: formatLength(strip.length_m) })
  return (
    <div className={styles.strip} lang={language}>
      <p className={styles.end}>{t('rivers.strip.source')}</p>
      <div className={styles.river} style={{ height: layout.height }}>
        <StripDrawing strip={strip} layout={layout} label={label} />
        <ol aria-label={label}>
          {layout.rows.map((row) => (
            <li key={row.from_m} style={{ height: row.height }}>
              {row.segment ? <Segment row={row} segment={row.segment} isOwn={own.has(row.segment.id)} /> : <Gap row={row} />}
            </li>
          ))}
        </ol>
      </div>
      <p className={styles.end}>{t('rivers.strip.mouth')}</p>
      <Legend />
    </div>
  )
}

function Segment({ row, segment, isOwn }: { row: StripRow; segment: NonNullable<StripRow['segment']>; isOwn: boolean }) {
  const { t, name, standing, since } = useRiversWords()
  const { patrol, water, problems, id } = segment
  const title = name(segment)
  const stretch = formatStretch(row.from_m, row.to_m)
  return (
    <button
      type="button"
      className={styles.segment}
      data-own={isOwn}
      aria-label={t('rivers.strip.segment', { name: title, stretch, state: standing(patrol) })}
      onClick={() => openSegment(id)}
    >
      <PatrolIcon patrol={patrol} size={20} />
      <span>
        <strong>{title}</strong>
        <b data-tone={toneOf(patrol)}>{standing(patrol)}</b>
        <small>{since(patrol)}</small>
      </span>
      <span className={styles.signs}>
        <WaterSign water_class={water.water_class} />
        <ProblemsMark open={problems} overdue={row.cases.filter(({ overdue }) => overdue).length} />
      </span>
    </button>
  )
}

function Gap({ row }: { row: StripRow }) {
  const { t } = useRiversWords()
  return <p className={styles.gap}>{t('rivers.strip.gap', { stretch: formatStretch(row.from_m, row.to_m) })}</p>
}

function Legend() {
  const { t } = useRiversWords()
  return (
    <ul className={styles.legend} aria-label={t('rivers.strip.legend')}>
      {(['good', 'attention', 'bad'] as const).map((tone) => (
        <li key={tone}>
          <svg viewBox="0 0 12 26" aria-hidden="true">
            <path className={styles.water} data-tone={tone} d="M6 1V25" />
          </svg>
          {t(`rivers.map.${tone}`)}
        </li>
      ))}
      <li>
        <svg viewBox="0 0 12 26" aria-hidden="true">
          <path className={styles.case} data-late="false" d="M1 8h10l-3 5 3 5h-10z" />
        </svg>
        {t('rivers.strip.legendCase')}
      </li>
      <li>
        <svg viewBox="0 0 24 26" aria-hidden="true">
          <path className={styles.station} data-class="III" d="M12 2l11 11-11 11L1 13z" />
          <text className={styles.numeral} x="12" y="17">
            Ⅲ
          </text>
        </svg>
        {t('rivers.strip.legendStation')}
      </li>
    </ul>
  )
}
