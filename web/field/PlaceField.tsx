import { IconCurrentLocation, IconMapPin } from '@tabler/icons-react'
import type { TFunction } from 'i18next'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import page from './FieldPage.module.css'
import styles from './PlaceField.module.css'
import type { FieldPlace } from './places.ts'
import type { Locating } from './use_position.ts'

interface Props {
  readonly chosen: 'device' | 'map' | 'other' | null
  /** In words. */
  readonly where: string
  readonly onLocate: () => void
  readonly onMap: () => void
  /** What is missing, in words. */
  readonly missing?: string | null
  /** Other ways of giving a place, beside the two. */
  readonly more?: ReactNode
  readonly children?: ReactNode
}

const ICON = { size: 18, stroke: 1.7, 'aria-hidden': true } as const

/** By itself where one stands; else a place on the map. */
export function PlaceField({ chosen, where, onLocate, onMap, missing = null, more, children }: Props) {
  const { t } = useTranslation()
  return (
    <fieldset className={styles.place} data-missing={missing !== null}>
      <legend>{t('field.where')}</legend>
      <p className={styles.where} aria-live="polite">
        {where}
      </p>
      {children}
      <div className={styles.choices}>
        <button type="button" aria-pressed={chosen === 'device'} onClick={onLocate}>
          <IconCurrentLocation {...ICON} />
          {t('field.useDevice')}
        </button>
        <button type="button" aria-pressed={chosen === 'map'} onClick={onMap}>
          <IconMapPin {...ICON} />
          {t('field.useMap')}
        </button>
        {more}
      </div>
      {missing !== null && <p className={page.problem}>{missing}</p>}
    </fieldset>
  )
}

const REASONS = { denied: 'locateDenied', timeout: 'locateTimeout', unavailable: 'locateUnavailable' } as const

export function placeWords(place: FieldPlace | null, locating: Locating, t: TFunction): string {
  if (locating === 'busy' && place?.source !== 'map') return t('field.locating')
  if (place?.source === 'device') return t('field.located', { metres: place.accuracy_m })
  if (place?.source === 'map') {
    const degrees = place.position.map((each) => each.toFixed(5)).reverse()
    return t('field.onMap', { place: degrees.join(', ') })
  }
  return locating === 'found' || locating === 'busy' ? '' : t('field.locateFailed', { reason: t(`field.${REASONS[locating]}`) })
}
