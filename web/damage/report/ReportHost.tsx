import '../words.ts'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useWorker } from '../../access/session.ts'
import { PickOnMap } from '../../field/PickOnMap.tsx'
import { useMapHolder } from '../../map/holder.ts'
import { changeDraft, forgetDraft, openReport, useReporting } from './draft.ts'
import { ReportPage } from './ReportPage.tsx'

/** The reporter's page over everything else, or the map to choose a place on. Whoever only reports begins with it. */
export function ReportHost() {
  const { t } = useTranslation()
  const step = useReporting((reporting) => reporting.step)
  const place = useReporting((reporting) => reporting.draft.place)
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
  if (step === 'map' && map)
    return (
      <PickOnMap
        map={map}
        hint={t('damage.form.pickHint')}
        from={place && place.source !== 'community' ? place.position : null}
        onPick={(position) => {
          changeDraft({ place: { source: 'map', position } })
          openReport()
        }}
        onBack={openReport}
      />
    )
  return step === null ? null : <ReportPage />
}
