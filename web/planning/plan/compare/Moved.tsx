import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { findLayer } from '#geodata/layers/index.ts'
import { named } from '../../../responsibility/people/queries.ts'
import { Failed, Loading } from '../../../responsibility/side/States.tsx'
import { enumerated } from '../../../values/lists.ts'
import { formatCount } from '../../../values/numbers.ts'
import { pick } from '../../../words/words.ts'
import { type Choice, consequencesQuery, type Group } from '../../api/comparison.ts'
import { changePlan } from '../../api/plans.ts'
import type { PlanDetail } from '../../api/types.ts'
import { say } from '../../editor/editor.ts'
import { writeInTurn } from '../../editor/versions.ts'
import styles from './ComparePart.module.css'

/** What changes its owner with the plan, by group, and what is to be done about each. */
export function Moved({ plan }: { plan: PlanDetail }) {
  const { t } = useTranslation()
  const { data, error, refetch, isFetching } = useQuery(consequencesQuery(plan.id))
  return (
    <section className={styles.moved} aria-label={t('planning.compare.moved')}>
      <h3>{t('planning.compare.moved')}</h3>
      {data ? (
        data.length === 0 ? (
          <p>{t('planning.compare.movedNone')}</p>
        ) : (
          <ul>
            {data.map((group) => (
              <GroupRow key={group.key} plan={plan} group={group} />
            ))}
          </ul>
        )
      ) : error && !isFetching ? (
        <Failed error={error} onRetry={() => void refetch()} />
      ) : (
        <Loading />
      )}
    </section>
  )
}

const TITLES = 4

function GroupRow({ plan, group }: { plan: PlanDetail; group: Group }) {
  const { t, i18n } = useTranslation()
  const layer = findLayer(group.layer)
  const other = group.layer === 'cases' ? t('planning.compare.cases') : t('planning.numbers.staff')
  const name = layer ? pick(layer.name, i18n.language) : other
  const decide = async (decision: Choice) => {
    try {
      await writeInTurn(plan, (version) => changePlan(plan.id, { decisions: { [group.key]: decision } }, version))
    } catch (problem) {
      say({ text: problem instanceof Error ? problem.message : String(problem) })
    }
  }
  const title = (grid: Group['from']) => (grid ? named(grid, i18n.language) : t('planning.compare.nobody'))
  const titles = group.objects.slice(0, TITLES).map(({ title }) => title)
  return (
    <li data-group={group.key}>
      <div>
        <strong>
          {t('planning.compare.group', { n: formatCount(group.count), layer: name })}
          {group.partial && t('planning.compare.partial')}
        </strong>
        <span>{t('planning.compare.fromTo', { from: title(group.from), to: title(group.to) })}</span>
        {titles.length > 0 && (
          <small>
            {enumerated(titles, i18n.language)}
            {group.count > titles.length && ` ${t('planning.compare.more', { n: formatCount(group.count) })}`}
          </small>
        )}
      </div>
      <select
        aria-label={t('planning.compare.decision')}
        value={group.decision}
        disabled={!plan.may.edit || group.choices.length < 2}
        onChange={({ target }) => void decide(target.value as Choice)}
      >
        {group.choices.map((choice) => (
          <option key={choice} value={choice}>
            {t(`planning.compare.choices.${choice}`)}
          </option>
        ))}
      </select>
    </li>
  )
}
