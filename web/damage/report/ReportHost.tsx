import '../words.ts'
import { useEffect } from 'react'
import { useWorker } from '../../access/session.ts'
import { useMapHolder } from '../../map/holder.ts'
import { forgetDraft, openReport, useReporting } from './draft.ts'
import { PickOnMap } from './PickOnMap.tsx'
import { ReportPage } from './ReportPage.tsx'

/** The reporter's page over everything else, or the map to choose a place on. Whoever only reports begins with it. */
export function ReportHost() {
  const step = useReporting((reporting) => reporting.step)
  const map = useMapHolder((holder) => holder.map)
  const account = useWorker((worker) => worker.account)
  // What one has begun to say is not for the next.
  useEffect(
    () =>
      useWorker.subscribe(({ account: next }, { account: before }) => {
        if (before && next?.id !== before.id) forgetDraft()
      }),
    [],
  )
  useEffect(() => {
    if (account?.roles.every(({ role }) => role === 'reporter')) openReport()
  }, [account])
  if (step === 'map' && map) return <PickOnMap map={map} />
  return step === null ? null : <ReportPage />
}
