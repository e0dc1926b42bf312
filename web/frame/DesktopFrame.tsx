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
import { StatusBar } from './StatusBar.tsx'
import { TableDock } from './TableDock.tsx'
import { TopBar } from './TopBar.tsx'
import { Workspaces } from './Workspaces.tsx'

const EmergencyPanel = lazy(async () => ({ default: (await import('../emergency/Emergency.tsx')).EmergencyPanel }))
const EmergencyOnMap = lazy(async () => ({ default: (await import('../emergency/Emergency.tsx')).EmergencyOnMap }))
const PlanningPanel = lazy(async () => ({ default: (await import('../planning/Planning.tsx')).PlanningPanel }))
const PlanOnMap = lazy(async () => ({ default: (await import('../planning/Planning.tsx')).PlanOnMap }))

export function DesktopFrame({ state }: { state: ServerState }) {
  const workspace = useConsole((console) => console.workspace)
  const hasInspector = useConsole(({ selection, spot }) => selection !== null || spot !== null)
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
      ) : workspace === 'planning' ? (
        <Suspense fallback={<Loading />}>
          <PlanningPanel state={state} />
        </Suspense>
      ) : (
        <LayerPanel state={state} open={panelOpen} onToggle={() => setPanelOpen(!panelOpen)} />
      )}
      <main className={styles.work} id="map">
        <PrintedTitle />
        <div className={styles.map} data-inspector={hasInspector}>
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
          {hasInspector && <Inspector state={state} />}
        </div>
        <TableDock />
        <StatusBar state={state} />
        <PrintedLegend />
      </main>
    </div>
  )
}
