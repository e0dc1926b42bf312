import './words.ts'
import { IconSpeakerphone } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { FieldButton } from '../field/FieldButton.tsx'
import { openReport, useReporting } from './report/draft.ts'

/** On a phone always at hand: the way to report damage. */
export function ReportButton() {
  const { t } = useTranslation()
  const isPicking = useReporting(({ step }) => step === 'map')
  return isPicking ? null : (
    <FieldButton
      icon={<IconSpeakerphone size={20} stroke={1.8} aria-hidden="true" />}
      label={t('damage.form.open')}
      kinds={['damage_report']}
      onClick={openReport}
    />
  )
}
