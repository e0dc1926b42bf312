import {
  IconClipboardList,
  IconPolygon,
  IconRipple,
  IconStack2,
  IconTable,
  IconUrgent,
  IconUserShield,
} from '@tabler/icons-react'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { AccountMenu } from '../access/AccountMenu.tsx'
import { AdministrationBody, useAdministrationPart } from '../administration/Administration.tsx'
import { Analysis } from '../analysis/Analysis.tsx'
import type { ServerState } from '../api/types.ts'
import { InspectorBody } from '../inspector/Inspector.tsx'
import { LayerList } from '../layers/LayerList.tsx'
import { LayersOn, ResetLayers } from '../layers/LayerPanel.tsx'
import { MapFrame } from '../map/MapFrame.tsx'
import { OfflineBand } from '../offline/OfflineBand.tsx'
import { AreaTool } from '../responsibility/area/AreaTool.tsx'
import { SideBody, SideTabs } from '../responsibility/ResponsibilityPanel.tsx'
import { Loading } from '../responsibility/side/States.tsx'
import { SearchBox } from '../search/SearchBox.tsx'
import { useConsole } from '../state/store.ts'
import { AttributeTable } from '../table/AttributeTable.tsx'
import { TableCount } from '../table/TableCount.tsx'
import { PRESETS } from '../workspaces/presets.ts'
import { BottomSheet } from './BottomSheet.tsx'
import { BrandMark } from './BrandMark.tsx'
import { IconButton } from './IconButton.tsx'
import { LanguageSwitch } from './LanguageSwitch.tsx'
import { LiveIndicator } from './LiveIndicator.tsx'
import { MapControls } from './MapControls.tsx'
import styles from './PhoneFrame.module.css'
import { ScaleBar } from './ScaleBar.tsx'
import { SchemeSwitch } from './SchemeSwitch.tsx'
import { TableLayerSelect } from './TableLayerSelect.tsx'
import { Workspaces } from './Workspaces.tsx'

const EmergencyBody = lazy(async () => ({ default: (await import('../emergency/Emergency.tsx')).EmergencyBody }))
const EmergencyOnMap = lazy(async () => ({ default: (await import('../emergency/Emergency.tsx')).EmergencyOnMap }))
const EmergencyTabs = lazy(async () => ({ default: (await import('../emergency/Emergency.tsx')).EmergencyTabs }))
const PlanningBody = lazy(async () => ({ default: (await import('../planning/Planning.tsx')).PlanningBody }))
const PlanOnMap = lazy(async () => ({ default: (await import('../planning/Planning.tsx')).PlanOnMap }))
const CasesBody = lazy(async () => ({ default: (await import('../cases/Cases.tsx')).CasesBody }))
const CasesOnMap = lazy(async () => ({ default: (await import('../cases/Cases.tsx')).CasesOnMap }))
const CasesTabs = lazy(async () => ({ default: (await import('../cases/Cases.tsx')).CasesTabs }))
const RiversBody = lazy(async () => ({ default: (await import('../rivers/Rivers.tsx')).RiversBody }))
const RiversOnMap = lazy(async () => ({ default: (await import('../rivers/Rivers.tsx')).RiversOnMap }))
const RiversTabs = lazy(async () => ({ default: (await import('../rivers/Rivers.tsx')).RiversTabs }))

const ICON = { size: 20, stroke: 1.6 } as const

