import { IconChevronLeft, IconRestore, IconStack2 } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { ServerState } from '../api/types.ts'
import { IconButton } from '../frame/IconButton.tsx'
import { useConsole } from '../state/store.ts'
import { PRESETS } from '../workspaces/presets.ts'
import { LayerList } from './LayerList.tsx'
import styles from './LayerPanel.module.css'
import { useSeenLayers } from './seen.ts'

interface Props {
  readonly state: ServerState
  readonly open: boolean
  readonly onToggle: () => void
}

/** The layers at the side of the desk; folded away, only its button remains. */
export function LayerPanel({ state, open, onToggle }: Props) {
  const { t } = useTranslation()
  if (!open) {
    return (
      <aside className={styles.folded} aria-label={t('layers.title')}>
        <IconButton label={t('layers.open')} position="right" onClick={onToggle}>
          <IconStack2 size={20} stroke={1.6} />
        </IconButton>
      </aside>
    )
  }
  return (
    <aside className={styles.panel} aria-label={t('layers.title')}>
      <header className={styles.head}>
        <h2>{t('layers.title')}</h2>
        <LayersOn />
        <span className={styles.space} />
        <ResetLayers />
        <IconButton label={t('layers.close')} size="small" onClick={onToggle}>
          <IconChevronLeft size={17} stroke={1.7} />
        </IconButton>
      </header>
      <div className={styles.body}>
        <LayerList state={state} />
      </div>
    </aside>
  )
}

export function LayersOn() {
  const { t } = useTranslation()
  const seen = useSeenLayers()
  const count = useConsole(({ layers }) => seen.filter(({ id }) => layers.includes(id)).length)
  return <span className={styles.on}>{t('layers.on', { n: count })}</span>
}

/** Offered only when there is something to take back. */
export function ResetLayers() {
  const { t } = useTranslation()
  const { workspace, layers, openWorkspace } = useConsole()
  const preset = PRESETS[workspace].layers
  if (layers.length === preset.length && layers.every((id) => preset.includes(id))) return null
  return (
    <IconButton label={t('layers.reset')} size="small" onClick={() => openWorkspace(workspace)}>
      <IconRestore size={16} stroke={1.6} />
    </IconButton>
  )
}
