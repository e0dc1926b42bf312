import type { ErrorEvent, Map as MapLibre } from 'maplibre-gl'
import { useEffect } from 'react'
import { useMapHolder } from './holder.ts'

const RETRY_MS = 5_000

interface TileId {
  readonly z: number
  readonly x: number
  readonly y: number
}

type TileError = ErrorEvent & { sourceId?: string; tile?: { tileID?: { canonical?: TileId } } }

/** MapLibre leaves a tile that failed alone for good. Here it is asked for again until it comes, and the user is told meanwhile. */
export function useTileErrors(map: MapLibre | null): void {
  useEffect(() => {
    if (!map) return
    const failed = new Map<string, TileId[]>()
    let timer: number | undefined
    const retry = () => {
      timer = undefined
      const again = [...failed]
      failed.clear()
      // By their ids: without them MapLibre waits for failed tiles as if they were still on the way.
      for (const [source, tiles] of again) if (map.getSource(source)) map.refreshTiles(source, tiles)
      map.triggerRepaint()
    }
    const error = ({ sourceId, tile }: TileError) => {
      const id = tile?.tileID?.canonical
      if (!sourceId || !id) return
      failed.set(sourceId, [...(failed.get(sourceId) ?? []), { z: id.z, x: id.x, y: id.y }])
      useMapHolder.setState({ tilesFailed: true })
      timer ??= window.setTimeout(retry, RETRY_MS)
    }
    const idle = () => {
      if (failed.size === 0) useMapHolder.setState({ tilesFailed: false })
    }
    map.on('error', error)
    map.on('idle', idle)
    return () => {
      clearTimeout(timer)
      map.off('error', error)
      map.off('idle', idle)
      useMapHolder.setState({ tilesFailed: false })
    }
  }, [map])
}
