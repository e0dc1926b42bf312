import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { ServerState } from '../api/types.ts'
import { useConsole } from '../state/store.ts'
import { AnalysisNotice } from './AnalysisNotice.tsx'
import styles from './AnalysisView.module.css'

/** What draws an analysis is large and seldom needed: it comes when one is asked for. */
const load = () => import('./AnalysisView.tsx')

export function Analysis({ state }: { state: ServerState }) {
  const { t } = useTranslation()
  const analysis = useConsole((console) => console.analysis)
  const { data, error, refetch } = useQuery({
    queryKey: ['module', 'analysis'],
    queryFn: load,
    enabled: analysis !== null,
    // A module is not data to be compared or forgotten.
    structuralSharing: false,
    gcTime: Number.POSITIVE_INFINITY,
    retry: false,
  })
  if (!analysis) return null
  if (data) return <data.AnalysisView analysis={analysis} state={state} />
  return (
    <section className={styles.panel} aria-label={t('analysis.title')}>
      {error ? (
        <AnalysisNotice title={t('analysis.failed')} error={error} onRetry={() => void refetch()} />
      ) : (
        <AnalysisNotice title={t('analysis.loading')} />
      )}
    </section>
  )
}
