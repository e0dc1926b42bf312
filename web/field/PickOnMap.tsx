import type { Map as MapLibre } from 'maplibre-gl'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Position } from '../api/types.ts'
import { useConsole } from '../state/store.ts'
import styles from './PickOnMap.module.css'

interface Props {
  readonly map: MapLibre
  readonly hint: string
  /** Where it was said to be so far. */
  readonly from: Position | null
  readonly onPick: (position: Position) => void
  readonly onBack: () => void
}

const NEAR_ZOOM = 15

/** A cross in the middle of the map, under which the map is moved: a finger would hide what it points at. */
export function PickOnMap({ map, hint, from, onPick, onBack }: Props) {
  const { t } = useTranslation()
  const start = useRef(from)
  useEffect(() => {
    useConsole.getState().openSheet(null)
    if (start.current) map.jumpTo({ center: [...start.current], zoom: Math.max(map.getZoom(), NEAR_ZOOM) })
  }, [map])
  const pick = () => {
    const { clientWidth, clientHeight } = map.getContainer()
    const { lng, lat } = map.unproject([clientWidth / 2, clientHeight / 2])
    onPick([lng, lat])
  }
  const { left, top, width, height } = map.getContainer().getBoundingClientRect()
  return (
    <section className={styles.pick} aria-label={t('field.useMap')}>
      <p className={styles.hint}>{hint}</p>
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
        <button type="button" onClick={onBack}>
          {t('field.pickCancel')}
        </button>
        <button type="button" data-main="true" onClick={pick}>
          {t('field.pick')}
        </button>
      </div>
    </section>
  )
}
