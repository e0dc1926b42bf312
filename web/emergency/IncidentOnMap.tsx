import { useQuery } from '@tanstack/react-query'
import type { GeoJSONSource, Map as MapLibre, MapMouseEvent } from 'maplibre-gl'
import { useEffect } from 'react'
import type { Position } from '../api/types.ts'
import { useMapHolder } from '../map/holder.ts'
import { addOwnLayers } from '../planning/map/own_layers.ts'
import { useConsole } from '../state/store.ts'
import { useTheme } from '../style/use_theme.ts'
import type { Incident } from './answer.ts'
import { drawClosure, dropIncident, useIncidentWork } from './incident.ts'
import { incidentFeatures } from './incident_features.ts'
import { INCIDENT, incidentLayers } from './incident_layers.ts'
import { closuresQuery, incidentQuery } from './queries.ts'
import { useIncidentKeys } from './use_incident_keys.ts'

/** The incident on the map, and the hands that make it. */
export function IncidentOnMap() {
  const map = useMapHolder((holder) => holder.map)
  const position = useConsole((console) => console.incident)
  const people = useConsole((console) => console.people)
  const radius = useIncidentWork((work) => work.radius_m)
  const { data: answer } = useQuery(incidentQuery(position, people, radius))
  useIncidentKeys(answer)
  return map && <OnMap map={map} position={position} answer={answer} />
}

interface Props {
  readonly map: MapLibre
  readonly position: Position | null
  readonly answer: Incident | undefined
}

function OnMap({ map, position, answer }: Props) {
  const theme = useTheme()
  const { chosen, closing } = useIncidentWork()
  const { data: closures } = useQuery(closuresQuery)
  useEffect(() => addOwnLayers(map, [INCIDENT], incidentLayers(theme), { isOnTop: ({ type }) => type !== 'fill' }), [map, theme])
  // biome-ignore lint/correctness/useExhaustiveDependencies: with another theme the source is a new one.
  useEffect(() => {
    const features = incidentFeatures({ answer, position, chosen, closures: closures ?? [], closing })
    void map.getSource<GeoJSONSource>(INCIDENT)?.setData({ type: 'FeatureCollection', features })
  }, [map, theme, answer, position, chosen, closures, closing])
  usePin(position)
  useLongPress(map)
  useClosing(map, closing !== null)
  return null
}

function usePin(position: Position | null): void {
  useEffect(() => {
    useConsole.getState().dropPin(position)
    return () => useConsole.getState().dropPin(null)
  }, [position])
}

/** The right button of a mouse, or a finger that stays: browsers call both the context menu. */
function useLongPress(map: MapLibre): void {
  useEffect(() => {
    const drop = ({ lngLat, originalEvent }: MapMouseEvent) => {
      originalEvent.preventDefault()
      dropIncident([lngLat.lng, lngLat.lat], { fly: false })
    }
    map.on('contextmenu', drop)
    return () => void map.off('contextmenu', drop)
  }, [map])
}

/** Two clicks of a double one fall on the same place. */
const SAME_PIXELS = 3

function useClosing(map: MapLibre, isClosing: boolean): void {
  useEffect(() => {
    if (!isClosing) return
    const add = ({ position }: { position: Position }) => {
      const places = useIncidentWork.getState().closing ?? []
      const last = places.at(-1)
      const [from, to] = [last && map.project([...last]), map.project([...position])]
      if (from && Math.hypot(from.x - to.x, from.y - to.y) < SAME_PIXELS) return
      drawClosure([...places, position])
    }
    useMapHolder.setState({ tool: add })
    map.doubleClickZoom.disable()
    map.getCanvas().style.cursor = 'crosshair'
    const end = () => useConsole.getState().openSheet('emergency')
    map.on('dblclick', end)
    return () => {
      if (useMapHolder.getState().tool === add) useMapHolder.setState({ tool: null })
      map.off('dblclick', end)
      map.doubleClickZoom.enable()
      map.getCanvas().style.cursor = ''
    }
  }, [map, isClosing])
}
