import { useQuery } from '@tanstack/react-query'
import { lazy, type ReactNode, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { findLayer } from '#geodata/layers/index.ts'
import { useRights } from '../access/use_rights.ts'
import type { Position } from '../api/types.ts'
import { useConsole } from '../state/store.ts'
import { formatPosition } from '../values/coordinates.ts'
import { formatQuantity } from '../values/numbers.ts'
import { useReason } from '../values/use_reason.ts'
import { pick } from '../words/words.ts'
import { formatChainage } from './chainage.ts'
import { DayField } from './DayField.tsx'
import { People } from './People.tsx'
import styles from './PlaceAnswer.module.css'
import { type PointAnswer, placeQuery, type Responsible } from './queries.ts'

const CasesHere = lazy(async () => ({ default: (await import('../cases/here/CasesHere.tsx')).CasesHere }))

/** Whose is this place: level by level in every scheme, and what lies near. */
export function PlaceAnswer({ position }: { position: Position }) {
  const { t } = useTranslation()
  const day = useConsole((state) => state.day)
  const canReport = useRights()('cases.report')
  const { data, error, isFetching, refetch } = useQuery(placeQuery(position, day))
  const reason = useReason(error)
  return (
    <section className={styles.answer} aria-label={t('responsibility.placeTitle')}>
      <header>
        <h2>{t('responsibility.placeTitle')}</h2>
        <p>{formatPosition(position)}</p>
      </header>
      <DayField />
      {data ? (
        <Answer answer={data} />
      ) : error && !isFetching ? (
        <p className={styles.failed} role="alert">
          {t('responsibility.failed', { reason })}
          <button type="button" className={styles.retry} onClick={() => void refetch()}>
            {t('failure.retry')}
          </button>
        </p>
      ) : (
        <div className={styles.loading} role="status" aria-label={t('inspector.loading')} />
      )}
      {canReport && (
        <Suspense>
          <CasesHere filter={null} opening={{ source: 'supervisor', longitude: position[0], latitude: position[1] }} />
        </Suspense>
      )}
    </section>
  )
}

function Answer({ answer }: { answer: PointAnswer }) {
  const { t, i18n } = useTranslation()
  const { administrative_areas, schemes, nearest_river_segment: river, nearest_road_segment: road } = answer
  const name = (thing: { name: string | null; name_en?: string | null; code?: string | null }) =>
    (i18n.language === 'en' && thing.name_en) || thing.name || thing.code || ''
  const others = (['hazard_zones', 'patrol_areas', 'parks', 'control_lines'] as const).filter((layer) => answer[layer].length > 0)
  return (
    <>
      {!answer.inside && <p className={styles.outside}>{t('responsibility.outside')}</p>}
      {schemes.map((scheme) => (
        <Group key={scheme.id} title={pick(scheme.name, i18n.language)}>
          {[...scheme.levels, ...scheme.by_trade].map(({ level, name: levelName, grid, responsible }) => (
            <Level
              key={grid.id}
              level={grid.class === 'A' ? pick(levelName, i18n.language) : t('responsibility.class', { class: grid.class ?? '' })}
              name={name(grid)}
              layer="grids"
              id={grid.id}
              responsible={responsible}
              owed={grid.class !== 'B' || level > 0}
            />
          ))}
        </Group>
      ))}
      {others.map((layer) => (
        <Group key={layer} title={pick(findLayer(layer)!.name, i18n.language)}>
          {answer[layer].map((area) => (
            <Level key={area.id} name={name(area)} layer={layer} id={area.id} responsible={area.responsible} />
          ))}
        </Group>
      ))}
      {river && (
        <Group title={t('responsibility.nearestRiver')}>
          <Level
            level={t('responsibility.away', { distance: formatQuantity(Math.round(river.distance_m), 'm', i18n.language) })}
            name={`${name(river)} ${formatChainage(river.chainage_m)}`}
            layer="river_segments"
            id={river.id}
            responsible={river.responsible}
            owed
          />
        </Group>
      )}
      {road && (
        <Group title={t('responsibility.nearestRoad')}>
          <Level
            level={t('responsibility.away', { distance: formatQuantity(Math.round(road.distance_m), 'm', i18n.language) })}
            name={`${name(road)} ${formatChainage(road.chainage_m)}`}
            layer="road_segments"
            id={road.id}
            responsible={road.responsible}
            owed
          />
        </Group>
      )}
      {administrative_areas.length > 0 && (
        <Group title={t('responsibility.administrative')}>
          {administrative_areas.map((area) => (
            <Level
              key={area.id}
              level={t(`responsibility.levels.${area.level as 'county' | 'town' | 'community'}`)}
              name={name(area)}
              layer="administrative_areas"
              id={area.id}
              responsible={area.responsible}
            />
          ))}
        </Group>
      )}
      {answer.nearest_reporter && (
        <Group title={t('responsibility.nearestReporter')}>
          <Level
            level={t('responsibility.away', {
              distance: formatQuantity(Math.round(answer.nearest_reporter.distance_m), 'm', i18n.language),
            })}
            name={name(answer.nearest_reporter)}
            layer="observation_points"
            id={answer.nearest_reporter.id}
            responsible={answer.nearest_reporter.responsible}
          />
        </Group>
      )}
    </>
  )
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={styles.group}>
      <h3>{title}</h3>
      {children}
    </section>
  )
}

interface LevelProps {
  readonly level?: string
  readonly name: string
  readonly layer: string
  readonly id: number
  readonly responsible: readonly Responsible[]
  /** Somebody has to be there: where nobody is, it is said. */
  readonly owed?: boolean
}

function Level({ level, name, layer, id, responsible, owed = false }: LevelProps) {
  const { t } = useTranslation()
  return (
    <div className={styles.level}>
      <h4>
        {level && <span>{level}</span>}
        <button type="button" onClick={() => useConsole.getState().select({ layer, id })}>
          {name}
        </button>
      </h4>
      {responsible.length > 0 ? (
        <People responsible={responsible} />
      ) : (
        owed && <p className={styles.vacant}>{t('responsibility.vacant')}</p>
      )}
    </div>
  )
}
