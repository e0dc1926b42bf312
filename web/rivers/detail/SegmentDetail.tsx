import { IconChevronLeft } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Problem } from '../../api/problem.ts'
import side from '../../responsibility/side/Side.module.css'
import { Empty, Loading } from '../../responsibility/side/States.tsx'
import { useConsole } from '../../state/store.ts'
import { Away } from '../offline/Away.tsx'
import { KeptBand } from '../offline/KeptBand.tsx'
import { segmentQuery } from '../queries.ts'
import { useRiversWords } from '../use_rivers_words.ts'
import { BoardSection } from './BoardSection.tsx'
import { CasesSection } from './CasesSection.tsx'
import { ChiefsSection } from './ChiefsSection.tsx'
import styles from './Detail.module.css'
import { DetailHead } from './DetailHead.tsx'
import { NeighboursSection } from './NeighboursSection.tsx'
import { PatrolsSection } from './PatrolsSection.tsx'
import { WaterSection } from './WaterSection.tsx'

/** A segment whole: what is to be done first, then whose it is, then how it is. */
export function SegmentDetailPart({ id }: { id: number }) {
  const { t } = useRiversWords()
  const { data, error, isFetching, refetch } = useQuery(segmentQuery(id))
  return (
    <>
      <div className={styles.top}>
        <button type="button" className={side.back} onClick={() => useConsole.getState().openRiver(null)}>
          <IconChevronLeft size={18} stroke={1.8} aria-hidden="true" />
          {t('rivers.detail.back')}
        </button>
      </div>
      {data ? (
        <article className={styles.detail} aria-busy={isFetching}>
          <KeptBand at={data.kept_at} />
          <DetailHead segment={data.body} />
          <CasesSection segment={data.body} />
          <PatrolsSection segment={data.body} />
          <ChiefsSection segment={data.body} />
          <WaterSection segment={data.body} />
          <NeighboursSection segment={data.body} />
          <BoardSection segment={data.body} />
        </article>
      ) : error && !isFetching ? (
        error instanceof Problem && error.status === 404 ? (
          <Empty>{t('rivers.detail.gone')}</Empty>
        ) : (
          <Away error={error} onRetry={() => void refetch()} />
        )
      ) : (
        <Loading />
      )}
    </>
  )
}
