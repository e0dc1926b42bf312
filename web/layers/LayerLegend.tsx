import { Slider } from '@mantine/core'
import { IconTable, IconZoomScan } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Layer } from '#geodata/layers/index.ts'
import type { Extent } from '../api/types.ts'
import { useConsole } from '../state/store.ts'
import { legendOf } from '../symbols/look.ts'
import { Swatch } from '../symbols/Swatch.tsx'
import { pick } from '../words/words.ts'
import { ChoiceCount } from './ChoiceCount.tsx'
import styles from './LayerLegend.module.css'

/** What the symbols mean and how many there are of each, and what can be done with the layer. */
export function LayerLegend({ layer, extent }: { layer: Layer; extent: Extent | null }) {
  const { t, i18n } = useTranslation()
  const opacity = useConsole((state) => state.opacity[layer.id] ?? 1)
  const { setOpacity, fly, openTable, openSheet } = useConsole.getState()
  const name = pick(layer.name, i18n.language)
  return (
    <div className={styles.legend}>
      {legendOf(layer).map(({ field, entries }) => (
        <section key={field.name} aria-label={t('layers.legend', { layer: name })}>
          <h4>{pick(field.label, i18n.language)}</h4>
          <ul>
            {entries.map(({ choice, look }) => (
              <li key={choice.value}>
                <Swatch look={look} />
                <span>{pick(choice.label, i18n.language)}</span>
                <ChoiceCount layer={layer.id} field={field.name} value={choice.value} />
              </li>
            ))}
          </ul>
        </section>
      ))}
      {layer.thinBelow !== undefined && <p className={styles.note}>{t('layers.thinned')}</p>}
      {layer.id === 'grids' && <p className={styles.note}>{t('layers.levelWeights')}</p>}
      <div className={styles.opacity}>
        <span id={`opacity-${layer.id}`}>{t('layers.opacity')}</span>
        <Slider
          size={3}
          thumbSize={14}
          min={10}
          max={100}
          step={5}
          label={null}
          value={Math.round(opacity * 100)}
          onChange={(value) => setOpacity(layer.id, value / 100)}
          thumbProps={{ 'aria-labelledby': `opacity-${layer.id}` }}
        />
        <output>{Math.round(opacity * 100)}%</output>
      </div>
      <div className={styles.actions}>
        <button type="button" disabled={!extent} onClick={() => extent && fly({ extent })}>
          <IconZoomScan size={15} stroke={1.6} aria-hidden="true" />
          {t('layers.zoomTo')}
        </button>
        <button
          type="button"
          onClick={() => {
            openTable(layer.id)
            openSheet('table')
          }}
        >
          <IconTable size={15} stroke={1.6} aria-hidden="true" />
          {t('layers.openTable')}
        </button>
      </div>
    </div>
  )
}
