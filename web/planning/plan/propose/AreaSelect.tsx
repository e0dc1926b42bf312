import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { cellsOf } from '#geodata/fabric/index.ts'
import { useTerritoryName } from '../../../access/territories.ts'
import { type PlanDetail, territoryOf } from '../../api/types.ts'
import { useEditor } from '../../editor/editor.ts'

interface Props {
  readonly plan: PlanDetail
  readonly value: string
  readonly onChange: (code: string) => void
}

const COUNTY_DIGITS = 6
const TOWN_DIGITS = 9

/** The plan's whole area, or a part of it. */
export function AreaSelect({ plan, value, onChange }: Props) {
  const { t, i18n } = useTranslation()
  const parts = useParts(plan.territory_code)
  const nameOf = useTerritoryName(parts)
  return (
    <label>
      {t('planning.propose.area')}
      <select value={value} onChange={({ target }) => onChange(target.value)}>
        <option value={plan.territory_code}>{territoryOf(plan, i18n.language)}</option>
        {parts.map((code) => (
          <option key={code} value={code}>
            {nameOf(code)}
          </option>
        ))}
      </select>
    </label>
  )
}

/** Of a county its towns, of a town its communities; the community of the current grid always. */
function useParts(territory: string): readonly string[] {
  const base = useEditor((editor) => editor.session?.base)
  const current = useCommunity()
  return useMemo(() => {
    const parts = new Set<string>()
    for (const { community } of base?.faces.values() ?? [])
      if (community?.startsWith(territory))
        parts.add(territory.length === COUNTY_DIGITS ? community.slice(0, TOWN_DIGITS) : community)
    if (current?.startsWith(territory)) parts.add(current)
    parts.delete(territory)
    return [...parts].sort()
  }, [base, current, territory])
}

/** The community of the current grid. */
export function useCommunity(): string | null {
  return useEditor(({ fabric, current }) =>
    fabric && current && fabric.grids.has(current) ? (cellsOf(fabric, current)[0]?.community ?? null) : null,
  )
}
