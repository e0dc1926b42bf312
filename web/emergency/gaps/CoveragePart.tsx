import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useRights } from '../../access/use_rights.ts'
import { TerritoryField } from '../../administration/TerritoryField.tsx'
import { showFound } from '../../map/found.ts'
import { Failed, Loading } from '../../responsibility/side/States.tsx'
import { useConsole } from '../../state/store.ts'
import { extentOf } from '../../values/extent.ts'
import { formatCount, formatQuantity, formatShare } from '../../values/numbers.ts'
import emergency from '../Emergency.module.css'
import { PrintsSection } from '../prints/PrintsSection.tsx'
import { metres } from '../words.ts'
import styles from './Coverage.module.css'
import {
  COVERAGE_KINDS,
  type Coverage,
  type CoverageFeature,
  type CoverageKind,
  coverageQuery,
  FACTS,
  useCoverage,
} from './coverage.ts'

/** What hydrants, shelters and bins do not reach: as totals, list and map. */
export function CoveragePart() {
  const { t } = useTranslation()
  const may = useRights()
  const { kind, territory } = useCoverage()
  const { data, error, isFetching, refetch } = useQuery(coverageQuery(kind, territory))
  const kinds = COVERAGE_KINDS.filter((one) => (one !== 'shelters' && one !== 'garbage') || may('households.read'))
  return (
    <div className={styles.coverage}>
      <div className={styles.head}>
        <label className={styles.field}>
          <span>{t('coverage.what')}</span>
          <select value={kind} onChange={({ target }) => useCoverage.setState({ kind: target.value as CoverageKind })}>
            {kinds.map((one) => (
              <option key={one} value={one}>
                {t(`coverage.kinds.${one}`)}
              </option>
            ))}
          </select>
        </label>
        <TerritoryField
          code={territory}
          error={undefined}
          offers={(code) => code !== ''}
          onChange={(chosen) => useCoverage.setState({ territory: chosen })}
        />
      </div>
      <PrintsSection territory={territory} />
      {territory === null ? (
        <p className={styles.hint}>{t('coverage.hint')}</p>
      ) : data ? (
        <Answer coverage={data} kind={kind} />
      ) : error && !isFetching ? (
        <Failed error={error} onRetry={() => void refetch()} />
      ) : (
        <Loading />
      )}
    </div>
  )
}

function Answer({ coverage, kind }: { coverage: Coverage; kind: CoverageKind }) {
  const { t } = useTranslation()
  const features = useMemo(
    () =>
      Object.values(coverage.lists).flatMap((list) =>
        (list?.features ?? []).map((one) => ({ ...one, properties: { ...one.properties, mark: '!' } })),
      ),
    [coverage],
  )
  useEffect(() => showFound(features), [features])
  return (
    <>
      <dl className={styles.facts}>
        {FACTS[kind].map(([beyond, all, unit]) =>
          coverage.totals[beyond] === undefined ? null : (
            <Fact
              key={beyond}
              kind={kind}
              name={beyond}
              beyond={coverage.totals[beyond]}
              all={coverage.totals[all] ?? 0}
              unit={unit}
            />
          ),
        )}
      </dl>
      <p className={styles.rule}>
        {Object.values(coverage.thresholds)
          .filter(({ unit }) => unit === 'm')
          .map(({ value, source, edition }) => `${value} m · ${source} ${edition}`)
          .filter((text, index, all) => all.indexOf(text) === index)
          .join(t('coverage.separator'))}
      </p>
      {coverage.shelters && <Shelters shelters={coverage.shelters} />}
      {Object.entries(coverage.lists).map(([name, list]) =>
        list && list.matched > 0 ? (
          <List key={name} name={name as 'cells'} matched={list.matched} features={list.features} />
        ) : null,
      )}
      {features.length === 0 && <p className={styles.hint}>{t('coverage.nothing')}</p>}
    </>
  )
}

