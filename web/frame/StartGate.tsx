import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { stateQuery } from '../api/queries.ts'
import { useConsole } from '../state/store.ts'
import { useReason } from '../values/use_reason.ts'
import { BrandMark } from './BrandMark.tsx'
import { ConsoleFrame } from './ConsoleFrame.tsx'
import { Message } from './Message.tsx'
import styles from './StartGate.module.css'
import { useStart } from './use_start.ts'

const RETRY_SECONDS = 5

/** Nothing can be shown before the server has said what there is. */
export function StartGate() {
  useStart()
  const { t } = useTranslation()
  const { data, error, isFetching, refetch } = useQuery(stateQuery)
  const reason = useReason(error)
  const [ready, setReady] = useState(false)

  useEffect(() => {
    if (!data) return
    // The addresses of tiles need the versions before the first tile is asked for.
    useConsole.getState().setVersions(Object.fromEntries(Object.entries(data.layers).map(([id, { version }]) => [id, version])))
    setReady(true)
  }, [data])

  useEffect(() => {
    if (data || !error) return
    const timer = setInterval(() => void refetch(), RETRY_SECONDS * 1000)
    return () => clearInterval(timer)
  }, [data, error, refetch])

  if (data && ready) return <ConsoleFrame state={data} />
  if (error && !data) {
    return (
      <Message
        title={t('failure.startTitle')}
        action={{ label: t('failure.retry'), run: () => void refetch(), busy: isFetching }}
        aside={`${t('failure.details', { reason })} · ${t('failure.startRetrying', { seconds: RETRY_SECONDS })}`}
      >
        {t('failure.startText')}
      </Message>
    )
  }
  return (
    <div className={styles.splash} role="status" aria-label={t('live.aboutConnecting')}>
      <BrandMark size={52} />
    </div>
  )
}
