import type { SegmentDetail } from '#geodata/rivers/records.ts'
import { WATER_LIMITS } from '#geodata/rivers/water_class.ts'
import { formatChainage } from '../../responsibility/chainage.ts'
import { WaterChip } from '../status/WaterChip.tsx'
import { useRiversWords } from '../use_rivers_words.ts'
import styles from './Detail.module.css'
import { Section } from './Section.tsx'

/** Water is sampled monthly at most sections; older than that, it tells of another season. */
const OLD_DAYS = 62

const isFactor = (name: string): name is (typeof WATER_LIMITS)[number]['factor'] =>
  WATER_LIMITS.some(({ factor }) => factor === name)

/** The class, what makes it, and how much it is to be believed: whose, where and when. */
export function WaterSection({ segment: { water } }: { segment: SegmentDetail }) {
  const { t, day, name } = useRiversWords()
  const { deciding, station, where, sampled_on, source, age_days, target } = water
  const factors = deciding.map((factor) => (isFactor(factor) ? t(`rivers.water.factors.${factor}`) : factor))
  return (
    <Section title={t('rivers.detail.water')}>
      <div className={styles.water}>
        <WaterChip water={{ ...water, sampled_on: null }} />
        {target && <small>{t('rivers.water.target', { class: t(`rivers.water.classes.${target}`) })}</small>}
      </div>
      {factors.length > 0 && water.water_class !== 'I' && (
        <p className={styles.line}>{t('rivers.water.deciding', { factors: factors.join(t('rivers.water.join')) })}</p>
      )}
      {station && (
        <p className={styles.line}>
          {name(station)}
          {station.chainage_m !== null && ` ${formatChainage(station.chainage_m)}`}
          {where && <small>{t(`rivers.water.where.${where}`)}</small>}
        </p>
      )}
      {sampled_on && (
        <p className={styles.line}>
          {t('rivers.water.sampled', { day: day(sampled_on) })}
          {age_days !== null && (
            <small>{age_days === 0 ? t('rivers.water.ageToday') : t('rivers.water.age', { n: age_days })}</small>
          )}
          {source && <small>{source}</small>}
        </p>
      )}
      {age_days !== null && age_days > OLD_DAYS && <p className={styles.warning}>{t('rivers.water.old', { n: age_days })}</p>}
    </Section>
  )
}
