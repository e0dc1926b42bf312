import { lazy, Suspense, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useRights } from '../access/use_rights.ts'
import type { ServerState } from '../api/types.ts'
import { useOutboxRunning } from '../offline/use_outbox_running.ts'
import { AssignHost } from '../responsibility/assign/AssignHost.tsx'
import { useConsole } from '../state/store.ts'
import { DesktopFrame } from './DesktopFrame.tsx'
import { useNarrow } from './narrow.ts'
import { PhoneFrame } from './PhoneFrame.tsx'

const CaseReportHost = lazy(async () => ({ default: (await import('../cases/report/CaseReportHost.tsx')).CaseReportHost }))
const RiversHost = lazy(async () => ({ default: (await import('../rivers/RiversHost.tsx')).RiversHost }))
const ReportHost = lazy(async () => ({ default: (await import('../damage/report/ReportHost.tsx')).ReportHost }))

/** The console: on a desk everything side by side, on a phone the map with sheets over it. */
export function ConsoleFrame({ state }: { state: ServerState }) {
  const { t } = useTranslation()
  const narrow = useNarrow()
  const may = useRights()
  useOutboxRunning()

  useEffect(() => {
    const clear = (event: KeyboardEvent) => {
      // Whoever had a use for this Escape (search box, menu) has taken it.
      if (event.key === 'Escape' && !event.defaultPrevented) useConsole.getState().clear()
    }
    window.addEventListener('keydown', clear)
    return () => window.removeEventListener('keydown', clear)
  }, [])

  return (
    <>
      <a className="visually-hidden" href="#map">
        {t('skipToMap')}
      </a>
      {narrow ? <PhoneFrame state={state} /> : <DesktopFrame state={state} />}
      <AssignHost />
      {/* Loaded before it is wanted: it must open also when the network has gone. */}
      {may('damage.report') && (
        <Suspense>
          <ReportHost />
        </Suspense>
      )}
      {may('cases.report') && (
        <Suspense>
          <CaseReportHost />
        </Suspense>
      )}
      {may('rivers.patrol') && (
        <Suspense>
          <RiversHost />
        </Suspense>
      )}
    </>
  )
}
