import { IconHome } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PlaceField, placeWords } from '../../field/PlaceField.tsx'
import type { Locating } from '../../field/use_position.ts'
import type { OwnCommunity } from './communities.ts'
import { changeDraft, type Place, useReporting } from './draft.ts'

interface Props {
  readonly place: Place | null
  readonly communities: readonly OwnCommunity[]
  readonly locating: Locating
  readonly onLocate: () => void
  readonly isMissing: boolean
}

/** By itself where one stands; else a place on the map, or the village as a whole. */
export function PlaceChoice({ place, communities, locating, onLocate, isMissing }: Props) {
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
  const where =
    place?.source === 'community'
      ? [place.name, locating === 'found' || locating === 'busy' ? '' : placeWords(null, locating, t)].filter(Boolean).join(' · ')
      : placeWords(place, locating, t)
  return (
    <PlaceField
      chosen={place === null ? null : place.source === 'community' ? 'other' : place.source}
      where={where}
      onLocate={onLocate}
      onMap={() => useReporting.setState({ step: 'map' })}
      missing={isMissing ? t('damage.form.placeMissing') : null}
      more={
        communities.length > 0 && (
          <button type="button" aria-pressed={place?.source === 'community'} onClick={byCommunity}>
            <IconHome size={18} stroke={1.7} aria-hidden="true" />
            {t('damage.form.useCommunity')}
          </button>
        )
      }
    >
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
    </PlaceField>
  )
}
