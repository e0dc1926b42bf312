import { Map as MapLibre } from 'maplibre-gl'
import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { provideImages } from '../../../map/images.ts'
import { useTheme } from '../../../style/use_theme.ts'
import type { Session } from '../../editor/editor.ts'
import { cellFeature, collection, gridFeature, gridsOf, type NameWords, nameFeature } from '../../map/plan_features.ts'
import { CELLS, GRIDS, NAMES } from '../../map/plan_layers.ts'
import { useNameWords } from '../../map/use_name_words.ts'
import styles from './Swipe.module.css'

const STEP = 0.02

/** Left of a bar the grids as they are, right of it the plan's: a second map lies over the first and follows it. */
export function Swipe({ map, session }: { map: MapLibre; session: Session }) {
  const { t } = useTranslation()
  const words = useNameWords()
  const theme = useTheme()
  const holder = useRef<HTMLDivElement>(null)
  const [share, setShare] = useState(0.5)
  const move = (to: number) => setShare(Math.min(1, Math.max(0, to)))

  // biome-ignore lint/correctness/useExhaustiveDependencies: another theme is another style.
  useEffect(() => {
    const before = new MapLibre({
      container: holder.current!,
      style: styleBefore(map, session, words),
      interactive: false,
      attributionControl: false,
      fadeDuration: 0,
      maxZoom: map.getMaxZoom(),
    })
    provideImages(before)
    const follow = () =>
      before.jumpTo({ center: map.getCenter(), zoom: map.getZoom(), bearing: map.getBearing(), pitch: map.getPitch() })
    follow()
    map.on('move', follow)
    return () => {
      map.off('move', follow)
      before.remove()
    }
  }, [map, session, theme, words])

  const drag = (event: PointerEvent<HTMLDivElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return
    const { left, width } = map.getContainer().getBoundingClientRect()
    move((event.clientX - left) / width)
  }
  const press = (event: KeyboardEvent) => {
    const by = { ArrowLeft: -STEP, ArrowRight: STEP, Home: -1, End: 1 }[event.key]
    if (by === undefined) return
    event.preventDefault()
    event.stopPropagation()
    move(share + by)
  }
  return createPortal(
    <>
      <div className={styles.before} style={{ clipPath: `inset(0 ${100 - share * 100}% 0 0)` }}>
        <div ref={holder} />
      </div>
      <div
        className={styles.bar}
        style={{ left: `${share * 100}%` }}
        role="slider"
        tabIndex={0}
        aria-label={t('planning.compare.swipeBar')}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(share * 100)}
        onKeyDown={press}
        onPointerDown={(event) => {
          event.stopPropagation()
          event.currentTarget.setPointerCapture(event.pointerId)
        }}
        onPointerMove={drag}
      >
        <span>{t('planning.compare.before')}</span>
        <i aria-hidden="true" />
        <span>{t('planning.compare.after')}</span>
      </div>
    </>,
    map.getContainer(),
  )
}

/** The map's own style with the land of before in the place of the draft's. */
function styleBefore(map: MapLibre, session: Session, words: NameWords) {
  const style = map.getStyle()
  const { base } = session
  const grids = gridsOf(session, base)
  const land: Record<string, GeoJSON.FeatureCollection> = {
    [CELLS]: collection([...base.faces.keys()].map((id) => cellFeature(session, base, id))),
    [GRIDS]: collection(grids.map((id) => gridFeature(session, base, id, null))),
    [NAMES]: collection(grids.map((id) => nameFeature(session, base, id, words))),
  }
  const sources = Object.entries(style.sources).map(([id, source]) => {
    const data = land[id]
    return [id, data && source.type === 'geojson' ? { ...source, data } : source]
  })
  return { ...style, sources: Object.fromEntries(sources) }
}
