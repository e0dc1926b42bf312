import { useQuery } from '@tanstack/react-query'
import { CHIEF_LEVELS } from '#geodata/rivers/records.ts'
import side from '../../responsibility/side/Side.module.css'
import { Empty, Loading } from '../../responsibility/side/States.tsx'
import { Away } from '../offline/Away.tsx'
import { KeptBand } from '../offline/KeptBand.tsx'
import { riversQuery, segmentsQuery, stripQuery } from '../queries.ts'
import { useScope } from '../segments/scope.ts'
import { useRiversWords } from '../use_rivers_words.ts'
import { look, useRiversView } from '../view.ts'
import styles from './Strip.module.css'
import { Strip } from './Strip.tsx'

/** A river as a whole: a chief's own first. */
export function StripPart() {
  const { t, name } = useRiversWords()
  const { river, level } = useRiversView()
  const { data, error, isFetching, refetch } = useQuery(riversQuery)
  const isMine = useScope() === 'mine'
  const mine = useQuery({ ...segmentsQuery({ mine: true, level, state: null, text: '', territory: null }), enabled: isMine })
  const rivers = data?.body.rivers.filter(({ segments }) => segments > 0)
  if (!rivers) return error && !isFetching ? <Away error={error} onRetry={() => void refetch()} /> : <Loading />
  if (rivers.length === 0) return <Empty>{t('rivers.strip.none')}</Empty>
  if (isMine && !mine.data && mine.isFetching) return <Loading />
  const own = mine.data?.body
  const shown = rivers.find(({ id }) => id === river) ?? rivers.find(({ id }) => id === own?.segments[0]?.river_id) ?? rivers[0]!
  const ownLevel = isMine && own ? own.level : level
  return (
    <>
      <div className={styles.choice}>
        <select
          className={side.select}
          aria-label={t('rivers.strip.river')}
          value={shown.id}
          onChange={({ target }) => look({ river: Number(target.value) })}
        >
          {rivers.map((one) => (
            <option key={one.id} value={one.id}>
              {name(one)}
            </option>
          ))}
        </select>
        {!isMine && (
          <select
            className={side.select}
            aria-label={t('rivers.strip.level')}
            value={level}
            onChange={({ target }) => look({ level: target.value as typeof level })}
          >
            {CHIEF_LEVELS.map((value) => (
              <option key={value} value={value}>
                {t(`rivers.levels.${value}`)}
              </option>
            ))}
          </select>
        )}
      </div>
      <River id={shown.id} level={ownLevel} own={new Set(own?.segments.map(({ id }) => id))} />
    </>
  )
}

function River({ id, level, own }: { id: number; level: (typeof CHIEF_LEVELS)[number]; own: ReadonlySet<number> }) {
  const { t } = useRiversWords()
  const { data, error, isFetching, refetch } = useQuery(stripQuery(id, level))
  if (!data) return error && !isFetching ? <Away error={error} onRetry={() => void refetch()} /> : <Loading />
  return (
    <>
      <KeptBand at={data.kept_at} />
      {data.body.segments.length === 0 ? <Empty>{t('rivers.strip.noSegments')}</Empty> : <Strip strip={data.body} own={own} />}
    </>
  )
}
