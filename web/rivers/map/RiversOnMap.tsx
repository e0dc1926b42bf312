import type { Map as MapLibre } from 'maplibre-gl'
import { useEffect } from 'react'
import { useMapHolder } from '../../map/holder.ts'
import { useConsole } from '../../state/store.ts'
import { useTheme } from '../../style/use_theme.ts'
import { openSegment } from '../open_segment.ts'
import { usePatrol } from '../patrol/recorder.ts'
import { addHealthLayers } from './add_health_layers.ts'
import { HealthLegend } from './HealthLegend.tsx'
import { HEALTH_REACH, healthLayers } from './health_layers.ts'
import { PatrolOnMap } from './PatrolOnMap.tsx'
import { useHealths } from './use_healths.ts'

const OWN = ['river_segments']

/** Segments by how they stand, in the place of the layer's own drawing, and the patrol that is under way. */
export function RiversOnMap() {
  const map = useMapHolder((holder) => holder.map)
  const isShown = useConsole(({ layers }) => layers.includes('river_segments'))
  const isPatrolling = usePatrol(({ patrol }) => patrol !== null)
  if (!map) return null
  return (
    <>
      {isShown && <HealthLines map={map} isQuiet={isPatrolling} />}
      {isPatrolling && <PatrolOnMap map={map} />}
    </>
  )
}

/** @param isQuiet while a patrol is drawn over it, which marks its segment by itself */
function HealthLines({ map, isQuiet }: { map: MapLibre; isQuiet: boolean }) {
  const theme = useTheme()
  const healths = useHealths()
  const open = useConsole(({ river }) => river)
  const chosen = isQuiet ? null : open
  useEffect(() => addHealthLayers(map, healthLayers(healths, chosen, theme)), [map, healths, chosen, theme])
  useEffect(() => {
    const own = ({ x, y }: { readonly x: number; readonly y: number }, isClick: boolean): boolean => {
      if (!map.getLayer(HEALTH_REACH)) return false
      const [found] = map.queryRenderedFeatures([x, y], { layers: [HEALTH_REACH] })
      if (found?.id === undefined) return false
      if (isClick) openSegment(Number(found.id))
      return true
    }
    useMapHolder.setState({ own, replaced: OWN })
    return () => {
      if (useMapHolder.getState().own === own) useMapHolder.setState({ own: null })
      if (useMapHolder.getState().replaced === OWN) useMapHolder.setState({ replaced: [] })
    }
  }, [map])
  return <HealthLegend healths={healths} />
}
