import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useConsole } from '../../state/store.ts'
import { formatCount } from '../../values/numbers.ts'
import { formatDay } from '../../values/times.ts'
import { formatStretch } from '../chainage.ts'
import { showPlace } from '../show_place.ts'
import side from '../side/Side.module.css'
import { groupName } from './DutyGroups.tsx'
import styles from './Forms.module.css'
import type { HandOverReport, MovedGroup, RefusedRow } from './handover.ts'
import { named, titleOfObject } from './queries.ts'

const countOf = (groups: readonly MovedGroup[]) => groups.reduce((sum, { count }) => sum + count, 0)

/** What a hand-over would do. */
export function HandOverPlan({ report }: { report: HandOverReport }) {
  const { t, i18n } = useTranslation()
  const { moves, stays, ended, tenures, on } = report
  return (
    <>
      <p className={styles.about} role="status">
        {t('handover.would', { day: formatDay(on, i18n.language) })}
      </p>
      <dl className={styles.numbers}>
        <Figure name={t('handover.moves')} count={countOf(moves)} />
        {stays.length > 0 && <Figure name={t('handover.stays')} count={countOf(stays)} bad />}
        {ended.length > 0 && <Figure name={t('handover.ended')} count={countOf(ended)} bad />}
        {tenures.length > 0 && <Figure name={t('handover.tenures')} count={tenures.length} />}
      </dl>
      <Groups groups={moves} />
      {stays.length > 0 && (
        <>
          <p className={styles.refused}>{t('handover.staysHint')}</p>
          <Groups groups={stays} />
        </>
      )}
      {ended.length > 0 && (
        <>
          <p className={styles.refused}>{t('handover.endedHint')}</p>
          <Groups groups={ended} />
        </>
      )}
      {tenures.length > 0 && (
        <p className={styles.about}>
          {t('handover.endingTenures', {
            posts: tenures.map(({ organisation, post }) => `${organisation} ${post}`).join(t('responsibility.listComma')),
          })}
        </p>
      )}
    </>
  )
}

function Figure({ name, count, bad = false }: { name: string; count: number; bad?: boolean }) {
  return (
    <div data-bad={bad}>
      <dt>{name}</dt>
      <dd>{formatCount(count)}</dd>
    </div>
  )
}

function Groups({ groups }: { groups: readonly MovedGroup[] }) {
  const { t, i18n } = useTranslation()
  return (
    <ul className={styles.groups}>
      {groups.map((group) => {
        const { layer, role } = groupName(group, i18n.language)
        return (
          <li key={`${group.layer}.${group.role}.${group.to?.id}`}>
            <details>
              <summary>
                <strong>{role}</strong>
                <span>{layer}</span>
                {group.to && <span>→ {named(group.to, i18n.language)}</span>}
                <b>{formatCount(group.count)}</b>
              </summary>
              <ol>
                {group.objects.map((one) => (
                  <li key={one.assignment_id}>
                    {titleOfObject(one, i18n.language)}
                    {one.chainage_from_m !== null && ` ${formatStretch(one.chainage_from_m, one.chainage_to_m!)}`}
                    {one.outcome && one.outcome !== 'moved' && (
                      <>
                        {' '}
                        <span className={side.badge} data-tone="warn">
                          {t(`handover.outcomes.${one.outcome}`)}
                        </span>
                      </>
                    )}
                  </li>
                ))}
              </ol>
            </details>
          </li>
        )
      })}
    </ul>
  )
}

/** Each thing that cannot be handed over, with the reason. */
export function RefusedRows({ rows }: { rows: readonly RefusedRow[] }) {
  const { t, i18n } = useTranslation()
  return (
    <div className={styles.rows}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('handover.object')}</th>
            <th scope="col">{t('handover.reason')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ index, layer, id, detail }) => (
            <tr key={`${index}.${detail}`}>
              <td>
                <button type="button" className={side.button} onClick={() => showPlace({ layer, id })}>
                  {groupName({ layer, role: '' }, i18n.language).layer} #{id}
                </button>
              </td>
              <td data-wrap="true">{detail}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

export function HandOverResult({ report, onClose }: { report: HandOverReport; onClose: () => void }) {
  const { t, i18n } = useTranslation()
  const successors = [...new Map(report.moves.flatMap(({ to }) => (to ? [[to.id, to] as const] : []))).values()]
  return (
    <div className={styles.done}>
      <p role="status">
        {t('handover.done', { n: formatCount(countOf(report.moves)), day: formatDay(report.on, i18n.language) })}
      </p>
      <Groups groups={report.moves} />
      <div className={styles.actions}>
        {successors.map((to) => (
          <Button
            key={to.id}
            variant="light"
            onClick={() => {
              onClose()
              useConsole.getState().openPerson(to.id)
            }}
          >
            {t('handover.cardOf', { name: named(to, i18n.language) })}
          </Button>
        ))}
        <Button onClick={onClose}>{t('staff.close')}</Button>
      </div>
    </div>
  )
}
