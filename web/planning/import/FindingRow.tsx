import { IconAlertTriangle, IconCheck } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { formatQuantity } from '../../values/numbers.ts'
import report from './Report.module.css'
import type { ImportFinding } from './types.ts'

interface Props {
  readonly finding: ImportFinding
  readonly number: number
  readonly isCurrent: boolean
  readonly onChoose: () => void
}

export function FindingRow({ finding, number, isCurrent, onChoose }: Props) {
  const { t } = useTranslation()
  const row = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (isCurrent) row.current?.scrollIntoView({ block: 'nearest' })
  }, [isCurrent])
  const { kind, rows, within, outcome, to } = finding
  const Icon = within ? IconCheck : IconAlertTriangle
  const result =
    outcome === 'given' && to === null ? t('gridImport.outcomes.givenAside') : t(`gridImport.outcomes.${outcome}`, { to })
  return (
    <li ref={row} className={report.finding} data-kind={kind} data-within={within} data-current={isCurrent}>
      <button type="button" aria-current={isCurrent} onClick={onChoose}>
        <span className={report.number}>{number}</span>
        <Icon
          size={16}
          stroke={1.7}
          aria-label={t(within ? 'gridImport.report.within' : 'gridImport.report.above')}
          data-within={within}
        />
        <span className={report.words}>
          <span>
            <strong>{t(`gridImport.findings.${kind}`)}</strong>
            {rows.length > 0 && t('gridImport.report.rows', { rows: rows.join(' + ') })}
          </span>
          <small>
            <Sizes finding={finding} /> → {result}
          </small>
        </span>
      </button>
    </li>
  )
}

function Sizes({ finding: { area_m2, width_m, reason } }: { finding: ImportFinding }) {
  const { t, i18n } = useTranslation()
  const about = [
    reason && t(`gridImport.reasons.${reason}` as 'gridImport.reasons.no_geometry', { defaultValue: reason }),
    area_m2 !== null && formatQuantity(tidy(area_m2), 'm2', i18n.language),
    width_m !== null && t('gridImport.report.width', { width: formatQuantity(tidy(width_m), 'm', i18n.language) }),
  ]
  return about.filter(Boolean).join(t('gridImport.columns.separator'))
}

/** Three figures: more would pretend. */
const tidy = (value: number): number => Number(value.toPrecision(3))