/** The map fills the screen; everything else comes up from below, within a thumb's reach. */
export function PhoneFrame({ state }: { state: ServerState }) {
  const { t } = useTranslation()
  const { workspace, table, openSheet, openTable } = useConsole()
  return (
    <div className={styles.frame}>
      <main className={styles.map} id="map">
        <MapFrame state={state} />
        <header className={styles.top}>
          <BrandMark size={26} />
          <div className={styles.search}>
            <SearchBox />
          </div>
          <LiveIndicator compact />
          <AccountMenu compact />
        </header>
        <div className={styles.buttons}>
          <div className={styles.group}>
            <IconButton label={t('layers.open')} size="touch" position="left" onClick={() => openSheet('layers')}>
              <IconStack2 {...ICON} />
            </IconButton>
            <IconButton
              label={t('table.title')}
              size="touch"
              position="left"
              onClick={() => {
                if (!table) openTable(PRESETS[workspace].table)
                openSheet('table')
              }}
            >
              <IconTable {...ICON} />
            </IconButton>
            {workspace === 'responsibility' && (
              <IconButton
                label={t('responsibility.side.label')}
                size="touch"
                position="left"
                onClick={() => openSheet('responsibility')}
              >
                <IconUserShield {...ICON} />
              </IconButton>
            )}
            {workspace === 'emergency' && (
              <IconButton label={t('emergency.label')} size="touch" position="left" onClick={() => openSheet('emergency')}>
                <IconUrgent {...ICON} />
              </IconButton>
            )}
            {workspace === 'cases' && (
              <IconButton label={t('workspaces.cases')} size="touch" position="left" onClick={() => openSheet('cases')}>
                <IconClipboardList {...ICON} />
              </IconButton>
            )}
            {workspace === 'rivers' && (
              <IconButton label={t('workspaces.rivers')} size="touch" position="left" onClick={() => openSheet('rivers')}>
                <IconRipple {...ICON} />
              </IconButton>
            )}
            {workspace === 'planning' && (
              <IconButton label={t('workspaces.planning')} size="touch" position="left" onClick={() => openSheet('planning')}>
                <IconPolygon {...ICON} />
              </IconButton>
            )}
          </div>
          <MapControls extent={state.extent} touch />
        </div>
        <OfflineBand />
        <div className={styles.margin}>
          <ScaleBar />
          {state.approval_number && <span>{t('frame.approval', { number: state.approval_number })}</span>}
        </div>
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
      </main>
      <Workspaces variant="bar" />
      <Sheets state={state} />
    </div>
  )
}

function Sheets({ state }: { state: ServerState }) {
  const { t } = useTranslation()
  const { sheet, table, workspace, openSheet, openTable, clear } = useConsole()
  const { part } = useAdministrationPart()
  const close = () => openSheet(null)
  switch (sheet) {
    case 'layers':
      return (
        <BottomSheet
          key={sheet}
          label={t('layers.title')}
          onClose={close}
          head={
            <>
              <h2>{t('layers.title')}</h2>
              <LayersOn />
              <ResetLayers />
              <span className={styles.space} />
              <LanguageSwitch size="touch" />
              <SchemeSwitch size="touch" />
            </>
          }
        >
          <LayerList state={state} />
        </BottomSheet>
      )
    case 'inspector':
      return (
        <BottomSheet key={sheet} label={t('inspector.title')} onClose={clear}>
          <InspectorBody state={state} />
        </BottomSheet>
      )
    case 'table': {
      const layer = table ?? PRESETS[workspace].table
      const leave = () => {
        openTable(null)
        close()
      }
      return (
        <BottomSheet
          key={sheet}
          label={t('table.title')}
          onClose={leave}
          head={
            <>
              <TableLayerSelect layer={layer} />
              <TableCount layer={layer} />
            </>
          }
        >
          <AttributeTable key={layer} layer={layer} />
        </BottomSheet>
      )
    }
    case 'responsibility':
      return (
        <BottomSheet key={sheet} label={t('responsibility.side.label')} onClose={close} head={<SideTabs />}>
          <SideBody state={state} />
        </BottomSheet>
      )
    case 'emergency':
      return (
        <BottomSheet
          key={sheet}
          label={t('emergency.label')}
          onClose={close}
          head={
            <Suspense>
              <EmergencyTabs />
            </Suspense>
          }
        >
          <Suspense fallback={<Loading />}>
            <EmergencyBody state={state} />
          </Suspense>
        </BottomSheet>
      )
    case 'cases':
      return (
        <BottomSheet
          key={sheet}
          label={t('workspaces.cases')}
          onClose={close}
          head={
            <Suspense>
              <CasesTabs />
            </Suspense>
          }
        >
          <Suspense fallback={<Loading />}>
            <CasesBody state={state} />
          </Suspense>
        </BottomSheet>
      )
    case 'rivers':
      return (
        <BottomSheet
          key={sheet}
          label={t('workspaces.rivers')}
          onClose={close}
          head={
            <Suspense>
              <RiversTabs />
            </Suspense>
          }
        >
          <Suspense fallback={<Loading />}>
            <RiversBody state={state} />
          </Suspense>
        </BottomSheet>
      )
    case 'planning':
      return (
        <BottomSheet key={sheet} label={t('workspaces.planning')} onClose={close} head={<h2>{t('workspaces.planning')}</h2>}>
          <Suspense fallback={<Loading />}>
            <PlanningBody state={state} />
          </Suspense>
        </BottomSheet>
      )
    case 'administration':
      return (
        <BottomSheet
          key={sheet}
          label={t(`administration.parts.${part}`)}
          onClose={close}
          head={<h2>{t('workspaces.administration')}</h2>}
        >
          <AdministrationBody state={state} />
        </BottomSheet>
      )
    default:
      return null
  }
}
