import { IconCurrentLocation, IconHome, IconMapPin } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OwnCommunity } from './communities.ts'
import { changeDraft, type Place, useReporting } from './draft.ts'
import styles from './PlaceField.module.css'
import page from './ReportPage.module.css'
import type { Locating } from './use_position.ts'

interface Props {
  readonly place: Place | null
  readonly communities: readonly OwnCommunity[]
  readonly locating: Locating
  readonly onLocate: () => void
  readonly isMissing: boolean
}

const ICON = { size: 18, stroke: 1.7, 'aria-hidden': true } as const

/** By itself where one stands; else a place on the map, or the village as a whole. */
export function PlaceField({ place, communities, locating, onLocate, isMissing }: Props) {
  const { t } = useTranslation()
  const [isChoosing, setChoosing] = useState(false)
  const byCommunity = () => {
    const [only, ...others] = communities
    if (only && others.length === 0) changeDraft({ place: { source: 'community', ...only } })
    else setChoosing(true)
  }
  const choose = (code: string) => {
    const community = communities.find((each) => each.code === code)
    if (community) changeDraft({ place: { source: 'community', ...community } })
    setChoosing(false)
  }
  return (
    <fieldset className={styles.place} data-missing={isMissing}>
      <legend>{t('damage.form.where')}</legend>
      <p className={styles.where} aria-live="polite">
        {useWhere(place, locating)}
      </p>
      {isChoosing && (
        <select aria-label={t('damage.form.chooseCommunity')} value="" onChange={({ target }) => choose(target.value)}>
          <option value="">{t('damage.form.chooseCommunity')}</option>
          {communities.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      )}
      <div className={styles.choices}>
        <button type="button" aria-pressed={place?.source === 'device'} onClick={onLocate}>
          <IconCurrentLocation {...ICON} />
          {t('damage.form.useDevice')}
        </button>
        <button type="button" aria-pressed={place?.source === 'map'} onClick={() => useReporting.setState({ step: 'map' })}>
          <IconMapPin {...ICON} />
          {t('damage.form.useMap')}
        </button>
        {communities.length > 0 && (
          <button type="button" aria-pressed={place?.source === 'community'} onClick={byCommunity}>
            <IconHome {...ICON} />
            {t('damage.form.useCommunity')}
          </button>
        )}
      </div>
      {isMissing && <p className={page.problem}>{t('damage.form.placeMissing')}</p>}
    </fieldset>
  )
}

const REASONS = { denied: 'locateDenied', timeout: 'locateTimeout', unavailable: 'locateUnavailable' } as const

function useWhere(place: Place | null, locating: Locating): string {
  const { t } = useTranslation()
  if (locating === 'busy' && place?.source !== 'map') return t('damage.form.locating')
  if (place?.source === 'device') return t('damage.form.located', { metres: place.accuracy_m })
  if (place?.source === 'map')
    return t('damage.form.onMap', {
      place: place.position
        .map((degrees) => degrees.toFixed(5))
        .reverse()
        .join(', '),
    })
  const failed =
    locating === 'found' || locating === 'busy'
      ? ''
      : t('damage.form.locateFailed', { reason: t(`damage.form.${REASONS[locating]}`) })
  return [place?.name, failed].filter(Boolean).join(' · ')
}
