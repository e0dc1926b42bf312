import { useEffect } from 'react'
import { useWorker } from '../access/session.ts'
import { runOutbox } from './outbox.ts'

/** For as long as the console is open, what waits on this device is sent when it can be. */
export function useOutboxRunning(): void {
  const account = useWorker((worker) => worker.account?.id)
  useEffect(() => (account === undefined ? undefined : runOutbox()), [account])
}
