import { IconFileTypePdf, IconFileTypeXls } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useFile } from '../../api/use_file.ts'
import side from '../../responsibility/side/Side.module.css'
import styles from './Evaluation.module.css'
import type { EvaluationView } from './view.ts'

const KINDS = [
  ['pdf', 'bulletinPdf', IconFileTypePdf],
  ['xlsx', 'bulletinXlsx', IconFileTypeXls],
] as const

/** 通报 of the week or the month that is shown. */
export function Bulletin({ view: { period, territory, by } }: { view: EvaluationView }) {
  const { t, i18n } = useTranslation()
  const file = useFile()
  const isBulletin = period.kind === 'week' || period.kind === 'month'
  const start = (kind: 'pdf' | 'xlsx') => {
    const query = new URLSearchParams({
      period: period.kind,
      day: period.from,
      by,
      language: i18n.language === 'en' ? 'en' : 'zh',
      ...(territory && { territory }),
    })
    file.start(`/api/cases/bulletin.${kind}?${query}`, `${t('cases.evaluation.bulletin')}.${kind}`)
  }
  return (
    <div className={styles.bulletin}>
      {KINDS.map(([kind, label, Icon]) => (
        <button
          key={kind}
          type="button"
          className={side.button}
          disabled={!isBulletin || file.busy}
          title={isBulletin ? undefined : t('cases.evaluation.bulletinOnly')}
          onClick={() => start(kind)}
        >
          <Icon size={17} stroke={1.6} aria-hidden="true" />
          {t(file.busy ? 'cases.evaluation.busy' : `cases.evaluation.${label}`)}
        </button>
      ))}
      {file.reason && <p role="alert">{file.reason}</p>}
    </div>
  )
}
