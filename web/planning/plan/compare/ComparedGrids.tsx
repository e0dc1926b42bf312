import { useTranslation } from 'react-i18next'
import { Segments } from '../../../analysis/Segments.tsx'
import { named } from '../../../responsibility/people/queries.ts'
import type { ComparedGrid } from '../../api/comparison.ts'
import { ComparedRow, type Sides } from './ComparedRow.tsx'
import styles from './ComparePart.module.css'
import { VIEWS, type View } from './difference_shapes.ts'

interface Props {
  readonly grids: readonly ComparedGrid[]
  readonly sides: Sides
  readonly views?: readonly View[]
  readonly view: View
  readonly onView: (view: View) => void
  readonly onChoose: (grid: ComparedGrid) => void
  /** What grids are called that are not among those compared. */
  readonly nameOf?: (id: string) => string | undefined
}

/** Grids before and after, and which of the two the map shows: of a plan, or of two days. */
export function ComparedGrids({ grids, sides, views = VIEWS, view, onView, onChoose, nameOf }: Props) {
  const { t, i18n } = useTranslation()
  const names = new Map(grids.map((grid) => [grid.id, named(grid, i18n.language)]))
  const words = {
    difference: t('planning.compare.difference'),
    before: sides[0],
    after: sides[1],
    swipe: t('planning.compare.swipe'),
  }
  return (
    <>
      <div className={styles.view}>
        <span>{t('planning.compare.onMap')}</span>
        <Segments
          label={t('planning.compare.onMap')}
          value={view}
          options={views.map((value) => ({ value, label: words[value] }))}
          onChange={onView}
        />
      </div>
      <ul className={styles.grids}>
        {grids.map((grid) => (
          <ComparedRow
            key={grid.id}
            grid={grid}
            sides={sides}
            nameOf={(id) => names.get(id) ?? nameOf?.(id) ?? id.slice(id.indexOf('/') + 1)}
            onChoose={onChoose}
          />
        ))}
      </ul>
    </>
  )
}
