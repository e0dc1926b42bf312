import type { Map as MapLibre, StyleSpecification } from 'maplibre-gl'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ServerState } from '../api/types.ts'
import { usePrinting } from '../print/use_printing.ts'
import { useConsole } from '../state/store.ts'
import { applyStyle } from './apply_style.ts'
import { createMap } from './create_map.ts'
import { useMapHolder } from './holder.ts'
import styles from './MapCanvas.module.css'
import { useAreaLabels } from './use_area_labels.ts'
import { useBusy } from './use_busy.ts'
import { useCamera } from './use_camera.ts'
import { useFound } from './use_found.ts'
import { useKeepInView } from './use_keep_in_view.ts'
import { useMapStyle } from './use_map_style.ts'
import { usePin } from './use_pin.ts'
import { usePointer } from './use_pointer.ts'
import { useSelectionShape } from './use_selection_shape.ts'
import { useTileErrors } from './use_tile_errors.ts'

interface Props {
  readonly state: ServerState
  /** The graphics device was taken away; a new map has to be made. */
  readonly onLost: () => void
}

/** The map itself. Everything it shows comes from the console's state; everything done on it goes there. */
export function MapCanvas({ state, onLost }: Props) {
  const { t } = useTranslation()
  const container = useRef<HTMLElement>(null)
  const { style, scheme } = useMapStyle(state)
  const [map, setMap] = useState<MapLibre | null>(null)
  const applied = useRef<StyleSpecification>(style)
  const opening = useRef({ extent: state.extent, onLost })

  useEffect(() => {
    if (!container.current) return
    const created = createMap({
      container: container.current,
      style: applied.current,
      view: useConsole.getState().view,
      extent: opening.current.extent,
    })
    const ready = () => {
      setMap(created)
      useMapHolder.setState({ map: created })
    }
    // MapLibre recovers from a lost context by itself, overlays of deck.gl do not: all is made anew.
    created.on('webglcontextlost', () => opening.current.onLost())
    if (created.isStyleLoaded()) ready()
    else created.once('style.load', ready)
    return () => {
      useMapHolder.setState({ map: null, pointer: null })
      setMap(null)
      created.remove()
    }
  }, [])

  useEffect(() => {
    if (!map || applied.current === style) return
    applyStyle(map, applied.current, style)
    applied.current = style
  }, [map, style])

  const { extent } = state
  useEffect(() => {
    // The first data have come into an empty database: show where they are.
    if (extent && !opening.current.extent) useConsole.getState().fly({ extent })
    opening.current.extent = extent
  }, [extent])

  useCamera(map)
  usePointer(map)
  useSelectionShape(map)
  useFound(map)
  useAreaLabels(map, scheme)
  useTileErrors(map)
  usePin(map)
  useKeepInView(map)
  useBusy(map)
  usePrinting(map)

  return <section ref={container} className={styles.map} aria-label={t('frame.map')} data-ready={map !== null} />
}
