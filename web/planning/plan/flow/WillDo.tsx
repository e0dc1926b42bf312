import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { formatCount } from '../../../values/numbers.ts'
import { comparisonQuery, consequencesQuery } from '../../api/comparison.ts'
import type { PlanDetail } from '../../api/types.ts'

/** In numbers what publishing does. */
export function WillDo({ plan }: { plan: PlanDetail }) {
  const { t } = useTranslation()
  const { data: grids } = useQuery(comparisonQuery(plan.id))
  const { data: groups } = useQuery(consequencesQuery(plan.id))
  if (!grids || !groups) return <p aria-busy="true">…</p>
  const count = (kind: string) => grids.filter((grid) => grid.kind === kind).length
  return (
    <p>
      <strong>
        {t('planning.flow.willDo', {
          added: count('new'),
          changed: count('changed'),
          ended: count('ended'),
          moved: formatCount(groups.reduce((sum, group) => sum + group.count, 0)),
        })}
      </strong>
    </p>
  )
}
