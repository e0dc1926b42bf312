import { useTranslation } from 'react-i18next'
import { useTerritoryName } from '../../../access/territories.ts'
import type { Unmet } from '../../api/proposals.ts'
import { useEditor } from '../../editor/editor.ts'
import { useGridName } from '../../editor/grid_names.ts'
import { zoomToGrid, zoomToPositions } from '../../editor/zoom.ts'
import styles from './Propose.module.css'

/** Where the target is missed and why, each a way to the place. */
export function UnmetList({ unmet }: { unmet: readonly Unmet[] }) {
  const { t } = useTranslation()
  const nameOf = useGridName()
  const fabric = useEditor((editor) => editor.fabric)
  const gridName = ({ grid, parent }: Unmet) => nameOf(fabric?.grids.get(grid ?? parent ?? ''))
  // A county has hundreds of communities: only those are asked for that are not told by a grid.
  const territoryOf = useTerritoryName(unmet.flatMap((one) => (gridName(one) ? [] : (one.community ?? []))))
  if (unmet.length === 0) return null
  return (
    <>
      <strong className={styles.missed}>{t('planning.propose.unmet', { n: unmet.length })}</strong>
      <ul className={styles.unmet}>
        {unmet.map((one, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a list that never changes, and a community may stand in it twice.
          <li key={index}>
            <button type="button" onClick={() => show(one)}>
              <b>{gridName(one) || (one.community ? territoryOf(one.community) : '')}</b>
              <span>{t(`planning.propose.reasons.${one.reason ?? 'still_outside'}`)}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}

function show({ grid, cells = [] }: Unmet): void {
  const faces = useEditor.getState().fabric?.faces
  if (grid) zoomToGrid(grid)
  else zoomToPositions(cells.flatMap((id) => faces?.get(id)?.rings[0] ?? []))
}
