import { IconPhone } from '@tabler/icons-react'
import type { Chief, SegmentDetail } from '#geodata/rivers/records.ts'
import { formatStretch } from '../../responsibility/chainage.ts'
import { useRiversWords } from '../use_rivers_words.ts'
import detail from './Detail.module.css'
import styles from './People.module.css'

interface Props {
  readonly chief: Omit<Chief, 'level'>
  /** Whoever has only a part of it says which. */
  readonly within: Pick<SegmentDetail, 'chainage_from_m' | 'chainage_to_m'>
}

/** A chief with post and telephones, each a tap away. */
export function ChiefLine({ chief, within }: Props) {
  const { t, name, day, language } = useRiversWords()
  const { person, post, organisation, organisation_en, telephone, mobile, chainage_from_m, chainage_to_m, valid_to } = chief
  const isPart = chainage_from_m > within.chainage_from_m + 1 || chainage_to_m < within.chainage_to_m - 1
  const numbers = [mobile, telephone].filter((number) => !!number) as string[]
  const about = [(language === 'en' && organisation_en) || organisation, post].filter(Boolean).join(' ')
  return (
    <div className={styles.chief}>
      <span>
        <strong>{name(person)}</strong>
        <small>{about}</small>
        {isPart && <small>{t('rivers.detail.part', { stretch: formatStretch(chainage_from_m, chainage_to_m) })}</small>}
        {valid_to && <small>{t('rivers.detail.until', { day: day(valid_to) })}</small>}
      </span>
      {numbers.length === 0 ? (
        <small className={detail.faint}>{t('rivers.detail.noPhone')}</small>
      ) : (
        <span className={styles.numbers}>
          {numbers.map((number) => (
            <a
              key={number}
              className={styles.call}
              href={`tel:${number.replaceAll(/[^\d+]/g, '')}`}
              aria-label={t('rivers.detail.call', { name: name(person), telephone: number })}
            >
              <IconPhone size={17} stroke={1.8} aria-hidden="true" />
              {number}
            </a>
          ))}
        </span>
      )}
    </div>
  )
}
