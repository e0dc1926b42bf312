import { IconCurrentLocation } from '@tabler/icons-react'
import type { GeoJSONSource, Map as MapLibre } from 'maplibre-gl'
import { useEffect, useState } from 'react'
import { isNarrow } from '../../frame/narrow.ts'
import { addOwnLayers } from '../../planning/map/own_layers.ts'
import { useConsole } from '../../state/store.ts'
import { useTheme } from '../../style/use_theme.ts'
import { type Here, usePatrol } from '../patrol/recorder.ts'
import { useRiversWords } from '../use_rivers_words.ts'
import styles from './PatrolOnMap.module.css'
import { PATROL, patrolFeatures, patrolLayers } from './patrol_layers.ts'

const CLOSE = 15.5

/** The stretch with what was walked of it, and where one is; the map goes along until somebody moves it. */
export function PatrolOnMap({ map }: { map: MapLibre }) {
  const { t } = useRiversWords()
  const theme = useTheme()
  const { patrol, figures, here, points, isOn } = usePatrol()
  const [isFollowing, setFollowing] = useState(true)
  useEffect(() => addOwnLayers(map, [PATROL], patrolLayers(theme), { isOnTop: () => true }), [map, theme])
  // biome-ignore lint/correctness/useExhaustiveDependencies: with another theme the source is a new one.
  useEffect(() => {
    const data = patrol && figures ? patrolFeatures(patrol, figures, points, here) : []
    void map.getSource<GeoJSONSource>(PATROL)?.setData({ type: 'FeatureCollection', features: data })
  }, [map, theme, patrol, figures, here])
  const bbox = patrol?.segment.bbox
  useEffect(() => {
    if (bbox) useConsole.getState().fly({ extent: bbox })
  }, [bbox])
  useEffect(() => {
    const leave = () => setFollowing(false)
    map.on('dragstart', leave)
    return () => void map.off('dragstart', leave)
  }, [map])
  useEffect(() => {
    if (isFollowing && here) goTo(map, here)
  }, [map, here, isFollowing])
  if (!isOn || isFollowing) return null
  return (
    <button type="button" className={styles.follow} onClick={() => setFollowing(true)}>
      <IconCurrentLocation size={19} stroke={1.8} aria-hidden="true" />
      {t('patrol.live.follow')}
    </button>
  )
}

function goTo(map: MapLibre, { longitude, latitude }: Here): void {
  const covered = isNarrow() && useConsole.getState().sheet ? window.innerHeight * 0.5 : 0
  map.easeTo({
    center: [longitude, latitude],
    zoom: Math.max(map.getZoom(), CLOSE),
    offset: [0, -covered / 2 + (covered > 0 ? 24 : 0)],
    duration: 500,
  })
}
