import { useTranslation } from 'react-i18next'
import { findLayer } from '#geodata/layers/index.ts'
import { useSeenLayers } from '../layers/seen.ts'
import { useConsole } from '../state/store.ts'
import { legendOf, lookOf } from '../symbols/look.ts'
import { Swatch } from '../symbols/Swatch.tsx'
import { formatTime } from '../values/times.ts'
import { pick } from '../words/words.ts'
import styles from './Print.module.css'

/** On paper only: what the sheet is about, and of which day. */
export function PrintedTitle() {
  const { t, i18n } = useTranslation()
  const workspace = useConsole((state) => state.workspace)
  return (
    <div className={styles.title} aria-hidden="true">
      <strong>{t('title', { workspace: t(`workspaces.${workspace}`) })}</strong>
      <span>{formatTime(new Date().toISOString(), i18n.language)}</span>
    </div>
  )
}

/** On paper only, where nobody can open a layer to see what its symbols mean. */
export function PrintedLegend() {
  const { i18n } = useTranslation()
  const seen = useSeenLayers()
  const layers = useConsole((state) => state.layers)
  const shown = layers.filter((id) => seen.some((layer) => layer.id === id))
  return (
    <section className={styles.legend} aria-hidden="true">
      {[...shown].reverse().map((id) => {
        const layer = findLayer(id)!
        const [part] = legendOf(layer)
        return (
          <dl key={id}>
            <dt>
              {!part && <Swatch look={lookOf(layer, {})} />}
              {pick(layer.name, i18n.language)}
            </dt>
            {part?.entries.map(({ choice, look }) => (
              <dd key={choice.value}>
                <Swatch look={look} />
                {pick(choice.label, i18n.language)}
              </dd>
            ))}
          </dl>
        )
      })}
    </section>
  )
}
