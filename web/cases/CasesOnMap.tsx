import { IconClipboardPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useRights } from '../access/use_rights.ts'
import { FieldButton } from '../field/FieldButton.tsx'
import { useNarrow, useWide } from '../frame/narrow.ts'
import { useMapHolder } from '../map/holder.ts'
import { useConsole } from '../state/store.ts'
import styles from './Cases.module.css'
import { CaseView } from './detail/CaseView.tsx'
import { CaseShapes } from './map/CaseShapes.tsx'
import { useCaseReporting } from './report/draft.ts'
import { openCaseReport } from './report/open_report.ts'
import { useCasesPart, useShown } from './use_part.ts'

/** The cases on the map, the way to report one, and beside the map the one that is open. */
export function CasesOnMap() {
  const { t } = useTranslation()
  const mayReport = useReportButton()
  const map = useMapHolder((holder) => holder.map)
  const shown = useShown()
  const isWide = useWide()
  const caseId = useConsole((console) => console.caseId)
  return (
    <>
      {map && <CaseShapes map={map} shown={shown} />}
      {mayReport && (
        <FieldButton
          icon={<IconClipboardPlus size={20} stroke={1.8} aria-hidden="true" />}
          label={t('cases.report.open')}
          kinds={['case_report']}
          onClick={() => openCaseReport({ source: 'supervisor' })}
        />
      )}
      {isWide && caseId !== null && (
        <aside className={styles.aside}>
          <CaseView key={caseId} id={caseId} isAside />
        </aside>
      )}
    </>
  )
}

/** Not while a place is chosen on the map, nor beside the list that has the same button above it. */
function useReportButton(): boolean {
  const may = useRights()
  const isPicking = useCaseReporting(({ step }) => step === 'map')
  const { part } = useCasesPart()
  const isNarrow = useNarrow()
  const isWide = useWide()
  const isListSeen = useConsole(({ sheet, caseId }) => (isNarrow ? sheet === 'cases' : true) && (isWide || caseId === null))
  return may('cases.report') && !isPicking && !(part === 'reported' && isListSeen)
}
