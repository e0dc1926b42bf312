import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { ServerState } from '../../api/types.ts'
import { Failed, Loading } from '../../responsibility/side/States.tsx'
import { formatDay } from '../../values/times.ts'
import { evaluationQuery } from '../queries.ts'
import { Bulletin } from './Bulletin.tsx'
import styles from './Evaluation.module.css'
import { EvaluationFields } from './EvaluationFields.tsx'
import { EvaluationTable } from './EvaluationTable.tsx'
import { PeriodField } from './PeriodField.tsx'
import { lastOfBulletin, notAfterToday, type Period } from './period.ts'
import { useChosenGrids } from './use_grids.ts'
import { evaluationAsked, useEvaluation } from './view.ts'

/** How well cases are seen through, by whom they are counted; each number opens the list of what it counts. */
export function EvaluationPart({ state }: { state: ServerState }) {
  const { t } = useTranslation()
  const view = useEvaluation()
  const grids = useChosenGrids(state)
  const { data, error, isFetching, isPlaceholderData, refetch } = useQuery({
    ...evaluationQuery(evaluationAsked(view, grids)),
    placeholderData: (before) => before,
  })
  return (
    <section className={styles.evaluation} aria-label={t('cases.evaluation.label')}>
      <header className={styles.head}>
        <PeriodField period={view.period} />
        <Bulletin view={view} />
        <CountedTo period={view.period} />
      </header>
      <EvaluationFields state={state} />
      {data ? (
        <EvaluationTable evaluation={data} isOld={isPlaceholderData} />
      ) : error && !isFetching ? (
        <Failed error={error} onRetry={() => void refetch()} />
      ) : (
        <Loading />
      )}
      <p className={styles.about}>
        {t('cases.evaluation.asOf')} {t('cases.evaluation.rankHint')}
      </p>
    </section>
  )
}

/** Up to which day: of a period that is running, the bulletin ends a day before what is seen here. */
function CountedTo({ period }: { period: Period }) {
  const { t, i18n } = useTranslation()
  const last = notAfterToday(period.to)
  const ofBulletin = period.kind === 'week' || period.kind === 'month' ? lastOfBulletin(period) : undefined
  const day = (text: string) => formatDay(text, i18n.language)
  return (
    <p className={styles.counted}>
      {t('cases.evaluation.countedTo', { day: day(last) })}
      {ofBulletin && ofBulletin !== last && t('cases.evaluation.bulletinTo', { day: day(ofBulletin) })}
    </p>
  )
}
