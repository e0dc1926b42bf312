import type { StyleSpecification } from 'maplibre-gl'
import { useMemo } from 'react'
import { useShallow } from 'zustand/react/shallow'
import { TILE_ZOOMS } from '#geodata/layers/index.ts'
import type { Scheme, ServerState } from '../api/types.ts'
import { useSource } from '../offline/source.ts'
import { useConsole } from '../state/store.ts'
import { useTheme } from '../style/use_theme.ts'
import { useMapHolder } from './holder.ts'
import { buildStyle } from './style.ts'

/** The scheme whose grids are shown: the chosen one while it exists, else the first. */
export const schemeShown = (state: ServerState, chosen: string | null): Scheme | undefined =>
  state.schemes.find(({ id }) => id === chosen) ?? state.schemes[0]

/** The style of the moment, a new object only when something about it changed. */
export function useMapStyle(state: ServerState): { style: StyleSpecification; scheme: Scheme | undefined } {
  const { layers, opacity, language, grids, versions, outsideBaseMap } = useConsole(
    useShallow(({ layers, opacity, language, grids, versions, outsideBaseMap }) => ({
      layers,
      opacity,
      language,
      grids,
      versions,
      outsideBaseMap,
    })),
  )
  const theme = useTheme()
  const tileZooms = useSource((source) => source.pack?.zooms ?? TILE_ZOOMS)
  const scheme = schemeShown(state, grids.scheme)
  const schemeId = scheme?.id ?? null
  const { base_map: baseMap, elevation, layers: known } = state
  // A link or a workspace may ask for more than its receiver may see.
  const replaced = useMapHolder((holder) => holder.replaced)
  const seen = useMemo(() => layers.filter((id) => id in known && !replaced.includes(id)), [layers, known, replaced])
  const style = useMemo(
    () =>
      buildStyle({
        origin: location.origin,
        layers: seen,
        opacity,
        language,
        theme,
        grids: { scheme: schemeId, level: grids.level },
        versions,
        elevation,
        baseMap,
        outsideBaseMap,
        tileZooms,
      }),
    [seen, opacity, language, theme, schemeId, grids.level, versions, elevation, baseMap, outsideBaseMap, tileZooms],
  )
  return { style, scheme }
}
