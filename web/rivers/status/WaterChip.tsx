import { IconCheck, IconDropletOff, IconX } from '@tabler/icons-react'
import type { WaterClass, WaterState } from '#geodata/rivers/records.ts'
import { useRiversWords } from '../use_rivers_words.ts'
import styles from './Status.module.css'

/** The class as its numeral on its colour. */
export function WaterSign({ water_class }: { water_class: WaterClass | null }) {
  const { t } = useRiversWords()
  return (
    <span className={styles.sign} data-class={water_class ?? 'none'} aria-hidden="true">
      {water_class === null ? <IconDropletOff size={13} stroke={2} /> : t(`rivers.water.signs.${water_class}`)}
    </span>
  )
}

/** Class against target, and by whom and when it was said. */
export function WaterChip({ water }: { water: WaterState }) {
  const { t, day, waterClass } = useRiversWords()
  const { state, water_class, sampled_on, source, target } = water
  const About = state === 'missed' ? IconX : IconCheck
  return (
    <span className={styles.chip}>
      <WaterSign water_class={water_class} />
      <span>
        {waterClass(water)}
        {state !== 'unknown' && (
          <b data-tone={state === 'missed' ? 'bad' : 'good'}>
            <About size={13} stroke={2.6} aria-hidden="true" />
            {t(`rivers.water.${state}`)}
            {state === 'missed' && target && <i>{t('rivers.water.target', { class: t(`rivers.water.classes.${target}`) })}</i>}
          </b>
        )}
        {sampled_on && (
          <small>
            {source ? `${source} ` : ''}
            {day(sampled_on)}
          </small>
        )}
      </span>
    </span>
  )
}
