import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { Segments } from '../analysis/Segments.tsx'
import type { ServerState } from '../api/types.ts'
import { LayerList } from '../layers/LayerList.tsx'
import { useConsole } from '../state/store.ts'
import { SIDES } from '../state/url.ts'
import { AreaPanel } from './area/AreaPanel.tsx'
import styles from './ResponsibilityPanel.module.css'
import { Loading } from './side/States.tsx'

const Findings = lazy(async () => ({ default: (await import('./findings/Findings.tsx')).Findings }))
const PeopleSide = lazy(async () => ({ default: (await import('./people/PeopleSide.tsx')).PeopleSide }))
const SheetSide = lazy(async () => ({ default: (await import('./sheet/SheetSide.tsx')).SheetSide }))

/** At the side of the responsibility workspace: what is wrong, what is in an area, the people, the map to be printed. */
export function ResponsibilityPanel({ state }: { state: ServerState }) {
  const { t } = useTranslation()
  return (
    <aside className={styles.panel} aria-label={t('responsibility.side.label')}>
      <SideTabs />
      <div className={styles.body}>
        <SideBody state={state} />
      </div>
    </aside>
  )
}

export function SideTabs() {
  const { t } = useTranslation()
  const side = useConsole((console) => console.side)
  return (
    <div className={styles.tabs}>
      <Segments
        label={t('responsibility.side.label')}
        value={side}
        options={SIDES.map((value) => ({ value, label: t(`responsibility.side.${value}`) }))}
        onChange={(value) => useConsole.getState().openSide(value)}
      />
    </div>
  )
}

export function SideBody({ state }: { state: ServerState }) {
  const side = useConsole((console) => console.side)
  switch (side) {
    case 'findings':
      return (
        <Suspense fallback={<Loading />}>
          <Findings state={state} />
        </Suspense>
      )
    case 'people':
      return (
        <Suspense fallback={<Loading />}>
          <PeopleSide />
        </Suspense>
      )
    case 'sheet':
      return (
        <Suspense fallback={<Loading />}>
          <SheetSide state={state} />
        </Suspense>
      )
    case 'layers':
      return <LayerList state={state} />
    case 'area':
      return <AreaPanel />
  }
}
