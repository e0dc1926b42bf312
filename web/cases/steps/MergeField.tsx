import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Case } from '#geodata/cases/records.ts'
import { Failed, Loading } from '../../responsibility/side/States.tsx'
import { kindName } from '../named.ts'
import { nearbyQuery } from '../queries.ts'
import { StageMark } from '../StageMark.tsx'
import { Compare } from './Compare.tsx'
import styles from './Steps.module.css'

interface Props {
  readonly found: Case
  readonly into: number | null
  readonly isMissing: boolean
  readonly onChange: (into: number | null) => void
}

/** Which of the open cases around is the same; both side by side before they become one. */
export function MergeField({ found, into, isMissing, onChange }: Props) {
  const { t, i18n } = useTranslation()
  const { data, error, isFetching, refetch } = useQuery(nearbyQuery(found.id))
  if (!data) return error && !isFetching ? <Failed error={error} onRetry={() => void refetch()} /> : <Loading />
  const other = data.find(({ id }) => id === into)
  return (
    <>
      <fieldset className={styles.merge}>
        <legend>{t('cases.form.into')}</legend>
        {data.length === 0 && <p>{t('cases.form.intoNone')}</p>}
        {data.map((each, index) => (
          <label key={each.id} data-chosen={each.id === into} data-first={index === 0 ? '' : undefined}>
            <input
              className="visually-hidden"
              type="radio"
              name="merge-into"
              checked={each.id === into}
              onChange={() => onChange(each.id)}
            />
            <StageMark stage={each.stage} size={24} />
            <span>
              <strong>{kindName(each.kind, i18n.language)}</strong>
              <small>
                {each.number} · {t('cases.form.distance', { metres: each.distance_m })} · {t(`cases.stages.${each.stage}`)}
              </small>
            </span>
          </label>
        ))}
        {isMissing && <small role="alert">{t('cases.form.intoMissing')}</small>}
      </fieldset>
      {other && <Compare one={found} other={other} />}
    </>
  )
}
