import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { ColumnFilter } from './ColumnFilter.tsx'
import type { Column } from './columns.ts'
import styles from './HeaderCell.module.css'
import { nextSort } from './question.ts'
import type { Asking } from './use_question.ts'

interface Props {
  readonly column: Column
  readonly asking: Asking
}

const ARROW = { size: 13, stroke: 2.2, 'aria-hidden': true } as const

/** Name and unit of a column. A click sorts, the funnel filters. */
export function HeaderCell({ column, asking }: Props) {
  const { t } = useTranslation()
  const { question, ask } = asking
  const { field, label, unit, numeric } = column
  const sorted = question.sort?.field === field.name ? question.sort : null
  const direction = sorted ? (sorted.descending ? 'descending' : 'ascending') : 'none'
  return (
    <th scope="col" className={styles.cell} aria-sort={direction} data-numeric={numeric} data-field={field.name}>
      <div>
        <button
          type="button"
          className={styles.sort}
          title={t('table.sort', { field: label })}
          onClick={() => ask({ sort: nextSort(question.sort, field.name) })}
        >
          <span>{label}</span>
          {unit && <span className={styles.unit}>{unit}</span>}
          {sorted && (sorted.descending ? <IconArrowDown {...ARROW} /> : <IconArrowUp {...ARROW} />)}
        </button>
        <ColumnFilter column={column} asking={asking} />
      </div>
    </th>
  )
}
