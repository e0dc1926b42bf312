import '../words.ts'
import { IconClipboardPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useRights } from '../../access/use_rights.ts'
import { useConsole } from '../../state/store.ts'
import { formatCount } from '../../values/numbers.ts'
import type { CaseFilter } from '../filter.ts'
import { fewCasesQuery } from '../queries.ts'
import { type CaseReportOpening, openCaseReport } from '../report/open_report.ts'
import styles from './CasesHere.module.css'

interface Props {
  /** Null: only that a case can be reported. */
  readonly filter: CaseFilter | null
  readonly opening: CaseReportOpening
}

const QUEUES = ['open', 'ended'] as const

/** What is open about this, what has been, and the way to report more. */
export function CasesHere({ filter, opening }: Props) {
  const { t } = useTranslation()
  const may = useRights()
  return (
    <section className={styles.here} data-card={filter !== null} aria-label={t('cases.here.title')}>
      <h3>{t('cases.here.title')}</h3>
      <div>
        {filter && QUEUES.map((queue) => <Count key={queue} queue={queue} filter={filter} />)}
        {may('cases.report') && (
          <button type="button" onClick={() => openCaseReport(opening)}>
            <IconClipboardPlus size={16} stroke={1.6} aria-hidden="true" />
            {t('cases.here.report')}
          </button>
        )}
      </div>
    </section>
  )
}

function Count({ queue, filter }: { queue: (typeof QUEUES)[number]; filter: CaseFilter }) {
  const { t } = useTranslation()
  const { data } = useQuery(fewCasesQuery(queue, filter, 1))
  if (!data) return null
  const words = t(queue === 'open' ? 'cases.here.open' : 'cases.here.past', { n: formatCount(data.total) })
  return data.total === 0 ? (
    <span>{words}</span>
  ) : (
    <button type="button" onClick={() => useConsole.getState().listCases(queue, filter)}>
      {words}
    </button>
  )
}
