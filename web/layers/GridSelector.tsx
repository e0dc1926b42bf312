import { useTranslation } from 'react-i18next'
import type { Scheme } from '../api/types.ts'
import { useConsole } from '../state/store.ts'
import type { GridChoice } from '../state/url.ts'
import { pick } from '../words/words.ts'
import styles from './GridSelector.module.css'

interface Props {
  readonly schemes: readonly Scheme[]
  readonly scheme: Scheme | undefined
}

/** Which partition of the land, and how fine. */
export function GridSelector({ schemes, scheme }: Props) {
  const { t, i18n } = useTranslation()
  const level = useConsole((state) => state.grids.level)
  const { setGrids } = useConsole.getState()
  if (!scheme) return <p className={styles.none}>{t('layers.noSchemes')}</p>
  const levels: readonly { value: GridChoice['level']; label: string; title: string }[] = [
    { value: 'zoom', label: t('layers.levelByZoom'), title: t('layers.levelByZoom') },
    ...scheme.levels.map((one) => ({ value: one.level, label: String(one.level), title: pick(one.name, i18n.language) })),
    { value: 'all', label: t('layers.levelAll'), title: t('layers.levelAll') },
  ]
  return (
    <div className={styles.selector}>
      <select
        aria-label={t('layers.scheme')}
        value={scheme.id}
        onChange={(event) => setGrids({ scheme: event.target.value, level: 'zoom' })}
      >
        {schemes.map(({ id, name }) => (
          <option key={id} value={id}>
            {pick(name, i18n.language)}
          </option>
        ))}
      </select>
      <fieldset>
        <legend className="visually-hidden">{t('layers.level')}</legend>
        {levels.map(({ value, label, title }) => (
          <label key={value} title={title} data-chosen={value === level}>
            <input
              className="visually-hidden"
              type="radio"
              name="grid-level"
              aria-label={title}
              checked={value === level}
              onChange={() => setGrids({ level: value })}
            />
            {label}
          </label>
        ))}
      </fieldset>
    </div>
  )
}
