import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Scheme } from '../../api/types.ts'
import { datedName, save } from '../../table/download.ts'
import { formatCount } from '../../values/numbers.ts'
import { useReason } from '../../values/use_reason.ts'
import type { Filter, FindingKind, Group } from './finding.ts'
import { readAllFindings } from './findings.ts'
import { findingsCsv } from './findings_csv.ts'

/** Takes a list of findings away as a file, page by page, and can be called off. */
export function useFindingsExport(schemes: readonly Scheme[]) {
  const { t, i18n } = useTranslation()
  const [progress, setProgress] = useState<{ n: string; total: string } | null>(null)
  const [error, setError] = useState<unknown>(null)
  const running = useRef<AbortController | null>(null)
  useEffect(() => () => running.current?.abort(), [])

  const start = async (kind: FindingKind, filter: Filter, group: Group | null) => {
    const controller = new AbortController()
    running.current = controller
    setError(null)
    setProgress({ n: '0', total: '…' })
    try {
      const findings = await readAllFindings(kind, filter, group, controller.signal, (n, total) =>
        setProgress({ n: formatCount(n), total: formatCount(total) }),
      )
      const words = {
        columns: t('findings.columns', { returnObjects: true }),
        kinds: t('findings.kinds', { returnObjects: true }),
      }
      const text = findingsCsv(findings, schemes, words, i18n.language)
      save(new Blob([text], { type: 'text/csv;charset=utf-8' }), datedName(t(`findings.kinds.${kind}`), 'csv'))
    } catch (failure) {
      if (!controller.signal.aborted) setError(failure)
    } finally {
      if (running.current === controller) setProgress(null)
    }
  }
  return {
    progress,
    failure: useReason(error),
    start: (kind: FindingKind, filter: Filter, group: Group | null) => void start(kind, filter, group),
    cancel: () => {
      running.current?.abort()
      setProgress(null)
    },
  }
}
