import { IconTable } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { findLayer } from '#geodata/layers/index.ts'
import type { ServerState } from '../api/types.ts'
import { useMapHolder } from '../map/holder.ts'
import { useConsole } from '../state/store.ts'
import { formatPosition } from '../values/coordinates.ts'
import { formatCount } from '../values/numbers.ts'
import { pick } from '../words/words.ts'
import { PRESETS } from '../workspaces/presets.ts'
import { DataAge } from './DataAge.tsx'
import { ScaleBar } from './ScaleBar.tsx'
import styles from './StatusBar.module.css'

/** The margin of the map sheet: scale, place, age of the data, and under which number it was approved. */
export function StatusBar({ state }: { state: ServerState }) {
  const { t, i18n } = useTranslation()
  const { table, workspace, openTable } = useConsole()
  const layer = findLayer(table ?? PRESETS[workspace].table)
  const name = layer ? pick(layer.name, i18n.language) : ''
  return (
    <footer className={styles.bar}>
      <button
        type="button"
        className={styles.table}
        aria-expanded={table !== null}
        aria-label={t('table.open', { layer: name })}
        onClick={() => openTable(table ? null : (layer?.id ?? null))}
      >
        <IconTable size={15} stroke={1.6} aria-hidden="true" />
        <span>{t('table.title')}</span>
        <span className={styles.faint}>
          {name} {formatCount(state.layers[layer?.id ?? '']?.count ?? 0)}
        </span>
      </button>
      <span className={styles.divider} />
      <ScaleBar />
      <Place />
      <span className={styles.space} />
      {state.base_map?.attribution && <span className={styles.faint}>{state.base_map.attribution}</span>}
      <DataAge state={state} />
      {state.approval_number && <span>{t('frame.approval', { number: state.approval_number })}</span>}
    </footer>
  )
}

function Place() {
  const { t } = useTranslation()
  const pointer = useMapHolder((holder) => holder.pointer)
  const camera = useMapHolder((holder) => holder.camera)
  const position = pointer ?? camera?.center
  if (!position || !camera) return null
  return (
    <>
      <span className={styles.position} title={t(pointer ? 'frame.pointer' : 'frame.centre')}>
        {formatPosition(position)}
      </span>
      <span className={styles.faint} title={t('frame.zoomLong')}>
        {t('frame.zoom', { zoom: camera.zoom.toFixed(1) })}
      </span>
    </>
  )
}
