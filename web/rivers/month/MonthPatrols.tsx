import { IconChevronLeft } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import side from '../../responsibility/side/Side.module.css'
import { Empty, Loading, Pager } from '../../responsibility/side/States.tsx'
import { useConsole } from '../../state/store.ts'
import { formatCount } from '../../values/numbers.ts'
import { Away } from '../offline/Away.tsx'
import { PatrolRecord } from '../patrol/PatrolRecord.tsx'
import { patrolsQuery } from '../queries.ts'
import { useRiversWords } from '../use_rivers_words.ts'
import { look, type PatrolsShown } from '../view.ts'
import styles from './Month.module.css'

const PAGE = 50

/** The patrols that a number of the month counts. */
export function MonthPatrols({ shown }: { shown: PatrolsShown }) {
  const { t } = useRiversWords()
  const [offset, setOffset] = useState(0)
  const { title, origin, ...asked } = shown
  const { data, error, isFetching, refetch } = useQuery(patrolsQuery({ ...asked, valid: true, limit: PAGE, offset }))
  const goBack = () => {
    look({ patrols: null })
    if (origin === 'evaluation') useConsole.getState().openEvaluation()
  }
  return (
    <>
      <div className={styles.back}>
        <button type="button" className={side.back} onClick={goBack}>
          <IconChevronLeft size={18} stroke={1.8} aria-hidden="true" />
          {t(origin === 'month' ? 'rivers.month.back' : 'rivers.month.backToEvaluation')}
        </button>
      </div>
      <div className={styles.patrols}>
        <h2>{title}</h2>
        {data ? (
          <>
            <p>
              {t('rivers.month.patrolsCount', { n: formatCount(data.body.total) })} · {t('rivers.month.patrolsHint')}
            </p>
            {data.body.total === 0 && <Empty>{t('rivers.month.patrolsNone')}</Empty>}
            <ul>
              {data.body.patrols.map((patrol) => (
                <PatrolRecord key={patrol.id} patrol={patrol} showsSegment />
              ))}
            </ul>
            <Pager offset={offset} size={PAGE} total={data.body.total} onMove={setOffset} />
          </>
        ) : error && !isFetching ? (
          <Away error={error} onRetry={() => void refetch()} />
        ) : (
          <Loading />
        )}
      </div>
    </>
  )
}
