import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Segments } from '../../../analysis/Segments.tsx'
import side from '../../../responsibility/side/Side.module.css'
import { Failed, Loading } from '../../../responsibility/side/States.tsx'
import { comparisonQuery } from '../../api/comparison.ts'
import type { PlanDetail } from '../../api/types.ts'
import { useEditor } from '../../editor/editor.ts'
import { showShapes } from '../../map/extra.ts'
import { ComparedRow } from './ComparedRow.tsx'
import styles from './ComparePart.module.css'
import { differenceShapes, VIEWS, type View } from './difference_shapes.ts'
import { Moved } from './Moved.tsx'

/** Before and after, grid by grid and on the map, and what changes its owner. */
export function ComparePart({ plan }: { plan: PlanDetail }) {
  const { t } = useTranslation()
  const { data, error, refetch, isFetching } = useQuery(comparisonQuery(plan.id))
  const waiting = useEditor((editor) => editor.waiting)
  const session = useEditor((editor) => editor.session)
  const fabric = useEditor((editor) => editor.fabric)
  const [view, setView] = useState<View>('difference')
  useEffect(() => {
    if (data) return showShapes(differenceShapes(view, data, session, fabric))
  }, [data, view, session, fabric])
  if (!data) return error && !isFetching ? <Failed error={error} onRetry={() => void refetch()} /> : <Loading />
  if (data.length === 0) return <p className={side.note}>{t('planning.compare.nothing')}</p>
  const names = new Map(data.map(({ id, name }) => [id, name]))
  const name = (id: string) => names.get(id) ?? fabric?.grids.get(id)?.name ?? id
  return (
    <section className={styles.part} aria-label={t('planning.parts.compare')} aria-busy={isFetching}>
      {waiting > 0 && <p className={side.note}>{t('planning.compare.unsaved')}</p>}
      <div className={styles.view}>
        <span>{t('planning.compare.onMap')}</span>
        <Segments
          label={t('planning.compare.onMap')}
          value={view}
          options={VIEWS.map((value) => ({ value, label: t(`planning.compare.view.${value}`) }))}
          onChange={setView}
        />
      </div>
      <ul className={styles.grids}>
        {data.map((grid) => (
          <ComparedRow key={grid.id} grid={grid} nameOf={name} />
        ))}
      </ul>
      <Moved plan={plan} />
    </section>
  )
}
