import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { STANDINGS } from '#geodata/responsibility/roles.ts'
import { getJson } from '../../api/client.ts'
import { formatDay } from '../../values/times.ts'
import { pick } from '../../words/pick.ts'
import { formatStretch } from '../chainage.ts'
import { RESPONSIBILITY } from '../queries.ts'
import styles from './Assign.module.css'
import type { Change, Listed, Person } from './queries.ts'

interface Props {
  /** As it was when the form was opened. */
  readonly before: Listed
  readonly theirs: Listed
  readonly mine: Change
  readonly busy: boolean
  readonly onKeep: () => void
  readonly onWrite: () => void
}

/** Somebody else was quicker: both versions side by side, and whoever sits here decides. */
export function Conflict({ before, theirs, mine, busy, onKeep, onWrite }: Props) {
  const { t, i18n } = useTranslation()
  const say = useSaying()
  const other = useOtherPerson(mine.person_id)
  // Only what was changed here is written; the rest stays as the other has left it.
  const result: Listed = { ...theirs, ...mine, person: other ?? theirs.person }
  return (
    <div className={styles.form}>
      <p role="alert">{t('assign.conflict')}</p>
      <table className={styles.sides} aria-label={t('assign.conflictTable')}>
        <thead>
          <tr>
            <td />
            <th scope="col">{t('assign.theirs')}</th>
            <th scope="col">{t('assign.mine')}</th>
          </tr>
        </thead>
        <tbody>
          {say(before, i18n.language).map(({ name, text }, index) => {
            const their = say(theirs, i18n.language)[index]!.text
            const my = say(result, i18n.language)[index]!.text
            return (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td data-differs={their !== text}>{their}</td>
                <td data-differs={my !== their}>{my}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
      <p className={styles.aside}>{t('assign.conflictHint')}</p>
      <div className={styles.actions}>
        <Button variant="default" disabled={busy} onClick={onKeep}>
          {t('assign.keepTheirs')}
        </Button>
        <Button loading={busy} onClick={onWrite}>
          {t('assign.writeMine')}
        </Button>
      </div>
    </div>
  )
}

function useSaying() {
  const { t } = useTranslation()
  return (one: Listed, language: string) => {
    const english = language === 'en'
    return [
      { name: t('assign.person'), text: (english && one.person.name_en) || one.person.name },
      { name: t('assign.standing'), text: pick(STANDINGS.find(({ value }) => value === one.standing)!.label, language) },
      { name: t('assign.from'), text: formatDay(one.valid_from, language) },
      { name: t('assign.to'), text: one.valid_to === null ? t('assign.open') : formatDay(one.valid_to, language) },
      {
        name: t('assign.stretch'),
        text: one.chainage_from_m === null ? t('assign.whole') : formatStretch(one.chainage_from_m, one.chainage_to_m!),
      },
      { name: t('assign.remark'), text: one.remark ?? '—' },
    ]
  }
}

function useOtherPerson(id: number | undefined): Listed['person'] | undefined {
  const { data } = useQuery({
    queryKey: [RESPONSIBILITY, 'person', id],
    queryFn: ({ signal }) => getJson<Person>(`/api/people/${id}`, signal),
    enabled: id !== undefined,
  })
  return (
    data && {
      ...data,
      organisation: data.organisation.name,
      organisation_en: data.organisation.name_en,
      territory_code: data.organisation.territory_code,
    }
  )
}
