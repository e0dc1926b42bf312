import { IconHistory, IconUserPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Layer } from '#geodata/layers/index.ts'
import { findRole, rolesOf, STANDINGS } from '#geodata/responsibility/roles.ts'
import { useRights } from '../access/use_rights.ts'
import { useConsole } from '../state/store.ts'
import { formatDay } from '../values/times.ts'
import { pick } from '../words/words.ts'
import { AssignmentMenu } from './assign/AssignmentMenu.tsx'
import { openAssign } from './assign/assign.ts'
import { formatStretch } from './chainage.ts'
import styles from './ObjectResponsible.module.css'
import { People } from './People.tsx'
import { objectQuery, type PastAssignment } from './queries.ts'

/** Who is responsible for the chosen feature, and who was. */
export function ObjectResponsible({ layer, id, title }: { layer: Layer; id: number; title: string }) {
  const { t } = useTranslation()
  const day = useConsole((state) => state.day)
  const [history, setHistory] = useState(false)
  const canAssign = useRights()('assignments.write')
  const { data } = useQuery({ ...objectQuery(layer.id, id, day, history), enabled: rolesOf(layer.id).length > 0 })
  if (rolesOf(layer.id).length === 0) return null
  return (
    <section className={styles.section} aria-label={t('responsibility.title')}>
      <header>
        <h3>{t('responsibility.title')}</h3>
        {canAssign && (
          <button type="button" onClick={() => openAssign({ layer: layer.id, objects: [{ id, title }] })}>
            <IconUserPlus size={15} stroke={1.6} aria-hidden="true" />
            {t('assign.assign')}
          </button>
        )}
        <button type="button" aria-pressed={history} onClick={() => setHistory(!history)}>
          <IconHistory size={15} stroke={1.6} aria-hidden="true" />
          {t('responsibility.history')}
        </button>
      </header>
      {data && data.responsible.length === 0 && <p className={styles.vacant}>{t('responsibility.vacant')}</p>}
      {data && data.responsible.length > 0 && (
        <People responsible={data.responsible} {...(canAssign && { actions: (one) => <AssignmentMenu one={one} /> })} />
      )}
      {history && data?.history && <Past history={data.history} />}
    </section>
  )
}

function Past({ history }: { history: readonly PastAssignment[] }) {
  const { t, i18n } = useTranslation()
  const english = i18n.language === 'en'
  if (history.length === 0) return <p className={styles.none}>{t('responsibility.noHistory')}</p>
  return (
    <ol className={styles.past}>
      {history.map((one) => (
        <li key={one.assignment_id}>
          <span className={styles.when}>
            {one.valid_to
              ? t('responsibility.fromTo', {
                  from: formatDay(one.valid_from, i18n.language),
                  to: formatDay(one.valid_to, i18n.language),
                })
              : t('responsibility.since', { day: formatDay(one.valid_from, i18n.language) })}
          </span>
          <span>
            {pick(findRole(one.role)?.label ?? { zh: one.role, en: one.role }, i18n.language)}{' '}
            {pick(STANDINGS.find(({ value }) => value === one.standing)!.label, i18n.language)}
            {one.chainage_from_m !== null && ` ${formatStretch(one.chainage_from_m, one.chainage_to_m!)}`}
          </span>
          <strong>{(english && one.person.name_en) || one.person.name}</strong>
        </li>
      ))}
    </ol>
  )
}
