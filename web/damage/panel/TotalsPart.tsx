import { useTranslation } from 'react-i18next'
import { DEGREE_SOURCE, DEGREES, PEOPLE_COUNTS } from '#geodata/damage/grades.ts'
import { Segments } from '../../analysis/Segments.tsx'
import { formatCount } from '../../values/numbers.ts'
import { DegreeMark } from '../DegreeMark.tsx'
import type { Standing } from '../queries.ts'
import styles from './TotalsPart.module.css'
import { showReports, useDamageView } from './view.ts'

/** Every number opens the list behind it. */
export function TotalsPart({ standing: { totals } }: { standing: Standing }) {
  const { t } = useTranslation()
  const list = useDamageView((view) => view.list)
  return (
    <section className={styles.totals} aria-label={t('damage.totals.label')}>
      <div className={styles.main}>
        <button
          type="button"
          data-alarm={totals.silent > 0}
          onClick={() => useDamageView.setState({ list: 'communities', report: null })}
        >
          <strong>
            <i aria-hidden="true">?</i>
            {formatCount(totals.silent)}
          </strong>
          <span>{t('damage.totals.silent')}</span>
          <small>{t('damage.totals.silentOf', { n: totals.silent, of: totals.communities })}</small>
        </button>
        <button type="button" onClick={() => showReports({ nothing_damaged: false })}>
          <strong>{formatCount(totals.reports)}</strong>
          <span>{t('damage.totals.reports')}</span>
        </button>
        <button type="button" onClick={() => showReports({ nothing_damaged: true })}>
          <strong>{formatCount(totals.zero_reports)}</strong>
          <span>{t('damage.totals.zero')}</span>
        </button>
      </div>
      <div className={styles.row}>
        {[...DEGREES].reverse().map((degree) => (
          <button key={degree} type="button" title={t(`damage.degrees.${degree}`)} onClick={() => showReports({ degree })}>
            <DegreeMark degree={degree} size={24} />
            <strong>{formatCount(totals[degree])}</strong>
            <span>{t(`damage.degreesShort.${degree}`)}</span>
          </button>
        ))}
      </div>
      <div className={styles.row}>
        {PEOPLE_COUNTS.map((people) => (
          <button
            key={people}
            type="button"
            data-lives={totals[people] > 0 && ['dead', 'missing', 'trapped'].includes(people)}
            title={t('damage.totals.sum')}
            onClick={() => showReports({ people })}
          >
            <strong>{formatCount(totals[people])}</strong>
            <span>{t(`damage.people.${people}`)}</span>
          </button>
        ))}
      </div>
      <p className={styles.source}>
        {t('damage.source', DEGREE_SOURCE)}
        {t('damage.totals.stop')}
        {t('damage.totals.sum')}
      </p>
      <Segments
        label={t('damage.tabs.label')}
        value={list}
        options={(['communities', 'reports'] as const).map((value) => ({ value, label: t(`damage.tabs.${value}`) }))}
        onChange={(value) => useDamageView.setState({ list: value, filter: {} })}
      />
    </section>
  )
}
