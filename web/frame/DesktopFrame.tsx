import { lazy, Suspense, useState } from 'react'
import { Administration } from '../administration/Administration.tsx'
import { Analysis } from '../analysis/Analysis.tsx'
import type { ServerState } from '../api/types.ts'
import { Inspector } from '../inspector/Inspector.tsx'
import { LayerPanel } from '../layers/LayerPanel.tsx'
import { MapFrame } from '../map/MapFrame.tsx'
import { OfflineBand } from '../offline/OfflineBand.tsx'
import { PrintedLegend, PrintedTitle } from '../print/Printed.tsx'
import { AreaTool } from '../responsibility/area/AreaTool.tsx'
import { ResponsibilityPanel } from '../responsibility/ResponsibilityPanel.tsx'
import { Loading } from '../responsibility/side/States.tsx'
import { useConsole } from '../state/store.ts'
import styles from './DesktopFrame.module.css'
import { MapControls } from './MapControls.tsx'
import { useWide } from './narrow.ts'
import { StatusBar } from './StatusBar.tsx'
import { TableDock } from './TableDock.tsx'
import { TopBar } from './TopBar.tsx'
import { Workspaces } from './Workspaces.tsx'

const EmergencyPanel = lazy(async () => ({ default: (await import('../emergency/Emergency.tsx')).EmergencyPanel }))
const EmergencyOnMap = lazy(async () => ({ default: (await import('../emergency/Emergency.tsx')).EmergencyOnMap }))
const PlanningPanel = lazy(async () => ({ default: (await import('../planning/Planning.tsx')).PlanningPanel }))
const PlanOnMap = lazy(async () => ({ default: (await import('../planning/Planning.tsx')).PlanOnMap }))
const CasesPanel = lazy(async () => ({ default: (await import('../cases/Cases.tsx')).CasesPanel }))
const CasesOnMap = lazy(async () => ({ default: (await import('../cases/Cases.tsx')).CasesOnMap }))
const RiversPanel = lazy(async () => ({ default: (await import('../rivers/Rivers.tsx')).RiversPanel }))
const RiversOnMap = lazy(async () => ({ default: (await import('../rivers/Rivers.tsx')).RiversOnMap }))

export function DesktopFrame({ state }: { state: ServerState }) {
  const workspace = useConsole((console) => console.workspace)
  const hasInspector = useConsole(({ selection, spot }) => selection !== null || spot !== null)
  const hasCase = useConsole(({ workspace, caseId }) => workspace === 'cases' && caseId !== null)
  const isWide = useWide()
  const [panelOpen, setPanelOpen] = useState(true)

  return (
    <div className={styles.frame}>
      <TopBar />
      <Workspaces variant="rail" />
      {workspace === 'administration' ? (
        <Administration state={state} />
      ) : workspace === 'responsibility' ? (
        <ResponsibilityPanel state={state} />
      ) : workspace === 'emergency' ? (
        <Suspense fallback={<Loading />}>
          <EmergencyPanel state={state} />
        </Suspense>
      ) : workspace === 'cases' ? (
        <Suspense fallback={<Loading />}>
          <CasesPanel state={state} />
        </Suspense>
      ) : workspace === 'rivers' ? (
        <Suspense fallback={<Loading />}>
          <RiversPanel state={state} />
        </Suspense>
      ) : workspace === 'planning' ? (
        <Suspense fallback={<Loading />}>
          <PlanningPanel state={state} />
        </Suspense>
      ) : (
        <LayerPanel state={state} open={panelOpen} onToggle={() => setPanelOpen(!panelOpen)} />
      )}
      <main className={styles.work} id="map">
        <PrintedTitle />
        <div className={styles.map} data-inspector={hasInspector || (hasCase && isWide)}>
          <MapFrame state={state} />
          <MapControls extent={state.extent} />
          <OfflineBand />
          <Analysis state={state} />
          <AreaTool />
          {workspace === 'planning' && (
            <Suspense>
              <PlanOnMap />
            </Suspense>
          )}
          {workspace === 'emergency' && (
            <Suspense>
              <EmergencyOnMap />
            </Suspense>
          )}
          {workspace === 'cases' && (
            <Suspense>
              <CasesOnMap />
            </Suspense>
          )}
          {workspace === 'rivers' && (
            <Suspense>
              <RiversOnMap />
            </Suspense>
          )}
          {hasInspector && <Inspector state={state} />}
        </div>
        <TableDock />
        <StatusBar state={state} />
        <PrintedLegend />
      </main>
    </div>
  )
}
