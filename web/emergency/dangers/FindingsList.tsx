import { IconDownload } from '@tabler/icons-react'
import { type ReactNode, useEffect, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { VERDICTS, type Verdict } from '#geodata/hazards/site_check.ts'
import { useFile } from '../../api/use_file.ts'
import { showFound } from '../../map/found.ts'
import side from '../../responsibility/side/Side.module.css'
import { Empty, Pager } from '../../responsibility/side/States.tsx'
import { formatCount } from '../../values/numbers.ts'
import { formatDay } from '../../values/times.ts'
import emergency from '../Emergency.module.css'
import styles from './Dangers.module.css'
import {
  askFindings,
  exportAddress,
  type FindingFilter,
  type Findings,
  PAGE,
  RESULT_STATES,
  type SiteCheck,
  type SiteFinding,
  useDangers,
} from './dangers.ts'
import { FindingRow } from './FindingRow.tsx'
import { SITE_KINDS, siteKindName } from './site_words.ts'
import { ZoomTo } from './ZoomTo.tsx'

interface Props {
  readonly answer: Findings
  readonly territory: string
  readonly isFetching: boolean
}

/** The gravest first, with what the last check has counted. */
export function FindingsList({ answer: { last_check, matched, findings }, territory, isFetching }: Props) {
  const { t } = useTranslation()
  const { filter, offset } = useDangers()
  const features = useMemo(() => marksOf(findings), [findings])
  useEffect(() => showFound(features), [features])
  const isFiltered = Object.values(filter).some((value) => value !== null)
  if (!last_check && matched === 0 && !isFiltered) return <p className={styles.hint}>{t('dangers.sites.never')}</p>
  return (
    <>
      {last_check && <Totals check={last_check} />}
      <Filters filter={filter} />
      <Export territory={territory} filter={filter} count={matched}>
        {features.length > 0 && <ZoomTo geometries={features.map(({ geometry }) => geometry)} />}
      </Export>
      {matched === 0 && <Empty>{t(isFiltered ? 'dangers.sites.noneSuch' : 'dangers.sites.none')}</Empty>}
      <div data-fresh={!isFetching}>
        {VERDICTS.map((verdict) => (
          <OfVerdict key={verdict} verdict={verdict} findings={findings.filter((one) => one.verdict === verdict)} />
        ))}
      </div>
      <Pager offset={offset} size={PAGE} total={matched} onMove={(to) => useDangers.setState({ offset: to })} />
    </>
  )
}

/** One for each site, by the gravest that was found of it. */
const marksOf = (findings: readonly SiteFinding[]): GeoJSON.Feature[] =>
  findings
    .filter(({ site }, index) => findings.findIndex((one) => one.site.layer === site.layer && one.site.id === site.id) === index)
    .map(markOf)

const markOf = ({ id, site, verdict }: SiteFinding): GeoJSON.Feature => ({
  type: 'Feature',
  geometry: { type: 'Point', coordinates: [...site.position] },
  properties: { id, mark: verdict === 'watch' ? '?' : '!' },
})

function Totals({ check: { sites, clear, inside, near, near_m, day, account_name } }: { check: SiteCheck }) {
  const { t, i18n } = useTranslation()
  const facts = { sites, inside, near, clear }
  return (
    <>
      <dl className={styles.totals}>
        {Object.entries(facts).map(([name, count]) => (
          <div key={name} data-name={name} data-any={count > 0}>
            <dt>{t(`dangers.sites.totals.${name as keyof typeof facts}`)}</dt>
            <dd>{formatCount(count)}</dd>
          </div>
        ))}
      </dl>
      <p className={styles.rule}>
        {t('dangers.sites.checked', { day: formatDay(day, i18n.language), name: account_name, n: near_m })}
      </p>
    </>
  )
}

function Filters({ filter }: { filter: FindingFilter }) {
  const { t, i18n } = useTranslation()
  const select = <Name extends keyof FindingFilter>(
    name: Name,
    options: readonly { readonly value: string; readonly label: string }[],
  ) => (
    <select
      className={side.select}
      aria-label={t(`dangers.sites.filters.${name}`)}
      value={filter[name] ?? ''}
      onChange={({ target }) => askFindings({ filter: { ...filter, [name]: target.value || null } })}
    >
      <option value="">{t(`dangers.sites.filters.${name}`)}</option>
      {options.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </select>
  )
  return (
    <div className={styles.filters}>
      {select(
        'verdict',
        VERDICTS.map((value) => ({ value, label: t(`dangers.sites.verdicts.${value}`) })),
      )}
      {select(
        'state',
        RESULT_STATES.map((value) => ({ value, label: t(`dangers.sites.states.${value}`) })),
      )}
      {select(
        'kind',
        SITE_KINDS.map((value) => ({ value, label: siteKindName(value, i18n.language, t('dangers.sites.shelter')) })),
      )}
    </div>
  )
}

interface ExportProps {
  readonly territory: string
  readonly filter: FindingFilter
  readonly count: number
  readonly children: ReactNode
}

function Export({ territory, filter, count, children }: ExportProps) {
  const { t } = useTranslation()
  const file = useFile()
  return (
    <div className={styles.export}>
      <span>{t('dangers.sites.matched', { n: formatCount(count) })}</span>
      {children}
      {file.busy ? (
        <button type="button" className={side.button} onClick={file.cancel}>
          {t('dangers.sites.exporting')}
        </button>
      ) : (
        <button
          type="button"
          className={side.button}
          disabled={count === 0}
          onClick={() => file.start(exportAddress(territory, filter), t('dangers.sites.fileName'))}
        >
          <IconDownload size={15} stroke={1.7} aria-hidden="true" />
          {t('dangers.sites.export')}
        </button>
      )}
      {file.reason !== '' && !file.busy && (
        <p className={emergency.warning} role="alert">
          {t('prints.failed', { reason: file.reason })}
        </p>
      )}
    </div>
  )
}

function OfVerdict({ verdict, findings }: { verdict: Verdict; findings: readonly SiteFinding[] }) {
  const { t } = useTranslation()
  if (findings.length === 0) return null
  return (
    <section className={emergency.section} aria-label={t(`dangers.sites.verdicts.${verdict}`)}>
      <h3 className={styles.verdict} data-verdict={verdict}>
        {t(`dangers.sites.verdicts.${verdict}`)}
        <small>{formatCount(findings.length)}</small>
      </h3>
      <ul className={emergency.list}>
        {findings.map((finding) => (
          <FindingRow key={finding.id} finding={finding} />
        ))}
      </ul>
    </section>
  )
}
