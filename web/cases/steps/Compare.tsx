import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Case, CaseRow } from '#geodata/cases/records.ts'
import { formatTime } from '../../values/times.ts'
import { communityName, kindName } from '../named.ts'
import { caseQuery, photoAddress } from '../queries.ts'
import styles from './Steps.module.css'

/** Two cases side by side: are they one? */
export function Compare({ one, other }: { one: Case; other: CaseRow }) {
  const { t, i18n } = useTranslation()
  const { language } = i18n
  const { data: whole } = useQuery(caseQuery(other.id))
  const rows = [
    ['kindRow', (each: CaseRow | Case) => kindName(each.kind, language)],
    ['foundRow', (each: CaseRow | Case) => formatTime(each.found_at, language)],
    ['placeRow', (each: CaseRow | Case) => [each.place, communityName(each, language)].filter(Boolean).join(' · ')],
    ['stageRow', (each: CaseRow | Case) => t(`cases.stages.${each.stage}`)],
    ['textRow', (each: CaseRow | Case) => each.text ?? '—'],
  ] as const
  return (
    <table className={styles.compare} aria-label={t('cases.form.compare')}>
      <thead>
        <tr>
          <td />
          <th scope="col">{t('cases.form.thisCase')}</th>
          <th scope="col">{t('cases.form.otherCase')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([label, words]) => (
          <tr key={label}>
            <th scope="row">{t(`cases.form.${label}`)}</th>
            <td>{words(one)}</td>
            <td>{words(other)}</td>
          </tr>
        ))}
        <tr>
          <th scope="row">{t('cases.form.photos')}</th>
          <td>
            <Photos found={one} />
          </td>
          <td>{whole && <Photos found={whole} />}</td>
        </tr>
      </tbody>
    </table>
  )
}

const MOST = 2

function Photos({ found: { id, events } }: { found: Case }) {
  const { t } = useTranslation()
  const photos = events.flatMap((event) => event.photos).slice(0, MOST)
  if (photos.length === 0) return t('cases.view.photosNone')
  return photos.map((photo, index) => (
    <img key={photo.id} src={photoAddress(id, photo, 'small')} alt={t('cases.view.photo', { n: index + 1 })} />
  ))
}
