import { IconDeviceMobile, IconPhone } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { findRole, ROLES, STANDINGS } from '#geodata/responsibility/roles.ts'
import { useConsole } from '../state/store.ts'
import { formatDay } from '../values/times.ts'
import { pick } from '../words/words.ts'
import { formatStretch } from './chainage.ts'
import styles from './People.module.css'
import type { Responsible } from './queries.ts'

const roleOrder = (id: string): number => ROLES.findIndex((role) => role.id === id)

/** What stands at the end of each person's row. */
type Actions = (one: Responsible) => ReactNode

/** Who is responsible, role by role, the first before the substitute. */
export function People({ responsible, actions }: { responsible: readonly Responsible[]; actions?: Actions }) {
  const { i18n } = useTranslation()
  const roles = [...new Set(responsible.map(({ role }) => role))].sort((one, other) => roleOrder(one) - roleOrder(other))
  return (
    <ul className={styles.roles}>
      {roles.map((role) => (
        <li key={role}>
          <h4>{pick(findRole(role)?.label ?? { zh: role, en: role }, i18n.language)}</h4>
          <ul>
            {responsible
              .filter((one) => one.role === role)
              .map((one) => (
                <PersonRow key={one.assignment_id} one={one} actions={actions} />
              ))}
          </ul>
        </li>
      ))}
    </ul>
  )
}

function PersonRow({ one, actions }: { one: Responsible; actions: Actions | undefined }) {
  const { t, i18n } = useTranslation()
  const { person, standing } = one
  const english = i18n.language === 'en'
  const name = (english && person.name_en) || person.name
  const organisation = (english && person.organisation_en) || person.organisation
  const posts = person.posts.map((post) => (english && post.name_en) || post.name).join(t('responsibility.listComma'))
  const standingWords = STANDINGS.find(({ value }) => value === standing)!.label
  return (
    <li className={styles.person}>
      <span className={styles.standing} data-standing={standing}>
        {standing === 'joint' ? t('responsibility.jointShort') : standing}
        <span className="visually-hidden">{pick(standingWords, i18n.language)}</span>
      </span>
      <div>
        <button type="button" className={styles.name} onClick={() => useConsole.getState().openPerson(person.id)}>
          {name}
        </button>
        {person.has_left && <span className={styles.left}>{t('responsibility.hasLeft')}</span>}
        <p>
          {organisation}
          {posts && ` · ${posts}`}
        </p>
        <Numbers telephone={person.telephone} mobile={person.mobile} />
        <p className={styles.since}>
          {one.chainage_from_m !== null && `${formatStretch(one.chainage_from_m, one.chainage_to_m!)} · `}
          {one.valid_to
            ? t('responsibility.fromTo', {
                from: formatDay(one.valid_from, i18n.language),
                to: formatDay(one.valid_to, i18n.language),
              })
            : t('responsibility.since', { day: formatDay(one.valid_from, i18n.language) })}
        </p>
      </div>
      {actions?.(one)}
    </li>
  )
}

/** A number to be dialled with one tap; a personal one is there only for those who may see it. */
export function Numbers({ telephone, mobile }: { telephone: string | null; mobile?: string | null | undefined }) {
  const { t } = useTranslation()
  if (!telephone && !mobile) return null
  return (
    <p className={styles.numbers}>
      {telephone && (
        <a href={`tel:${telephone.replace(/[^\d+]/g, '')}`} title={t('responsibility.telephone')}>
          <IconPhone size={14} stroke={1.7} aria-hidden="true" />
          {telephone}
        </a>
      )}
      {mobile && (
        <a href={`tel:${mobile.replace(/[^\d+]/g, '')}`} title={t('responsibility.mobile')}>
          <IconDeviceMobile size={14} stroke={1.7} aria-hidden="true" />
          {mobile}
        </a>
      )}
    </p>
  )
}