interface FactProps {
  readonly kind: CoverageKind
  readonly name: string
  readonly beyond: number
  readonly all: number
  readonly unit: 'm2' | 'm' | 'people' | 'households'
}

function Fact({ kind, name, beyond, all, unit }: FactProps) {
  const { t, i18n } = useTranslation()
  const amount =
    unit === 'm2'
      ? formatQuantity(beyond, 'm2', i18n.language)
      : unit === 'm'
        ? metres(beyond, i18n.language)
        : formatCount(beyond)
  return (
    <div data-open={beyond > 0}>
      <dt>{t(`coverage.facts.${kind}.${name}` as 'coverage.facts.roads.roads_beyond_m')}</dt>
      <dd>
        {amount}
        {(unit === 'people' || unit === 'households') && <small> {t(`coverage.units.${unit}`)}</small>}
        <small> {all > 0 ? t('coverage.share', { share: formatShare(beyond / all) }) : ''}</small>
      </dd>
    </div>
  )
}

function Shelters({ shelters }: { shelters: NonNullable<Coverage['shelters']> }) {
  const { t } = useTranslation()
  const short = shelters.filter(({ population_without_room }) => population_without_room > 0)
  if (short.length === 0) return null
  return (
    <section className={emergency.section}>
      <h3>{t('coverage.short')}</h3>
      <ul className={emergency.list}>
        {short.map(({ id, name, capacity, population_in_reach, population_without_room }) => (
          <li key={id} className={emergency.row}>
            <button
              type="button"
              className={emergency.main}
              onClick={() => useConsole.getState().select({ layer: 'shelters', id })}
            >
              <span className={emergency.what}>
                <strong>{name}</strong>
                <small>
                  {t('coverage.shortAbout', { capacity: formatCount(capacity ?? 0), reach: formatCount(population_in_reach) })}
                </small>
              </span>
              <span className={emergency.distance}>
                <strong>{formatCount(population_without_room)}</strong>
                <small>{t('coverage.withoutRoom')}</small>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

interface ListProps {
  readonly name: 'cells' | 'dwellings' | 'roads'
  readonly matched: number
  readonly features: readonly CoverageFeature[]
}

/** Rows that are drawn at once; the map shows all of them. */
const ROWS = 200

function List({ name, matched, features }: ListProps) {
  const { t } = useTranslation()
  return (
    <section className={emergency.section}>
      <h3>
        {t(`coverage.lists.${name}`)} <small className={styles.count}>{formatCount(matched)}</small>
      </h3>
      <ul className={emergency.list}>
        {features.slice(0, ROWS).map((feature) => (
          <Row key={feature.id} name={name} feature={feature} />
        ))}
      </ul>
      {matched > ROWS && (
        <p className={emergency.none}>{t('coverage.more', { shown: formatCount(ROWS), all: formatCount(matched) })}</p>
      )}
    </section>
  )
}

function Row({ name, feature: { properties, geometry } }: { name: ListProps['name']; feature: CoverageFeature }) {
  const { t, i18n } = useTranslation()
  const extent = extentOf(geometry)
  const { code, name: roadName, address, area_m2, length_m, households, population } = properties
  const amount =
    name === 'cells'
      ? formatQuantity(Math.round(Number(area_m2)), 'm2', i18n.language)
      : name === 'roads'
        ? metres(Number(length_m), i18n.language)
        : t('coverage.people', { households: formatCount(Number(households)), people: formatCount(Number(population)) })
  return (
    <li className={emergency.row}>
      <button
        type="button"
        className={emergency.main}
        disabled={!extent}
        onClick={() => extent && useConsole.getState().fly({ extent })}
      >
        <span className={emergency.what}>
          <strong>{String(code ?? roadName ?? address ?? t('coverage.nameless'))}</strong>
        </span>
        <span className={emergency.distance}>
          <small>{amount}</small>
        </span>
      </button>
    </li>
  )
}
