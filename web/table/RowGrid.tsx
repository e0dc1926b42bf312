import { useVirtualizer } from '@tanstack/react-virtual'
import { type CSSProperties, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Layer } from '#geodata/layers/index.ts'
import type { Feature } from '../api/types.ts'
import { useConsole } from '../state/store.ts'
import { pick } from '../words/pick.ts'
import type { Column } from './columns.ts'
import { HeaderCell } from './HeaderCell.tsx'
import { Row } from './Row.tsx'
import styles from './RowGrid.module.css'
import { showOnMap } from './show_on_map.ts'
import { TableNotice } from './TableNotice.tsx'
import { useColumns } from './use_columns.ts'
import { useFollowSelection } from './use_follow_selection.ts'
import type { Asking } from './use_question.ts'
import { useRowKeys } from './use_row_keys.ts'
import { useRows } from './use_rows.ts'

interface Props {
  readonly layer: Layer
  readonly columns: readonly Column[]
  readonly asking: Asking
  readonly narrow: boolean
}

const HEIGHTS = { wide: { row: 32, head: 34 }, narrow: { row: 46, head: 46 } } as const
/** Rows drawn beyond both edges, so that scrolling shows no gaps. */
const BEYOND = 12
/** Placeholders shown while nothing is known yet. */
const EXPECTED = 8

/** Header and rows. Only the rows in view are drawn; the others are room above and below. */
export function RowGrid({ layer, columns: fields, asking, narrow }: Props) {
  const { t, i18n } = useTranslation()
  const { question, search } = asking
  const heights = narrow ? HEIGHTS.narrow : HEIGHTS.wide
  const scroller = useRef<HTMLDivElement>(null)
  const [range, setRange] = useState({ from: 0, to: 0 })
  const rows = useRows(layer.id, search, range.from, range.to)
  const count = rows.total ?? EXPECTED
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => heights.row,
    // The header scrolls with the rows and stays on top of them.
    scrollMargin: heights.head,
    scrollPaddingStart: heights.head,
    overscan: BEYOND,
    onChange: ({ range: seen }) => {
      const to = Math.max(0, Math.min(count - 1, (seen?.endIndex ?? 0) + BEYOND))
      const from = Math.min(to, Math.max(0, (seen?.startIndex ?? 0) - BEYOND))
      setRange((now) => (now.from === from && now.to === to ? now : { from, to }))
    },
  })
  const { columns, widths } = useColumns(layer, fields, rows.firstRows, narrow)
  const selection = useConsole((state) => state.selection)
  const selected = selection?.layer === layer.id ? selection.id : null
  const choose = (feature: Feature) => showOnMap(layer, feature, !question.inView)
  const { active, setActive, keys } = useRowKeys({ count: rows.total ?? 0, virtual, scroller, rowAt: rows.rowAt, choose })
  useFollowSelection({
    layer: layer.id,
    search: rows.search,
    selected,
    virtual,
    ready: rows.total !== undefined,
    onFound: setActive,
  })

  const items = virtual.getVirtualItems()
  const above = (items[0]?.start ?? heights.head) - heights.head
  const below = virtual.getTotalSize() + heights.head - (items.at(-1)?.end ?? heights.head)
  const hasRows = !rows.error && rows.total !== 0
  const rowId = (index: number) => `row-${layer.id}-${index}`
  const style = { '--row-height': `${heights.row}px`, '--head-height': `${heights.head}px` } as CSSProperties

  return (
    <div
      ref={scroller}
      className={styles.scroller}
      style={style}
      data-stale={rows.stale}
      aria-busy={rows.stale || rows.total === undefined}
    >
      <table
        className={styles.grid}
        style={{ width: widths.reduce((sum, width) => sum + width, 0) }}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: rows are chosen by keyboard and pointer, which is the grid pattern.
        role="grid"
        aria-label={pick(layer.name, i18n.language)}
        aria-rowcount={rows.total ?? -1}
        aria-activedescendant={active === null ? undefined : rowId(active)}
        tabIndex={hasRows ? 0 : -1}
        {...keys}
      >
        <colgroup>
          {columns.map(({ field }, index) => (
            <col key={field.name} style={{ width: widths[index] }} />
          ))}
          <col />
        </colgroup>
        <thead>
          <tr>
            {columns.map((column) => (
              <HeaderCell key={column.field.name} column={column} asking={asking} />
            ))}
            <td className={styles.rest} />
          </tr>
        </thead>
        {hasRows && (
          <tbody>
            {above > 0 && <tr style={{ height: above }} />}
            {items.map(({ index }) => {
              const feature = rows.rowAt(index)
              return (
                <Row
                  key={index}
                  id={rowId(index)}
                  index={index}
                  layer={layer}
                  columns={columns}
                  feature={feature}
                  selected={feature !== undefined && feature.id === selected}
                  active={index === active}
                  onChoose={(chosen) => {
                    setActive(index)
                    choose(chosen)
                  }}
                />
              )
            })}
            {below > 0 && <tr style={{ height: below }} />}
          </tbody>
        )}
      </table>
      {!hasRows && <TableNotice layer={layer} asking={asking} error={rows.error} onRetry={rows.retry} />}
      {rows.total === undefined && !rows.error && (
        <p className="visually-hidden" role="status">
          {t('table.loading')}
        </p>
      )}
    </div>
  )
}
