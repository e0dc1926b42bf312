import { IconChevronLeft, IconDownload } from '@tabler/icons-react'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { findLayer } from '#geodata/layers/index.ts'
import { findRole } from '#geodata/responsibility/roles.ts'
import type { Scheme } from '../../api/types.ts'
import { showFound } from '../../map/found.ts'
import { useConsole } from '../../state/store.ts'
import { formatCount, formatQuantity } from '../../values/numbers.ts'
import { pick } from '../../words/words.ts'
import side from '../side/Side.module.css'
import { Empty, Failed, Loading, Pager } from '../side/States.tsx'
import { FindingRow } from './FindingRow.tsx'
import styles from './Findings.module.css'
import { type Finding, type FindingKind, type GroupCount, groupsOf, marksOf, sameGroup } from './finding.ts'
import { listQuery, MOST_MARKS, marksQuery, PAGE, type Summary, useFindings } from './findings.ts'
import { useFindingsExport } from './use_findings_export.ts'

interface Props {
  readonly kind: FindingKind
  readonly summary: Summary
  readonly schemes: readonly Scheme[]
}

/** One kind: how many of what, and which. */
export function FindingKindView({ kind, summary, schemes }: Props) {
  const { t } = useTranslation()
  const { territory, scheme, group, offset } = useFindings()
  const day = useConsole((console) => console.day)
  const filter = { territory, scheme, day }
  const list = useQuery(listQuery(kind, filter, group, offset))
  const exporting = useFindingsExport(schemes)
  useMarks(kind)
  const total = list.data?.matched ?? 0
  return (
    <>
      <header className={styles.kindHead}>
        <div className={side.spread}>
          <button
            type="button"
            className={side.back}
            onClick={() => useFindings.setState({ kind: null, group: null, offset: 0 })}
          >
            <IconChevronLeft size={17} stroke={1.8} aria-hidden="true" />
            {t('findings.all')}
          </button>
          {exporting.progress ? (
            <button type="button" className={side.button} onClick={exporting.cancel}>
              {t('findings.exporting', exporting.progress)}
            </button>
          ) : (
            <button
              type="button"
              className={side.button}
              disabled={total === 0}
              onClick={() => exporting.start(kind, filter, group)}
            >
              <IconDownload size={15} stroke={1.7} aria-hidden="true" />
              {t('findings.export')}
            </button>
          )}
        </div>
        <h2>
          <span className={styles.mark} aria-hidden="true">
            {t(`findings.marks.${kind}`)}
          </span>
          {t(`findings.kinds.${kind}`)}
          <span className={styles.number}>{formatCount(summary.totals[kind])}</span>
        </h2>
        <p>{t(`findings.about.${kind}`)}</p>
        {exporting.failure && (
          <p className={styles.failure} role="alert">
            {t('responsibility.failed', { reason: exporting.failure })}
          </p>
        )}
      </header>
      <Groups groups={groupsOf(summary.counts, kind)} schemes={schemes} />
      {list.data ? (
        total === 0 ? (
          <Empty>{t('findings.noneOfKind')}</Empty>
        ) : (
          <>
            {total > MOST_MARKS && <p className={styles.most}>{t('findings.mostMarks', { n: formatCount(MOST_MARKS) })}</p>}
            <ul className={styles.list} aria-label={t(`findings.kinds.${kind}`)} aria-busy={list.isFetching}>
              {list.data.findings.map((finding) => (
                <FindingRow key={keyOf(finding)} finding={finding} schemes={schemes} />
              ))}
            </ul>
            <Pager offset={offset} size={PAGE} total={total} onMove={(to) => useFindings.setState({ offset: to })} />
          </>
        )
      ) : list.error && !list.isFetching ? (
        <Failed error={list.error} onRetry={() => void list.refetch()} />
      ) : (
        <Loading />
      )}
    </>
  )
}

const keyOf = ({ layer, object_id, role, assignment_id, person }: Finding): string =>
  [layer, object_id, role, assignment_id, person?.id].join('.')

/** All of the open list on the map, for as long as it is open. */
function useMarks(kind: FindingKind): void {
  const { t } = useTranslation()
  const { territory, scheme, group } = useFindings()
  const day = useConsole((console) => console.day)
  const { data, hasNextPage, isFetching, fetchNextPage } = useInfiniteQuery(marksQuery(kind, { territory, scheme, day }, group))
  const mark = t(`findings.marks.${kind}`)
  useEffect(() => {
    if (hasNextPage && !isFetching) void fetchNextPage()
  }, [hasNextPage, isFetching, fetchNextPage])
  useEffect(() => {
    if (data) return showFound(data.pages.flatMap(({ findings }) => marksOf(findings, mark)))
  }, [data, mark])
}

function Groups({ groups, schemes }: { groups: readonly GroupCount[]; schemes: readonly Scheme[] }) {
  const { t, i18n } = useTranslation()
  const chosen = useFindings((view) => view.group)
  if (groups.length < 2) return null
  return (
    <ul className={styles.groups} aria-label={t('findings.groups')}>
      {groups.map(({ count, metres, ...group }) => {
        const isChosen = sameGroup(group, chosen)
        const scheme = schemes.find(({ id }) => id === group.scheme)
        return (
          <li key={`${group.layer}.${group.scheme}.${group.role}`}>
            <button
              type="button"
              aria-pressed={isChosen}
              onClick={() => useFindings.setState({ group: isChosen ? null : group, offset: 0 })}
            >
              <span>
                {group.layer !== null && pick(findLayer(group.layer)!.name, i18n.language)}
                {scheme && ` · ${pick(scheme.name, i18n.language)}`}
              </span>
              <span>{pick(findRole(group.role)?.label ?? { zh: group.role, en: group.role }, i18n.language)}</span>
              <strong>{formatCount(count)}</strong>
              {metres !== null && <small>{formatQuantity(Math.round(metres), 'm', i18n.language)}</small>}
            </button>
          </li>
        )
      })}
    </ul>
  )
}
