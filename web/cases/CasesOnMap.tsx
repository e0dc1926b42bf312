import { IconClipboardPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useRights } from '../access/use_rights.ts'
import { FieldButton } from '../field/FieldButton.tsx'
import { useWide } from '../frame/narrow.ts'
import { useMapHolder } from '../map/holder.ts'
import { useConsole } from '../state/store.ts'
import styles from './Cases.module.css'
import { CaseView } from './detail/CaseView.tsx'
import { CaseShapes } from './map/CaseShapes.tsx'
import { openCaseReport } from './report/open_report.ts'
import { useShown } from './use_part.ts'

/** The cases on the map, the way to report one, and beside the map the one that is open. */
export function CasesOnMap() {
  const { t } = useTranslation()
  const may = useRights()
  const map = useMapHolder((holder) => holder.map)
  const shown = useShown()
  const isWide = useWide()
  const caseId = useConsole((console) => console.caseId)
  return (
    <>
      {map && <CaseShapes map={map} shown={shown} />}
      {may('cases.report') && (
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
