import type { Map as MapLibre } from 'maplibre-gl'
import { useEffect } from 'react'
import { findLayer } from '#geodata/layers/index.ts'
import { useMapHolder } from '../../map/holder.ts'
import type { Hit, Spot } from '../../state/store.ts'
import { useArea } from './area.ts'

/** While picking, a click takes the area under it in, or out again. */
export function usePicking(map: MapLibre): void {
  const tool = useArea((area) => area.tool)
  useEffect(() => {
    if (tool !== 'pick') return
    const pick = ({ hits }: Spot) => {
      const found = areaOf(hits, useArea.getState().pickLayer)
      if (found) useArea.getState().toggle({ layer: found.layer, id: found.id })
    }
    const canvas = map.getCanvas()
    canvas.style.cursor = 'crosshair'
    useMapHolder.setState({ tool: pick })
    return () => {
      canvas.style.cursor = ''
      if (useMapHolder.getState().tool === pick) useMapHolder.setState({ tool: null })
    }
  }, [tool, map])
}

/** Areas come smallest first. */
const areaOf = (hits: readonly Hit[], from: string | null): Hit | undefined =>
  hits.find(({ layer }) => (from === null ? findLayer(layer)?.geometry === 'MultiPolygon' : layer === from))
