import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Door, DoorOver } from '../access/Door.tsx'
import { sessionQuery, useWorker } from '../access/session.ts'
import { stateQuery } from '../api/queries.ts'
import { useConsole } from '../state/store.ts'
import { useReason } from '../values/use_reason.ts'
import { BrandMark } from './BrandMark.tsx'
import { ConsoleFrame } from './ConsoleFrame.tsx'
import { Message } from './Message.tsx'
import styles from './StartGate.module.css'
import { useLive, useStart } from './use_start.ts'

const RETRY_SECONDS = 5

/** Nothing can be shown before the server has said who is there. */
export function StartGate() {
  const { data: session, error, isFetching, refetch } = useQuery(sessionQuery)
  const worker = useWorker(({ account }) => account)
  const signedIn = session !== undefined && session.account !== null && !session.account.must_change_password
  useStart(session !== undefined && worker === null)
  useLive(signedIn && worker !== null)

  if (!session) return <Waiting error={error} isFetching={isFetching} retry={refetch} />
  if (!worker) return signedIn ? <Splash /> : <Door session={session} />
  return (
    <>
      <Gate key={worker.id} />
      {!signedIn && <DoorOver session={session} />}
    </>
  )
}

/** Nothing of the map can be shown before the server has said what there is. */
function Gate() {
  const { data, error, isFetching, refetch } = useQuery(stateQuery)
  const [ready, setReady] = useState(false)

  useEffect(() => {
    if (!data) return
    // The addresses of tiles need the versions before the first tile is asked for.
    useConsole.getState().setVersions(Object.fromEntries(Object.entries(data.layers).map(([id, { version }]) => [id, version])))
    setReady(true)
  }, [data])

  if (data && ready) return <ConsoleFrame state={data} />
  return <Waiting error={data ? null : error} isFetching={isFetching} retry={refetch} />
}

function Waiting({ error, isFetching, retry }: { error: unknown; isFetching: boolean; retry: () => unknown }) {
  const { t } = useTranslation()
  const reason = useReason(error)
  useEffect(() => {
    if (!error) return
    const timer = setInterval(() => void retry(), RETRY_SECONDS * 1000)
    return () => clearInterval(timer)
  }, [error, retry])
  if (!error) return <Splash />
  return (
    <Message
      title={t('failure.startTitle')}
      action={{ label: t('failure.retry'), run: () => void retry(), busy: isFetching }}
      aside={`${t('failure.details', { reason })} · ${t('failure.startRetrying', { seconds: RETRY_SECONDS })}`}
    >
      {t('failure.startText')}
    </Message>
  )
}

function Splash() {
  const { t } = useTranslation()
  return (
    <div className={styles.splash} role="status" aria-label={t('live.aboutConnecting')}>
      <BrandMark size={52} />
    </div>
  )
}
