import { useTranslation } from 'react-i18next'
import { formatAge } from '../../values/times.ts'
import { kindName } from '../named.ts'
import type { NearbyCase } from '../queries.ts'
import { StageMark } from '../StageMark.tsx'
import styles from './CaseReport.module.css'
import { changeCase } from './draft.ts'

interface Props {
  readonly nearby: readonly NearbyCase[]
  readonly same: { readonly id: number; readonly number: string } | null
}

/** What is open around here already: a second case of the same hole is work for nobody. */
export function NearbyCases({ nearby, same }: Props) {
  const { t, i18n } = useTranslation()
  if (same)
    return (
      <p className={styles.given}>
        <span>{t('cases.report.sameChosen', { number: same.number })}</span>
        <button type="button" onClick={() => changeCase({ same: null })}>
          {t('cases.report.other')}
        </button>
      </p>
    )
  if (nearby.length === 0) return null
  return (
    <section className={styles.nearby} aria-label={t('cases.report.nearby')}>
      <h2>{t('cases.report.nearby')}</h2>
      <ul>
        {nearby.map((each) => (
          <li key={each.id}>
            <StageMark stage={each.stage} />
            <div>
              <strong>{kindName(each.kind, i18n.language)}</strong>
              <small>
                {t('cases.form.distance', { metres: each.distance_m })} · {t(`cases.stages.${each.stage}`)} ·{' '}
                {formatAge(each.found_at, Date.now(), i18n.language)}
              </small>
              {(each.text || each.place) && <span>{[each.place, each.text].filter(Boolean).join(' · ')}</span>}
            </div>
            <button type="button" onClick={() => changeCase({ same: { id: each.id, number: each.number } })}>
              {t('cases.report.same')}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
