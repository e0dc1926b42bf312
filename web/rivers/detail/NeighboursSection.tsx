import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import type { SegmentDetail } from '#geodata/rivers/records.ts'
import { formatStretch } from '../../responsibility/chainage.ts'
import { formatLength } from '../formats.ts'
import { openSegment } from '../open_segment.ts'
import { useRiversWords } from '../use_rivers_words.ts'
import { ChiefLine } from './ChiefLine.tsx'
import detail from './Detail.module.css'
import styles from './People.module.css'
import { Section } from './Section.tsx'

const SIDES = [
  ['upstream', IconArrowUp, 'source'],
  ['downstream', IconArrowDown, 'mouth'],
] as const

/** Who is upstream and who downstream: what floats by comes from one and goes to the other. */
export function NeighboursSection({ segment }: { segment: SegmentDetail }) {
  const { t } = useRiversWords()
  return (
    <Section title={t('rivers.detail.neighbours')}>
      {SIDES.map(([where, Icon, end]) => {
        const found = segment.neighbours.filter((neighbour) => neighbour.where === where)
        return (
          <div key={where} className={styles.side}>
            <h4>
              <Icon size={15} stroke={2} aria-hidden="true" />
              {t(`rivers.detail.${where}`)}
            </h4>
            {found.length === 0 && <p className={detail.faint}>{t(`rivers.detail.${end}`)}</p>}
            {found.map((neighbour) => (
              <Neighbour key={neighbour.id} neighbour={neighbour} />
            ))}
          </div>
        )
      })}
    </Section>
  )
}

function Neighbour({ neighbour }: { neighbour: SegmentDetail['neighbours'][number] }) {
  const { t, name } = useRiversWords()
  const { id, chainage_from_m, chainage_to_m, gap_m, chiefs } = neighbour
  // The village's is who stands at the water.
  const nearest = ['village', 'town', 'county']
  const [lowest] = chiefs.toSorted((one, other) => nearest.indexOf(one.level) - nearest.indexOf(other.level))
  const shown = chiefs.filter(({ level }) => level === lowest?.level)
  return (
    <div className={styles.neighbour}>
      <button
        type="button"
        aria-label={t('rivers.detail.openNeighbour', { name: name(neighbour) })}
        onClick={() => openSegment(id)}
      >
        <strong>{name(neighbour)}</strong>
        <small>
          {formatStretch(chainage_from_m, chainage_to_m)} ·{' '}
          {gap_m > 0.5 ? (
            <em className={detail.vacant}>{t('rivers.detail.gap', { length: formatLength(gap_m) })}</em>
          ) : (
            t('rivers.detail.meets')
          )}
        </small>
      </button>
      {shown.length === 0 && <em className={detail.vacant}>{t('rivers.detail.vacant')}</em>}
      {shown.map((chief) => (
        <div key={chief.assignment_id}>
          <small className={detail.faint}>{t(`rivers.chiefs.${chief.level}`)}</small>
          <ChiefLine chief={chief} within={neighbour} />
        </div>
      ))}
    </div>
  )
}
