import { useRef } from 'react'
import { useWorker } from '../../access/session.ts'
import { useRights } from '../../access/use_rights.ts'
import { Segments } from '../../analysis/Segments.tsx'
import side from '../../responsibility/side/Side.module.css'
import { Empty, Loading } from '../../responsibility/side/States.tsx'
import { formatCount } from '../../values/numbers.ts'
import { Away } from '../offline/Away.tsx'
import { KeptBand } from '../offline/KeptBand.tsx'
import { PatrolOutbox } from '../patrol/PatrolOutbox.tsx'
import { useRiversWords } from '../use_rivers_words.ts'
import { look, useRiversView } from '../view.ts'
import { SegmentFilters } from './SegmentFilters.tsx'
import { SegmentItem } from './SegmentItem.tsx'
import styles from './Segments.module.css'
import { useSegments } from './scope.ts'
import { useKeptScroll } from './use_kept_scroll.ts'

/** The segments somebody answers for, or those of the territory, the most overdue first. */
export function SegmentsPart() {
  const { t } = useRiversWords()
  const mayPatrol = useRights()('rivers.patrol')
  const isPerson = useWorker(({ account }) => account !== null && account.person_id !== null)
  const segments = useSegments()
  const { scope, counts, keptAt } = segments
  return (
    <>
      <KeptBand at={keptAt} />
      {mayPatrol && isPerson && (
        <div className={styles.scope}>
          <Segments
            label={t('rivers.list.scope')}
            value={scope}
            options={(['mine', 'all'] as const).map((value) => ({ value, label: t(`rivers.list.${value}`) }))}
            onChange={(value) => look({ scope: value, state: null })}
          />
        </div>
      )}
      {mayPatrol && <PatrolOutbox show="open" />}
      {counts && <SegmentFilters counts={counts} scope={scope} />}
      <List segments={segments} />
      {mayPatrol && scope === 'mine' && <PatrolOutbox show="all" />}
    </>
  )
}

function List({ segments }: { segments: ReturnType<typeof useSegments> }) {
  const { t } = useRiversWords()
  const { rows, total, scope, error, isFetching, refetch, counts, more } = segments
  const ref = useRef<HTMLUListElement>(null)
  useKeptScroll(ref, scope, rows !== undefined)
  const isNarrowed = useRiversView(({ state, text, territory }) => state !== null || text !== '' || territory !== null)
  if (!rows) return error && !isFetching ? <Away error={error} onRetry={() => void refetch()} /> : <Loading />
  if (counts?.every === 0 && !isNarrowed)
    return <Empty>{t(scope === 'mine' ? 'rivers.list.emptyMine' : 'rivers.list.emptyAll')}</Empty>
  if (rows.length === 0)
    return (
      <div className={styles.none}>
        <p>{t('rivers.list.emptyFilter')}</p>
        <button type="button" className={side.button} onClick={() => look({ state: null, text: '', territory: null })}>
          {t('rivers.list.showEvery')}
        </button>
      </div>
    )
  return (
    <>
      <ul ref={ref} className={styles.list} aria-label={t(`rivers.list.${scope}`)} aria-busy={isFetching}>
        {rows.map((segment) => (
          <SegmentItem key={segment.id} segment={segment} showsRiver={rows.some((row) => row.river_id !== segment.river_id)} />
        ))}
      </ul>
      {rows.length < total && (
        <button type="button" className={`${side.button} ${styles.more}`} onClick={more}>
          {t('rivers.list.more', { n: formatCount(total - rows.length) })}
        </button>
      )}
    </>
  )
}
