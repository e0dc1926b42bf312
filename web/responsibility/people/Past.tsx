import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatCount } from '../../values/numbers.ts'
import { formatDay } from '../../values/times.ts'
import { showPlace } from '../show_place.ts'
import { Failed, Loading } from '../side/States.tsx'
import { groupName } from './DutyGroups.tsx'
import styles from './PersonView.module.css'
import { pastQuery, titleOfObject } from './queries.ts'

/** What somebody was responsible for before; asked for when it is opened. */
export function Past({ id }: { id: number }) {
  const { t, i18n } = useTranslation()
  const [open, setOpen] = useState(false)
  const { data, error, isFetching, refetch } = useQuery({ ...pastQuery(id), enabled: open })
  const ended = (data?.assignments ?? []).filter(({ valid_to }) => valid_to !== null)
  return (
    <section className={styles.section}>
      <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>
          <h3>{t('staff.past')}</h3>
          {data && <b>{formatCount(ended.length)}</b>}
        </summary>
        {!data && (error && !isFetching ? <Failed error={error} onRetry={() => void refetch()} /> : open && <Loading />)}
        {data && ended.length === 0 && <p className={styles.none}>{t('staff.noPast')}</p>}
        <ul className={styles.past}>
          {ended.map((one) => (
            <li key={one.id}>
              <button type="button" onClick={() => showPlace({ layer: one.layer, id: one.object_id })}>
                <span>{titleOfObject(one, i18n.language)}</span>
                <small>
                  {groupName(one, i18n.language).role} ·{' '}
                  {t('responsibility.fromTo', {
                    from: formatDay(one.valid_from, i18n.language),
                    to: formatDay(one.valid_to!, i18n.language),
                  })}
                </small>
              </button>
            </li>
          ))}
        </ul>
      </details>
    </section>
  )
}
