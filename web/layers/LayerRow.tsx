import { Switch } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Layer } from '#geodata/layers/index.ts'
import type { ServerState } from '../api/types.ts'
import { useMapHolder } from '../map/holder.ts'
import { schemeShown } from '../map/use_map_style.ts'
import { useConsole } from '../state/store.ts'
import { lookOf } from '../symbols/look.ts'
import { Swatch } from '../symbols/Swatch.tsx'
import { formatCount } from '../values/numbers.ts'
import { pick } from '../words/words.ts'
import { GridSelector } from './GridSelector.tsx'
import { LayerLegend } from './LayerLegend.tsx'
import styles from './LayerRow.module.css'
import { shownFrom } from './shown_from.ts'

export function LayerRow({ layer, state }: { layer: Layer; state: ServerState }) {
  const { t, i18n } = useTranslation()
  const on = useConsole(({ layers }) => layers.includes(layer.id))
  const gridLevel = useConsole(({ grids }) => grids.level)
  const [open, setOpen] = useState(false)
  const legendId = useId()
  const from = shownFrom(layer, gridLevel)
  const tooFar = useMapHolder(({ camera }) => camera !== null && camera.zoom < from)
  const name = pick(layer.name, i18n.language)
  const count = state.layers[layer.id]?.count ?? 0
  const scheme = schemeShown(
    state,
    useConsole(({ grids }) => grids.scheme),
  )
  const hint = count === 0 ? t('layers.empty') : on && tooFar ? t('layers.fromZoomShort', { zoom: from }) : undefined

  return (
    <li className={styles.item} data-on={on} data-far={on && tooFar} data-open={open}>
      <div className={styles.row}>
        <Switch
          classNames={{ root: styles.switch!, body: styles.switchBody!, track: styles.track! }}
          size="xs"
          withThumbIndicator={false}
          checked={on}
          onChange={(event) => useConsole.getState().switchLayer(layer.id, event.currentTarget.checked)}
          aria-label={t('layers.switch', { layer: name })}
        />
        <button
          type="button"
          className={styles.name}
          aria-expanded={open}
          aria-controls={legendId}
          title={pick(layer.description, i18n.language)}
          onClick={() => setOpen(!open)}
        >
          <Swatch look={lookOf(layer, {})} />
          <span className={styles.words}>{name}</span>
          {hint && (
            <span className={styles.hint} title={on && tooFar ? t('layers.fromZoom', { zoom: from }) : undefined}>
              {hint}
            </span>
          )}
          <span className={styles.count}>{count > 0 && formatCount(count)}</span>
          <IconChevronDown className={styles.chevron} size={14} stroke={1.8} aria-hidden="true" />
        </button>
      </div>
      {layer.id === 'grids' && on && <GridSelector schemes={state.schemes} scheme={scheme} />}
      <div id={legendId}>{open && <LayerLegend layer={layer} extent={state.layers[layer.id]?.extent ?? null} />}</div>
    </li>
  )
}
