import { useQuery } from '@tanstack/react-query'
import type { GeoJSONSource, MapLayerMouseEvent, Map as MapLibre } from 'maplibre-gl'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { addOwnLayers, NOTHING } from '../../planning/map/own_layers.ts'
import { useConsole } from '../../state/store.ts'
import { useTheme } from '../../style/use_theme.ts'
import { showReport, useStanding } from '../panel/view.ts'
import { pointsQuery, shapesQuery } from '../queries.ts'
import { addDamageImages, COMMUNITIES, DAMAGE_SOURCES, damageLayers, REPORT_SYMBOLS, REPORTS } from './damage_layers.ts'
import { codesOf, communityShapes, reportShapes } from './shapes.ts'

/** An event on the map, as it is told: a report that arrives is drawn by itself. */
export function DamageShapes({ map, event }: { map: MapLibre; event: number }) {
  const { t } = useTranslation()
  const theme = useTheme()
  const isEnglish = useConsole((console) => console.language === 'en')
  const { data: standing } = useStanding(event)
  const { data: points } = useQuery(pointsQuery(event))
  const codes = standing ? codesOf(standing) : ''
  const { data: shapes } = useQuery({
    ...shapesQuery(event, codes),
    enabled: standing !== undefined,
    placeholderData: (before) => before,
  })
  const silent = t('damage.community.silent')

  useEffect(() => {
    addDamageImages(map, theme)
    return addOwnLayers(map, DAMAGE_SOURCES, damageLayers(theme, silent), { isOnTop: ({ type }) => type === 'symbol' })
  }, [map, theme, silent])
  // biome-ignore lint/correctness/useExhaustiveDependencies: with another theme or language the sources are new ones.
  useEffect(() => {
    const drawn = standing && shapes ? communityShapes(shapes, standing.communities, isEnglish) : NOTHING
    void map.getSource<GeoJSONSource>(COMMUNITIES)?.setData(drawn)
  }, [map, theme, silent, standing, shapes, isEnglish])
  // biome-ignore lint/correctness/useExhaustiveDependencies: with another theme or language the sources are new ones.
  useEffect(() => {
    void map.getSource<GeoJSONSource>(REPORTS)?.setData(points ? reportShapes(points) : NOTHING)
  }, [map, theme, silent, points])
  useEffect(() => {
    const click = ({ features }: MapLayerMouseEvent) => {
      const id = features?.[0]?.properties.id
      if (typeof id === 'number') showReport(id)
    }
    map.on('click', REPORT_SYMBOLS, click)
    return () => void map.off('click', REPORT_SYMBOLS, click)
  }, [map])
  return null
}
