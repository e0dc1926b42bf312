import { useQuery } from '@tanstack/react-query'
import type { GeoJSONSource, MapGeoJSONFeature, Map as MapLibre } from 'maplibre-gl'
import { useEffect } from 'react'
import { isOpen } from '#geodata/cases/flow.ts'
import { useMapHolder } from '../../map/holder.ts'
import { addOwnLayers, NOTHING } from '../../planning/map/own_layers.ts'
import { useConsole } from '../../state/store.ts'
import { useTheme } from '../../style/use_theme.ts'
import { openFromMap } from '../desk/desk.ts'
import { withFilter } from '../filter.ts'
import { casePointsQuery, caseQuery } from '../queries.ts'
import type { Shown } from '../use_part.ts'
import {
  addCaseImages,
  CASE_CLUSTERS,
  CASE_POINTS,
  CASE_SOURCES,
  CASE_SYMBOLS,
  CLUSTERS,
  caseLayers,
  caseShapes,
  OPEN_CASE,
} from './case_layers.ts'

const NONE: Shown = { queue: 'open', filter: {} }

/** How far from a sign a finger or a mouse still means it. */
const REACH_PX = 6

/** The cases that are listed, on the map; what is pressed there opens. */
export function CaseShapes({ map, shown }: { map: MapLibre; shown: Shown | null }) {
  const theme = useTheme()
  const isShown = shown !== null
  const { queue, filter } = shown ?? NONE
  const { data: points } = useQuery({
    ...casePointsQuery(queue, withFilter(filter, { sort: undefined })),
    enabled: isShown,
    placeholderData: (before) => before,
  })
  const caseId = useConsole((console) => console.caseId)
  const { data: open } = useQuery({ ...caseQuery(caseId ?? 0), enabled: caseId !== null })

  useEffect(() => {
    addCaseImages(map)
    return addOwnLayers(map, CASE_SOURCES, caseLayers(theme), { clusters: CLUSTERS, isOnTop: () => true })
  }, [map, theme])
  // biome-ignore lint/correctness/useExhaustiveDependencies: with another theme the sources are new ones.
  useEffect(() => {
    void map.getSource<GeoJSONSource>(CASE_POINTS)?.setData(points && isShown ? caseShapes(points) : NOTHING)
  }, [map, theme, points, isShown])
  // biome-ignore lint/correctness/useExhaustiveDependencies: with another theme the sources are new ones.
  useEffect(() => {
    const overdue = open ? isOpen(open.stage) && open.due_at !== null && Date.parse(open.due_at) < Date.now() : false
    const point = open && caseId !== null && { ...open, subject: open.kind.subject, urgent: open.kind.urgent, overdue }
    void map.getSource<GeoJSONSource>(OPEN_CASE)?.setData(point ? caseShapes([point]) : NOTHING)
  }, [map, theme, open, caseId])
  useEffect(() => {
    const own = ({ x, y }: { readonly x: number; readonly y: number }, isClick: boolean): boolean => {
      if (!map.getLayer(CASE_SYMBOLS)) return false
      const box: [[number, number], [number, number]] = [
        [x - REACH_PX, y - REACH_PX],
        [x + REACH_PX, y + REACH_PX],
      ]
      const hit = map.queryRenderedFeatures(box, { layers: [CASE_SYMBOLS, CASE_CLUSTERS] })[0]
      if (hit && isClick) openHit(map, hit)
      return hit !== undefined
    }
    useMapHolder.setState({ own })
    return () => {
      if (useMapHolder.getState().own === own) useMapHolder.setState({ own: null })
    }
  }, [map])
  return null
}

/** A case opens; of many in one place the map goes so close that they come apart. */
function openHit(map: MapLibre, { properties, geometry }: MapGeoJSONFeature): void {
  if (typeof properties.id === 'number') {
    openFromMap(properties.id)
    return
  }
  const [longitude, latitude] = (geometry as GeoJSON.Point).coordinates
  void map
    .getSource<GeoJSONSource>(CASE_POINTS)
    ?.getClusterExpansionZoom(Number(properties.cluster_id))
    .then((zoom) => map.easeTo({ center: [longitude!, latitude!], zoom }))
}
