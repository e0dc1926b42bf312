import type { Map as MapLibre } from 'maplibre-gl'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useConsole } from '../../state/store.ts'
import { changeDraft, useReporting } from './draft.ts'
import styles from './PickOnMap.module.css'

/** A cross in the middle of the map, under which the map is moved: a finger would hide what it points at. */
export function PickOnMap({ map }: { map: MapLibre }) {
  const { t } = useTranslation()
  const back = () => useReporting.setState({ step: 'form' })
  useEffect(() => {
    useConsole.getState().openSheet(null)
    const { place } = useReporting.getState().draft
    if (place && place.source !== 'community') map.jumpTo({ center: [...place.position], zoom: Math.max(map.getZoom(), 15) })
  }, [map])
  const pick = () => {
    const { clientWidth, clientHeight } = map.getContainer()
    const { lng, lat } = map.unproject([clientWidth / 2, clientHeight / 2])
    changeDraft({ place: { source: 'map', position: [lng, lat] } })
    back()
  }
  const { left, top, width, height } = map.getContainer().getBoundingClientRect()
  return (
    <section className={styles.pick} aria-label={t('damage.form.useMap')}>
      <p className={styles.hint}>{t('damage.form.pickHint')}</p>
      <svg
        className={styles.cross}
        style={{ left: left + width / 2, top: top + height / 2 }}
        viewBox="-24 -24 48 48"
        aria-hidden="true"
      >
        <path d="M-22 0H-6M6 0H22M0 -22V-6M0 6V22" />
        <circle r="2.5" />
      </svg>
      <div className={styles.buttons}>
        <button type="button" onClick={back}>
          {t('damage.form.pickCancel')}
        </button>
        <button type="button" data-main="true" onClick={pick}>
          {t('damage.form.pick')}
        </button>
      </div>
    </section>
  )
}
