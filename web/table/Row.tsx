import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Layer } from '#geodata/layers/index.ts'
import type { Feature } from '../api/types.ts'
import { Cell } from './Cell.tsx'
import type { Column } from './columns.ts'
import styles from './Row.module.css'

interface Props {
  readonly id: string
  readonly index: number
  readonly layer: Layer
  readonly columns: readonly Column[]
  readonly feature: Feature | undefined
  readonly selected: boolean
  /** Where the arrow keys are. */
  readonly active: boolean
  readonly onChoose: (feature: Feature) => void
}

function PlainRow({ id, index, layer, columns, feature, selected, active, onChoose }: Props) {
  const { t } = useTranslation()
  return (
    <tr
      id={id}
      className={styles.row}
      // The header is the first.
      aria-rowindex={index + 2}
      aria-selected={selected}
      aria-label={feature ? undefined : t('table.row', { n: index + 1 })}
      data-active={active}
      data-feature={feature?.id}
      onClick={() => feature && onChoose(feature)}
    >
      {columns.map((column, position) =>
        feature ? (
          <Cell key={column.field.name} layer={layer} column={column} feature={feature} isTitle={position === 0} />
        ) : (
          <td key={column.field.name} className={styles.waiting}>
            <span />
          </td>
        ),
      )}
      <td />
    </tr>
  )
}

/** Scrolling and hovering redraw the grid often, and most rows stay as they were. */
export const Row = memo(
  PlainRow,
  (before, now) =>
    before.id === now.id &&
    before.feature === now.feature &&
    before.selected === now.selected &&
    before.active === now.active &&
    before.columns === now.columns,
)
