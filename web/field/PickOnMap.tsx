import type { Map as MapLibre } from 'maplibre-gl'
import { useEffect, useRef } from 'react'
import { createPortal } from 'react-dom'
import { useTranslation } from 'react-i18next'
import type { Position } from '../api/types.ts'
import { useMapHolder } from '../map/holder.ts'
import { type Spot, useConsole } from '../state/store.ts'
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

/** A cross in the middle of what is seen of the map, under which the map is moved: a finger would hide what it points at. */
export function PickOnMap({ map, hint, from, onPick, onBack }: Props) {
  const { t } = useTranslation()
  const cross = useRef<SVGSVGElement>(null)
  const start = useRef(from)
  useEffect(() => {
    const bring = (place: Position, zoom: number) => {
      const [x, y] = pixelUnder(cross.current!, map)
      const { clientWidth, clientHeight } = map.getContainer()
      map.jumpTo({ center: [...place], zoom })
      map.panBy([clientWidth / 2 - x, clientHeight / 2 - y], { animate: false })
    }
    useConsole.getState().openSheet(null)
    if (start.current) bring(start.current, Math.max(map.getZoom(), NEAR_ZOOM))
    const tool = ({ position }: Spot) => bring(position, map.getZoom())
    useMapHolder.setState({ tool })
    return () => {
      if (useMapHolder.getState().tool === tool) useMapHolder.setState({ tool: null })
    }
  }, [map])
  const pick = () => {
    const { lng, lat } = map.unproject(pixelUnder(cross.current!, map))
    onPick([lng, lat])
  }
  return createPortal(
    <section className={styles.pick} aria-label={t('field.useMap')}>
      <p className={styles.hint}>{hint}</p>
      <svg ref={cross} className={styles.cross} viewBox="-24 -24 48 48" aria-hidden="true">
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
    </section>,
    // Beside the map, where the width of what stands over it is known.
    map.getContainer().parentElement!,
  )
}

/** Of the map, under the middle of the cross. */
function pixelUnder(cross: SVGSVGElement, map: MapLibre): [number, number] {
  const { left, top, width, height } = cross.getBoundingClientRect()
  const { left: fromLeft, top: fromTop } = map.getContainer().getBoundingClientRect()
  return [left + width / 2 - fromLeft, top + height / 2 - fromTop]
}
