import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMapHolder } from '../../../map/holder.ts'
import side from '../../../responsibility/side/Side.module.css'
import { Failed, Loading } from '../../../responsibility/side/States.tsx'
import { type ComparedGrid, comparisonQuery } from '../../api/comparison.ts'
import type { PlanDetail } from '../../api/types.ts'
import { chooseGrid, useEditor } from '../../editor/editor.ts'
import { useGridName } from '../../editor/grid_names.ts'
import { zoomToGrid } from '../../editor/zoom.ts'
import { showShapes, useExtra } from '../../map/extra.ts'
import { ComparedGrids } from './ComparedGrids.tsx'
import styles from './ComparePart.module.css'
import { differenceShapes, movingShapes, PLAN_VIEWS, type View } from './difference_shapes.ts'
import { Moved } from './Moved.tsx'
import { Swipe } from './Swipe.tsx'

/** Before and after, grid by grid and on the map, and what changes its owner. */
export function ComparePart({ plan }: { plan: PlanDetail }) {
  const { t } = useTranslation()
  const { data, error, refetch, isFetching } = useQuery(comparisonQuery(plan.id))
  const waiting = useEditor((editor) => editor.waiting)
  const session = useEditor((editor) => editor.session)
  const fabric = useEditor((editor) => editor.fabric)
  const nameOf = useGridName()
  const map = useMapHolder((holder) => holder.map)
  const [view, setView] = useState<View>('difference')
  useEffect(() => {
    if (data) return showShapes(differenceShapes(view, data, () => movingShapes(session, fabric)))
  }, [data, view, session, fabric])
  useEffect(() => {
    useExtra.setState({ before: view === 'before' })
    return () => useExtra.setState({ before: false })
  }, [view])
  if (!data) return error && !isFetching ? <Failed error={error} onRetry={() => void refetch()} /> : <Loading />
  if (data.length === 0) return <p className={side.note}>{t('planning.compare.nothing')}</p>
  const choose = ({ id }: ComparedGrid) => {
    chooseGrid(id)
    zoomToGrid(id)
  }
  return (
    <section className={styles.part} aria-label={t('planning.parts.compare')} aria-busy={isFetching}>
      {waiting > 0 && <p className={side.note}>{t('planning.compare.unsaved')}</p>}
      <ComparedGrids
        grids={data}
        sides={[t('planning.compare.before'), t('planning.compare.after')]}
        views={PLAN_VIEWS}
        view={view}
        onView={setView}
        onChoose={choose}
        nameOf={(id) => nameOf(fabric?.grids.get(id)) || undefined}
      />
      {view === 'swipe' && map && session && <Swipe map={map} session={session} />}
      <Moved plan={plan} />
    </section>
  )
}
