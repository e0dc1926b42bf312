import { useTranslation } from 'react-i18next'
import { DIMENSIONS, type Dimension, type Subject } from '#geodata/cases/records.ts'
import { Segments } from '../../analysis/Segments.tsx'
import type { ServerState } from '../../api/types.ts'
import { TerritoryFinder } from '../../responsibility/side/finders.tsx'
import { pick } from '../../words/pick.ts'
import styles from './Evaluation.module.css'
import { useChosenGrids } from './use_grids.ts'
import { useEvaluation } from './view.ts'

const SUBJECTS: readonly Subject[] = ['component', 'event', 'river']
/** A county is one row: the total says it. */
const SHOWN = DIMENSIONS.filter((by) => by !== 'county')

/** By whom it is counted, and of what. */
export function EvaluationFields({ state }: { state: ServerState }) {
  const { t, i18n } = useTranslation()
  const { by, territory, subject } = useEvaluation()
  const grids = useChosenGrids(state)
  const scheme = state.schemes.find(({ id }) => id === grids?.scheme)
  return (
    <div className={styles.fields}>
      <Segments<Dimension>
        label={t('cases.evaluation.by')}
        value={by}
        options={SHOWN.map((value) => ({ value, label: t(`cases.evaluation.dimensions.${value}`) }))}
        onChange={(next) => useEvaluation.setState({ by: next })}
      />
      <div className={styles.line}>
        {by === 'grid' && scheme && grids && (
          <>
            <select
              aria-label={t('cases.evaluation.scheme')}
              value={scheme.id}
              onChange={({ target }) => useEvaluation.setState({ scheme: target.value, level: null })}
            >
              {state.schemes.map(({ id, name }) => (
                <option key={id} value={id}>
                  {pick(name, i18n.language)}
                </option>
              ))}
            </select>
            <select
              aria-label={t('cases.evaluation.level')}
              value={grids.level}
              onChange={({ target }) => useEvaluation.setState({ level: Number(target.value) })}
            >
              {scheme.levels.map(({ level, name }) => (
                <option key={level} value={level}>
                  {pick(name, i18n.language)}
                </option>
              ))}
            </select>
          </>
        )}
        <Segments
          label={t('cases.evaluation.subject')}
          value={subject ?? 'any'}
          options={[
            { value: 'any' as const, label: t('cases.filter.any') },
            ...SUBJECTS.map((value) => ({ value, label: t(`cases.subjects.${value}`) })),
          ]}
          onChange={(value) => useEvaluation.setState({ subject: value === 'any' ? null : value })}
        />
        <div className={styles.territory}>
          <TerritoryFinder
            label={t('cases.evaluation.territory')}
            labelHidden
            code={territory}
            onChange={(code) => useEvaluation.setState({ territory: code })}
          />
        </div>
      </div>
    </div>
  )
}
