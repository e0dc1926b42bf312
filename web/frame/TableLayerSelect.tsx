import { useTranslation } from 'react-i18next'
import { findLayer, LAYERS } from '#geodata/layers/index.ts'
import { useSeenLayers } from '../layers/seen.ts'
import { useConsole } from '../state/store.ts'
import { pick } from '../words/words.ts'
import styles from './TableLayerSelect.module.css'

/** The platform's own list: right on desk and phone, and with the keyboard. */
export function TableLayerSelect({ layer }: { layer: string }) {
  const { t, i18n } = useTranslation()
  const seen = useSeenLayers()
  const shown = LAYERS.filter((one) => seen.includes(one) || one === findLayer(layer))
  return (
    <label className={styles.select}>
      <span className="visually-hidden">{t('table.pickLayer')}</span>
      <select value={layer} onChange={(event) => useConsole.getState().openTable(event.target.value)}>
        {shown.map(({ id, name }) => (
          <option key={id} value={id}>
            {pick(name, i18n.language)}
          </option>
        ))}
      </select>
    </label>
  )
}
