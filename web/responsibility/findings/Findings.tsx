import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { ServerState } from '../../api/types.ts'
import { useConsole } from '../../state/store.ts'
import { formatCount } from '../../values/numbers.ts'
import { pick } from '../../words/words.ts'
import { DayField } from '../DayField.tsx'
import { TerritoryFinder } from '../side/finders.tsx'
import side from '../side/Side.module.css'
import { Failed, Loading } from '../side/States.tsx'
import { FindingKindView } from './FindingKindView.tsx'
import styles from './Findings.module.css'
import { type FindingKind, KINDS } from './finding.ts'
import { type Summary, summaryQuery, useFindings } from './findings.ts'

/** What is wrong with who is responsible: five numbers, and behind each the list. */
export function Findings({ state }: { state: ServerState }) {
  const { territory, scheme, kind } = useFindings()
  const day = useConsole((console) => console.day)
  const summary = useQuery(summaryQuery({ territory, scheme, day }))
  return (
    <section className={styles.findings}>
      <Filters state={state} />
      {summary.data ? (
        kind ? (
          <FindingKindView kind={kind} summary={summary.data} schemes={state.schemes} />
        ) : (
          <Kinds summary={summary.data} busy={summary.isFetching} />
        )
      ) : summary.error && !summary.isFetching ? (
        <Failed error={summary.error} onRetry={() => void summary.refetch()} />
      ) : (
        <Loading />
      )}
    </section>
  )
}

function Filters({ state: { schemes } }: { state: ServerState }) {
  const { t, i18n } = useTranslation()
  const { territory, scheme } = useFindings()
  const change = (filter: { territory?: string | null; scheme?: string | null }) =>
    useFindings.setState({ ...filter, group: null, offset: 0 })
  return (
    <div className={side.head}>
      <TerritoryFinder
        label={t('findings.territory')}
        labelHidden
        code={territory}
        onChange={(code) => change({ territory: code })}
      />
      <div className={styles.filters}>
        <select
          className={side.select}
          aria-label={t('findings.scheme')}
          value={scheme ?? ''}
          onChange={({ target }) => change({ scheme: target.value || null })}
        >
          <option value="">{t('findings.everything')}</option>
          {schemes.map(({ id, name }) => (
            <option key={id} value={id}>
              {t('findings.onlyScheme', { scheme: pick(name, i18n.language) })}
            </option>
          ))}
        </select>
        <DayField />
      </div>
    </div>
  )
}

function Kinds({ summary, busy }: { summary: Summary; busy: boolean }) {
  const { t } = useTranslation()
  const sound = KINDS.every((kind) => summary.totals[kind] === 0)
  return (
    <div aria-busy={busy}>
      {sound && <p className={side.note}>{t('findings.sound')}</p>}
      <ul className={styles.kinds}>
        {KINDS.map((kind) => (
          <li key={kind}>
            <KindButton kind={kind} total={summary.totals[kind]} />
          </li>
        ))}
      </ul>
      <p className={side.note}>{t('responsibility.hint')}</p>
    </div>
  )
}

function KindButton({ kind, total }: { kind: FindingKind; total: number }) {
  const { t } = useTranslation()
  return (
    <button
      type="button"
      className={styles.kind}
      data-none={total === 0}
      onClick={() => useFindings.setState({ kind, group: null, offset: 0 })}
    >
      <span className={styles.mark} aria-hidden="true">
        {t(`findings.marks.${kind}`)}
      </span>
      <span className={styles.words}>
        <strong>{t(`findings.kinds.${kind}`)}</strong>
        <small>{t(`findings.about.${kind}`)}</small>
      </span>
      <span className={styles.number}>{formatCount(total)}</span>
    </button>
  )
}
