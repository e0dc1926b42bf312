import { useTranslation } from 'react-i18next'
import { CaseList } from '../desk/CaseList.tsx'
import { HANDLED_BY_ME } from '../use_part.ts'
import { useKeptCases } from './kept_cases.ts'
import { StepOutbox } from './StepOutbox.tsx'

/** What was dispatched to whoever looks, the most urgent first, and what waits on the device. */
export function HandlingPart() {
  const { t } = useTranslation()
  useKeptCases()
  return (
    <>
      <StepOutbox />
      <CaseList shown={HANDLED_BY_ME} empty={t('cases.mine.none')} />
    </>
  )
}
