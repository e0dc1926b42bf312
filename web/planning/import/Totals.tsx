import { useTranslation } from 'react-i18next'
import { useTheme } from '../../style/use_theme.ts'
import { formatCount } from '../../values/numbers.ts'
import { patternAddress } from './patterns.ts'
import report from './Report.module.css'
import { FINDING_KINDS, type ImportResult } from './types.ts'

/** How much of each kind, beside the way in which it is drawn: the legend of the map. */
export function Totals({ preview: { totals } }: { preview: ImportResult }) {
  const { t } = useTranslation()
  const theme = useTheme()
  return (
    <table className={report.totals}>
      <thead>
        <tr>
          <th scope="col">{t('gridImport.report.kind')}</th>
          <th scope="col">{t('gridImport.report.above')}</th>
          <th scope="col">{t('gridImport.report.within')}</th>
          <th scope="col">{t('gridImport.report.area')}</th>
        </tr>
      </thead>
      <tbody>
        {FINDING_KINDS.map((kind) => {
          const total = totals[kind]
          if (!total) return null
          return (
            <tr key={kind} data-kind={kind} title={t(`gridImport.explained.${kind}`)}>
              <th scope="row">
                <img src={patternAddress(kind, theme)} alt="" width={18} height={14} />
                {t(`gridImport.findings.${kind}`)}
              </th>
              <td data-above={total.above > 0}>{formatCount(total.above)}</td>
              <td>{formatCount(total.count - total.above)}</td>
              <td>{total.area_m2 > 0 ? formatCount(Math.max(1, total.area_m2)) : '–'}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
