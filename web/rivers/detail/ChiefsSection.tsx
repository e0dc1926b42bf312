import { CHIEF_LEVELS, type Chief, type SegmentDetail } from '#geodata/rivers/records.ts'
import { useRiversWords } from '../use_rivers_words.ts'
import { ChiefLine } from './ChiefLine.tsx'
import styles from './Detail.module.css'
import { Section } from './Section.tsx'

/** Who answers for it, level by level; a level without anybody says so. */
export function ChiefsSection({ segment }: { segment: SegmentDetail }) {
  const { t } = useRiversWords()
  const { chiefs, police } = segment
  return (
    <Section title={t('rivers.detail.chiefs')}>
      <dl className={styles.people}>
        {CHIEF_LEVELS.map((level) => (
          <Level
            key={level}
            title={t(`rivers.chiefs.${level}`)}
            people={chiefs.filter((chief) => chief.level === level)}
            segment={segment}
          />
        ))}
        {police.length > 0 && <Level title={t('rivers.chiefs.police')} people={police} segment={segment} />}
      </dl>
    </Section>
  )
}

interface Props {
  readonly title: string
  readonly people: readonly Omit<Chief, 'level'>[]
  readonly segment: SegmentDetail
}

function Level({ title, people, segment }: Props) {
  const { t } = useRiversWords()
  return (
    <div>
      <dt>{title}</dt>
      <dd>
        {people.length === 0 && <em className={styles.vacant}>{t('rivers.detail.vacant')}</em>}
        {people.map((chief) => (
          <ChiefLine key={chief.assignment_id} chief={chief} within={segment} />
        ))}
      </dd>
    </div>
  )
}
