import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNarrow } from '../../frame/narrow.ts'
import side from '../../responsibility/side/Side.module.css'
import { formatCount } from '../../values/numbers.ts'
import { useListKeys } from '../map/use_list_keys.ts'
import { lookAhead } from './actions.ts'
import { Body } from './Body.tsx'
import { FindingRow } from './FindingRow.tsx'
import { Footer } from './Footer.tsx'
import styles from './GridImport.module.css'
import report from './Report.module.css'
import { ToleranceField } from './ToleranceField.tsx'
import { Totals } from './Totals.tsx'
import type { ImportResult } from './types.ts'
import { goTo, toleranceOf, useWizard } from './wizard.ts'

/** What was found, what would become of it, and the grids on the map; with another tolerance all of it anew. */
export function ReportStep() {
  const { t } = useTranslation()
  const wizard = useWizard()
  const { preview, previewed, waiting } = wizard
  const [isTried, setTried] = useState(false)
  const tolerance = toleranceOf(wizard)
  const isStale = preview === null || tolerance !== previewed
  const again = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (tolerance !== null && isStale && !waiting) void lookAhead()
  }
  return (
    <div className={styles.form}>
      <Body>
        <form className={report.again} onSubmit={again} noValidate>
          <ToleranceField isTried={isTried || isStale} />
          <button type="submit" className={side.button} disabled={!isStale || waiting !== null}>
            {t('gridImport.report.again')}
          </button>
        </form>
        {isStale && preview && <p className={report.stale}>{t('gridImport.report.stale', { metres: previewed })}</p>}
        {preview && <Report preview={preview} />}
      </Body>
      <form
        className={styles.on}
        onSubmit={(event) => {
          event.preventDefault()
          goTo('confirm')
        }}
      >
        <Footer back="columns" next={t('gridImport.next')} disabled={isStale} />
      </form>
    </div>
  )
}

const setCurrent = (current: number | null) => useWizard.setState({ current })

function Report({ preview }: { preview: ImportResult }) {
  const { t } = useTranslation()
  const narrow = useNarrow()
  const current = useWizard((wizard) => wizard.current)
  const { findings, totals } = preview
  useListKeys(findings.length, current, setCurrent)
  const above = findings.filter(({ within }) => !within).length
  const sum = (count: 'count' | 'above') => Object.values(totals).reduce((all, total) => all + total[count], 0)
  const list = (from: number, to: number) => (
    <ol className={report.findings}>
      {findings.slice(from, to).map((finding, index) => (
        <FindingRow
          // biome-ignore lint/suspicious/noArrayIndexKey: findings have no other name, and never move
          key={from + index}
          finding={finding}
          number={from + index + 1}
          isCurrent={current === from + index}
          onChoose={() => setCurrent(current === from + index ? null : from + index)}
        />
      ))}
    </ol>
  )
  if (findings.length === 0) return <p className={styles.sound}>{t('gridImport.report.sound')}</p>
  const settled = sum('count') - sum('above')
  return (
    <>
      <Totals preview={preview} />
      <section className={report.above} aria-label={t('gridImport.report.above')}>
        <h3>
          {t('gridImport.report.aboveTitle', { n: formatCount(sum('above')) })}
          {!narrow && <span className={report.keys}>{t('gridImport.report.keys')}</span>}
        </h3>
        <p className={styles.hint}>{t(above > 0 ? 'gridImport.report.aboveHint' : 'gridImport.report.noneAbove')}</p>
        {list(0, above)}
      </section>
      {settled > 0 && (
        <Settled
          title={t('gridImport.report.withinTitle', { n: formatCount(settled) })}
          isReached={current !== null && current >= above}
        >
          {list(above, findings.length)}
        </Settled>
      )}
      {findings.length < sum('count') && (
        <p className={styles.hint}>{t('gridImport.report.first', { n: formatCount(findings.length) })}</p>
      )}
    </>
  )
}

/** Slivers are out of the way until somebody opens them, or steps to one. */
function Settled({ title, isReached, children }: { title: string; isReached: boolean; children: React.ReactNode }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <details className={report.settled} open={isOpen || isReached} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{title}</summary>
      {children}
    </details>
  )
}
