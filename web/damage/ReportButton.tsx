import './words.ts'
import { IconSpeakerphone } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useOutbox } from '../offline/outbox.ts'
import styles from './ReportButton.module.css'
import { openReport } from './report/draft.ts'

/** Over the map, within reach of a thumb; says also how many reports still wait. */
export function ReportButton() {
  const { t } = useTranslation()
  const waiting = useOutbox(
    ({ entries }) => entries.filter(({ kind, state }) => kind === 'damage_report' && state === 'waiting').length,
  )
  return (
    <button type="button" className={styles.report} onClick={openReport}>
      <IconSpeakerphone size={20} stroke={1.8} aria-hidden="true" />
      {t('damage.form.open')}
      {waiting > 0 && <span>{t('damage.outbox.waiting', { n: waiting })}</span>}
    </button>
  )
}
