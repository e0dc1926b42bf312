import { lazy, Suspense, useEffect } from 'react'
import { ErrorBoundary } from '../../frame/ErrorBoundary.tsx'
import styles from './AssignHost.module.css'
import { useAssign } from './assign.ts'

const AssignDialog = lazy(async () => ({ default: (await import('./AssignDialog.tsx')).AssignDialog }))
const ChangeDialog = lazy(async () => ({ default: (await import('./ChangeDialog.tsx')).ChangeDialog }))

const SAID_MS = 6_000

/** Where the dialogs of assigning open, whoever calls them, and where is said what was done. */
export function AssignHost() {
  const request = useAssign((state) => state.request)
  const changed = useAssign((state) => state.changed)
  const said = useAssign((state) => state.said)
  useEffect(() => {
    if (!said) return
    const timer = setTimeout(() => useAssign.setState({ said: null }), SAID_MS)
    return () => clearTimeout(timer)
  }, [said])
  return (
    <>
      <ErrorBoundary>
        <Suspense>
          {request && <AssignDialog request={request} />}
          {changed && <ChangeDialog key={changed.id} {...changed} />}
        </Suspense>
      </ErrorBoundary>
      <div className={styles.said} role="status" data-shown={said !== null}>
        {said?.text}
      </div>
    </>
  )
}
