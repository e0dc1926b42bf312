import '../words.ts'
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useWorker } from '../../access/session.ts'
import { PickOnMap } from '../../field/PickOnMap.tsx'
import { useMapHolder } from '../../map/holder.ts'
import { kindsQuery } from '../queries.ts'
import { CaseReportPage } from './CaseReportPage.tsx'
import { changeCasePlace, forgetCaseDraft, showCaseReport, useCaseReporting } from './draft.ts'

/** The page on which cases are reported over everything else, or the map to choose a place on. */
export function CaseReportHost() {
  const { t } = useTranslation()
  const step = useCaseReporting((reporting) => reporting.step)
  const place = useCaseReporting((reporting) => reporting.draft.place)
  const map = useMapHolder((holder) => holder.map)
  // Read before they are wanted: the page must work also when the network has gone.
  useQuery(kindsQuery)
  // What one has begun to say is not for the next.
  useEffect(
    () =>
      useWorker.subscribe(({ account: next }, { account: before }) => {
        if (before && next?.id !== before.id) forgetCaseDraft()
      }),
    [],
  )
  if (step === 'map' && map)
    return (
      <PickOnMap
        map={map}
        hint={t('cases.report.pickHint')}
        from={place?.position ?? null}
        onPick={(position) => {
          changeCasePlace({ source: 'map', position })
          showCaseReport()
        }}
        onBack={showCaseReport}
      />
    )
  return step === null ? null : <CaseReportPage />
}
