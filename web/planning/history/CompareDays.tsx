import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import side from '../../responsibility/side/Side.module.css'
import { Failed, Loading } from '../../responsibility/side/States.tsx'
import { isDay } from '../../state/grid_history.ts'
import { useConsole } from '../../state/store.ts'
import { extentOf } from '../../values/extent.ts'
import { formatCount } from '../../values/numbers.ts'
import { today } from '../../values/times.ts'
import type { ComparedGrid } from '../api/comparison.ts'
import { daysQuery, MOST_COMPARED } from '../api/history.ts'
import { showShapes } from '../map/extra.ts'
import { ComparedGrids } from '../plan/compare/ComparedGrids.tsx'
import { differenceShapes, type View } from '../plan/compare/difference_shapes.ts'
import type { Span } from './days.ts'
import { gainedLand } from './gained.ts'
import styles from './HistoryPanel.module.css'
import { compareDays, type Shown, showDay } from './use_history.ts'

/** Two days, and below them what differs. */
export function CompareDays({ shown: { scheme, day, compared }, span }: { shown: Shown; span: Span }) {
  const { t } = useTranslation()
  // Without a choice: the day on the map and today, or all that has happened.
  const [from, setFrom] = useState(compared?.[0] ?? (day !== null && day < today() ? day : span.first))
  const [to, setTo] = useState(compared?.[1] ?? today())
  const isReady = isDay(from) && isDay(to)
  const isBackwards = isReady && from >= to
  return (
    <section aria-label={t('history.compare')}>
      <form
        className={styles.days}
        onSubmit={(event) => {
          event.preventDefault()
          if (isReady && !isBackwards) compareDays(from, to)
        }}
      >
        <label>
          {t('history.from')}
          <input type="date" value={from} onChange={({ target }) => setFrom(target.value)} />
        </label>
        <label>
          {t('history.to')}
          <input type="date" value={to} onChange={({ target }) => setTo(target.value)} />
        </label>
        <div>
          <button type="submit" className={side.button} disabled={!isReady || isBackwards}>
            {t('history.compare')}
          </button>
          {compared && (
            <button type="button" className={side.button} onClick={() => showDay(compared[1])}>
              {t('history.endCompare')}
            </button>
          )}
        </div>
        {isBackwards && <p className={styles.error}>{t('history.wrongOrder')}</p>}
      </form>
      {compared && <Differences scheme={scheme.id} from={compared[0]} to={compared[1]} />}
    </section>
  )
}

function Differences({ scheme, from, to }: { scheme: string; from: string; to: string }) {
  const { t } = useTranslation()
  const { data, error, refetch, isFetching } = useQuery(daysQuery(scheme, from, to))
  const [view, setView] = useState<View>('difference')
  useEffect(() => {
    if (data) return showShapes(differenceShapes(view, data, () => data.flatMap(gainedLand)))
  }, [data, view])
  if (!data) return error && !isFetching ? <Failed error={error} onRetry={() => void refetch()} /> : <Loading />
  if (data.length === 0) return <p className={side.note}>{t('history.same')}</p>
  return (
    <>
      {data.length >= MOST_COMPARED && <p className={side.note}>{t('history.first', { n: formatCount(MOST_COMPARED) })}</p>}
      <ComparedGrids grids={data} sides={[t('history.from'), t('history.to')]} view={view} onView={setView} onChoose={fly} />
    </>
  )
}

function fly({ before_shape, after_shape }: ComparedGrid): void {
  const extent = extentOf(after_shape ?? before_shape)
  if (extent) useConsole.getState().fly({ extent })
}
