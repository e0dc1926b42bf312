import { IconX } from '@tabler/icons-react'
import { type KeyboardEvent, type PointerEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { savedHeight, saveHeight } from '../state/preferences.ts'
import { useConsole } from '../state/store.ts'
import { AttributeTable } from '../table/AttributeTable.tsx'
import { TableCount } from '../table/TableCount.tsx'
import { TableTools } from '../table/TableTools.tsx'
import { IconButton } from './IconButton.tsx'
import styles from './TableDock.module.css'
import { TableLayerSelect } from './TableLayerSelect.tsx'

const LOWEST = 140
const DEFAULT = 300
const STEP = 24
/** The map keeps at least this much. */
const MAP_KEEPS = 200

/** The table under the map; its upper edge can be dragged, or moved with the arrow keys. */
export function TableDock() {
  const { t } = useTranslation()
  const table = useConsole((console) => console.table)
  const openTable = useConsole((console) => console.openTable)
  const [height, setHeight] = useState(() => savedHeight() ?? DEFAULT)
  if (!table) return null

  const highest = Math.max(LOWEST, window.innerHeight - MAP_KEEPS - 80)
  const shown = Math.min(highest, Math.max(LOWEST, height))
  const resize = (value: number) => {
    setHeight(value)
    saveHeight(value)
  }
  const drag = (event: PointerEvent<HTMLDivElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return
    const { bottom } = event.currentTarget.parentElement!.getBoundingClientRect()
    resize(Math.min(highest, Math.max(LOWEST, bottom - event.clientY)))
  }
  const nudge = (event: KeyboardEvent) => {
    if (event.key === 'ArrowUp') resize(Math.min(highest, shown + STEP))
    else if (event.key === 'ArrowDown') resize(Math.max(LOWEST, shown - STEP))
    else return
    event.preventDefault()
  }

  return (
    <section className={styles.dock} style={{ height: shown }} aria-label={t('table.title')}>
      {/* biome-ignore lint/a11y/useSemanticElements: an <hr> can't be dragged or focused; this is the window splitter pattern. */}
      <div
        className={styles.edge}
        role="separator"
        aria-orientation="horizontal"
        aria-label={t('table.resize')}
        aria-valuenow={shown}
        aria-valuemin={LOWEST}
        aria-valuemax={highest}
        tabIndex={0}
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={drag}
        onKeyDown={nudge}
      />
      <header className={styles.head}>
        <TableLayerSelect layer={table} />
        <TableCount layer={table} />
        <TableTools layer={table} />
        <IconButton label={t('table.close')} size="small" position="left" onClick={() => openTable(null)}>
          <IconX size={16} stroke={1.7} />
        </IconButton>
      </header>
      <div className={styles.body}>
        <AttributeTable key={table} layer={table} />
      </div>
    </section>
  )
}
