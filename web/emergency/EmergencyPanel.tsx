import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { useRights } from '../access/use_rights.ts'
import { Segments } from '../analysis/Segments.tsx'
import type { ServerState } from '../api/types.ts'
import { LayerList } from '../layers/LayerList.tsx'
import panel from '../responsibility/ResponsibilityPanel.module.css'
import { Loading } from '../responsibility/side/States.tsx'
import { useConsole } from '../state/store.ts'
import { EMERGENCY_PARTS } from '../state/url.ts'
import { DangersPart } from './dangers/DangersPart.tsx'
import { CoveragePart } from './gaps/CoveragePart.tsx'
import { IncidentPart } from './IncidentPart.tsx'

const DamageBody = lazy(async () => ({ default: (await import('../damage/Damage.tsx')).DamageBody }))

/** At the side of the emergency workspace: the incident, what is not covered, the layers. */
export function EmergencyPanel({ state }: { state: ServerState }) {
  const { t } = useTranslation()
  return (
    <aside className={panel.panel} aria-label={t('emergency.label')}>
      <EmergencyTabs />
      <div className={panel.body}>
        <EmergencyBody state={state} />
      </div>
    </aside>
  )
}

export function EmergencyTabs() {
  const { t } = useTranslation()
  const part = useConsole((console) => console.emergencyPart)
  const seesDamage = useRights()('damage.read')
  const parts = EMERGENCY_PARTS.filter((value) => value !== 'damage' || seesDamage)
  return (
    <div className={panel.tabs}>
      <Segments
        label={t('emergency.label')}
        value={part}
        options={parts.map((value) => ({ value, label: t(`emergency.parts.${value}`) }))}
        onChange={(value) => useConsole.getState().openEmergencyPart(value)}
      />
    </div>
  )
}

export function EmergencyBody({ state }: { state: ServerState }) {
  const part = useConsole((console) => console.emergencyPart)
  switch (part) {
    case 'incident':
      return <IncidentPart />
    case 'coverage':
      return <CoveragePart />
    case 'damage':
      return (
        <Suspense fallback={<Loading />}>
          <DamageBody />
        </Suspense>
      )
    case 'dangers':
      return <DangersPart />
    case 'layers':
      return <LayerList state={state} />
  }
}
