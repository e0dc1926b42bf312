import { useTranslation } from 'react-i18next'
import type { Scheme } from '../api/types.ts'
import { pick } from '../words/pick.ts'
import styles from './AnalysisView.module.css'
import type { Grids3d } from './analysis.ts'
import { Segments } from './Segments.tsx'

interface Props {
  readonly schemes: readonly Scheme[]
  readonly analysis: Grids3d
  readonly onChange: (analysis: Grids3d) => void
}

export function SchemeSelect({ schemes, analysis, onChange }: Props) {
  const { t, i18n } = useTranslation()
  const levels = schemes.find(({ id }) => id === analysis.scheme)?.levels ?? []
  const take = (id: string) => {
    const finest = schemes.find((scheme) => scheme.id === id)?.levels.at(-1)?.level ?? 1
    onChange({ ...analysis, scheme: id, level: Math.min(analysis.level, finest) })
  }
  return (
    <>
      <label className={styles.field}>
        <span>{t('analysis.scheme')}</span>
        <select aria-label={t('analysis.scheme')} value={analysis.scheme} onChange={(event) => take(event.target.value)}>
          {schemes.map(({ id, name }) => (
            <option key={id} value={id}>
              {pick(name, i18n.language)}
            </option>
          ))}
        </select>
      </label>
      <div className={styles.field}>
        <span>{t('analysis.level')}</span>
        <Segments
          label={t('analysis.level')}
          value={analysis.level}
          options={levels.map(({ level, name }) => ({ value: level, label: String(level), title: pick(name, i18n.language) }))}
          onChange={(level) => onChange({ ...analysis, level })}
        />
      </div>
    </>
  )
}
