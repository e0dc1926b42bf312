import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ChangedMeanwhile, type Progress } from '../api/paging.ts'
import { useReason } from '../values/use_reason.ts'
import { download, type Order } from './download.ts'

interface Download {
  /** Null when nothing is on its way. */
  readonly progress: Progress | null
  /** Why the last one did not work; '' when it did. */
  readonly failure: string
  readonly start: (order: Order) => void
  readonly cancel: () => void
}

export function useDownload(): Download {
  const { t } = useTranslation()
  const [progress, setProgress] = useState<Progress | null>(null)
  const [error, setError] = useState<unknown>(null)
  const running = useRef<AbortController | null>(null)
  const reason = useReason(error)

  useEffect(() => () => running.current?.abort(), [])

  const start = (order: Order) => {
    running.current?.abort()
    const controller = new AbortController()
    running.current = controller
    setError(null)
    setProgress({ read: 0, total: 0 })
    const done = (failure: unknown) => {
      if (running.current !== controller) return
      running.current = null
      setProgress(null)
      if (!controller.signal.aborted) setError(failure)
    }
    download(order, controller.signal, (now) => running.current === controller && setProgress(now)).then(() => done(null), done)
  }
  return {
    progress,
    failure: error instanceof ChangedMeanwhile ? t('table.exportChanged') : reason,
    start,
    cancel: () => {
      running.current?.abort()
      running.current = null
      setProgress(null)
    },
  }
}
