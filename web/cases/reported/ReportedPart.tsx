import { IconClipboardPlus, IconEyeCheck } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useRights } from '../../access/use_rights.ts'
import { useConsole } from '../../state/store.ts'
import { formatCount } from '../../values/numbers.ts'
import { CaseList } from '../desk/CaseList.tsx'
import { EVERY_CASE } from '../filter.ts'
import { countsQuery } from '../queries.ts'
import { openCaseReport } from '../report/open_report.ts'
import { REPORTED_BY_ME } from '../use_part.ts'
import styles from './Reported.module.css'

/** The supervisor's part: report, verify, and see what became of what was reported. */
export function ReportedPart() {
  const { t } = useTranslation()
  const may = useRights()
  const { data } = useQuery(countsQuery)
  const toVerify = data?.queues.to_verify ?? 0
  return (
    <>
      <div className={styles.buttons}>
        <button type="button" data-main="true" onClick={() => openCaseReport({ source: 'supervisor' })}>
          <IconClipboardPlus size={20} stroke={1.7} aria-hidden="true" />
          {t('cases.reported.open')}
        </button>
        {may('cases.verify') && toVerify > 0 && (
          <button type="button" onClick={() => useConsole.getState().listCases('to_verify', EVERY_CASE)}>
            <IconEyeCheck size={20} stroke={1.7} aria-hidden="true" />
            {t('cases.reported.verify', { n: formatCount(toVerify) })}
          </button>
        )}
      </div>
      <CaseList shown={REPORTED_BY_ME} empty={t('cases.reported.none')} />
    </>
  )
}
