import { lazy, Suspense } from 'react'
import { useRights } from '../access/use_rights.ts'
import { useNarrow } from '../frame/narrow.ts'
import { useConsole } from '../state/store.ts'
import { IncidentOnMap } from './IncidentOnMap.tsx'

const DamageOnMap = lazy(async () => ({ default: (await import('../damage/Damage.tsx')).DamageOnMap }))
const ReportButton = lazy(async () => ({ default: (await import('../damage/ReportButton.tsx')).ReportButton }))

/** What the open part of the workspace puts on the map, and the button by which a village reports damage: on a phone always at hand. */
export function EmergencyOnMap() {
  const may = useRights()
  const narrow = useNarrow()
  const showsDamage = useConsole(({ emergencyPart }) => emergencyPart === 'damage')
  return (
    <>
      <IncidentOnMap />
      <Suspense>
        {showsDamage && may('damage.read') && <DamageOnMap />}
        {(narrow || showsDamage) && may('damage.report') && <ReportButton />}
      </Suspense>
    </>
  )
}
