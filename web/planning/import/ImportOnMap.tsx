import type { GeoJSONSource, Map as MapLibre } from 'maplibre-gl'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useMapHolder } from '../../map/holder.ts'
import { useConsole } from '../../state/store.ts'
import { useTheme } from '../../style/use_theme.ts'
import { extentOf } from '../../values/extent.ts'
import { formatCount } from '../../values/numbers.ts'
import { addOwnLayers, NOTHING } from '../map/own_layers.ts'
import styles from './ImportOnMap.module.css'
import { FINDINGS, GRIDS, IMPORT_SOURCES, imageOf, importLayers, isOnTop, NAMES, OPEN, PLACES } from './import_layers.ts'
import { extentOfGrids, findingPlaces, findingShapes, gridNames, gridShapes, openShapes } from './import_shapes.ts'
import { PATTERNS, patternAddress, patternImage } from './patterns.ts'
import type { ImportResult } from './types.ts'
import { useWizard } from './wizard.ts'

/** The grids that are there would lie under those that would be. */
const REPLACED = ['grids', 'unit_cells']
/** Close enough to see which house, for what is a point. */
const CLOSE = 17

/** What would be stored, while it is only a preview. */
export function ImportOnMap({ map }: { map: MapLibre }) {
  const preview = useWizard((wizard) => wizard.preview)
  return preview && <Preview map={map} preview={preview} />
}

function Preview({ map, preview }: { map: MapLibre; preview: ImportResult }) {
  const { t } = useTranslation()
  const theme = useTheme()
  const current = useWizard((wizard) => wizard.current)
  useShapes(map, preview, current)
  useFlights(preview, current)
  const open = preview.without_grid.length
  return (
    <div className={styles.banner} role="status" data-preview={preview.digest}>
      <strong>{t('gridImport.report.onMap')}</strong>
      <span>{t('gridImport.report.grids', { n: formatCount(preview.grids_added) })}</span>
      {open > 0 && (
        <span>
          <img src={patternAddress('no_cell_grid', theme)} alt="" width={18} height={14} />
          {t('gridImport.report.withoutGrid', { n: formatCount(open) })}
        </span>
      )}
    </div>
  )
}

function useShapes(map: MapLibre, preview: ImportResult, current: number | null): void {
  const theme = useTheme()
  useEffect(() => {
    useMapHolder.setState({ replaced: REPLACED })
    return () => useMapHolder.setState({ replaced: [] })
  }, [])
  useEffect(() => {
    const ratio = Math.max(1, Math.ceil(window.devicePixelRatio))
    for (const name of PATTERNS) {
      const image = imageOf(name, theme)
      if (!map.hasImage(image)) map.addImage(image, patternImage(name, theme, ratio), { pixelRatio: ratio })
    }
    return addOwnLayers(map, IMPORT_SOURCES, importLayers(theme), { coarse: [GRIDS], isOnTop })
  }, [map, theme])
  // biome-ignore lint/correctness/useExhaustiveDependencies: with another theme the sources are new ones.
  useEffect(() => {
    put(map, GRIDS, gridShapes(preview))
    put(map, NAMES, gridNames(preview))
    put(map, OPEN, openShapes(preview))
  }, [map, theme, preview])
  // biome-ignore lint/correctness/useExhaustiveDependencies: with another theme the sources are new ones.
  useEffect(() => {
    put(map, FINDINGS, findingShapes(preview, current))
    put(map, PLACES, findingPlaces(preview, current))
  }, [map, theme, preview, current])
}

const put = (map: MapLibre, source: string, data: GeoJSON.FeatureCollection = NOTHING): void =>
  void map.getSource<GeoJSONSource>(source)?.setData(data)

/** To all of it when it is new, and to each finding that is looked at. */
function useFlights(preview: ImportResult, current: number | null): void {
  useEffect(() => {
    const extent = extentOfGrids(preview)
    if (extent) useConsole.getState().fly({ extent })
  }, [preview])
  useEffect(() => {
    if (current === null) return
    const { geometry, at } = preview.findings[current] ?? {}
    const extent = extentOf(geometry ?? null)
    if (extent) useConsole.getState().fly({ extent })
    else if (at) useConsole.getState().fly({ center: at, zoom: CLOSE })
  }, [preview, current])
}
