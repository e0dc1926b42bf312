import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { Segments } from '../analysis/Segments.tsx'
import type { ServerState } from '../api/types.ts'
import { useWide } from '../frame/narrow.ts'
import { LayerList } from '../layers/LayerList.tsx'
import panel from '../responsibility/ResponsibilityPanel.module.css'
import { Loading } from '../responsibility/side/States.tsx'
import { useConsole } from '../state/store.ts'
import styles from './Cases.module.css'
import { DeskPart } from './desk/DeskPart.tsx'
import { CaseView } from './detail/CaseView.tsx'
import { HandlingPart } from './handling/HandlingPart.tsx'
import { ReportedPart } from './reported/ReportedPart.tsx'
import { useCasesPart } from './use_part.ts'

const EvaluationPart = lazy(async () => ({ default: (await import('./evaluation/EvaluationPart.tsx')).EvaluationPart }))
const KindsPart = lazy(async () => ({ default: (await import('./kinds/KindsPart.tsx')).KindsPart }))

/** At the side of the cases workspace. Figures and kinds are tables, and take the room of tables. */
export function CasesPanel({ state }: { state: ServerState }) {
  const { t } = useTranslation()
  const { part } = useCasesPart()
  return (
    <aside className={styles.panel} data-wide={part === 'evaluation' || part === 'kinds'} aria-label={t('cases.label')}>
      <CasesTabs />
      <div className={panel.body}>
        <CasesBody state={state} />
      </div>
    </aside>
  )
}

export function CasesTabs() {
  const { t } = useTranslation()
  const { parts, part } = useCasesPart()
  return (
    <div className={panel.tabs}>
      <Segments
        label={t('cases.label')}
        value={part}
        options={parts.map((value) => ({ value, label: t(`cases.parts.${value}`) }))}
        onChange={(value) => useConsole.getState().openCasesPart(value)}
      />
    </div>
  )
}

export function CasesBody({ state }: { state: ServerState }) {
  const { part } = useCasesPart()
  const caseId = useConsole((console) => console.caseId)
  const isWide = useWide()
  // Where there is no room beside the map, a case stands in the place of its list.
  if (caseId !== null && !isWide) return <CaseView key={caseId} id={caseId} isAside={false} />
  switch (part) {
    case 'desk':
      return <DeskPart />
    case 'handling':
      return <HandlingPart />
    case 'reported':
      return <ReportedPart />
    case 'evaluation':
      return (
        <Suspense fallback={<Loading />}>
          <EvaluationPart state={state} />
        </Suspense>
      )
    case 'kinds':
      return (
        <Suspense fallback={<Loading />}>
          <KindsPart state={state} />
        </Suspense>
      )
    case 'layers':
      return <LayerList state={state} />
  }
}
