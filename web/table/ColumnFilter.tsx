import { Popover } from '@mantine/core'
import { IconFilter, IconFilterFilled } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ChoiceFilter } from './ChoiceFilter.tsx'
import styles from './ColumnFilter.module.css'
import type { Column } from './columns.ts'
import { withFilter } from './question.ts'
import { RangeFilter } from './RangeFilter.tsx'
import { TextFilter } from './TextFilter.tsx'
import type { Asking } from './use_question.ts'

interface Props {
  readonly column: Column
  readonly asking: Asking
}

export interface FilterProps {
  readonly column: Column
  readonly condition: string | undefined
  readonly onChange: (condition: string | null) => void
  readonly onDone: () => void
}

/** The funnel of a column and what it opens, by the kind of its values. */
export function ColumnFilter({ column, asking: { question, ask } }: Props) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  const { name } = column.field
  const condition = question.filters[name]
  const isOn = condition !== undefined
  const Icon = isOn ? IconFilterFilled : IconFilter
  const props: FilterProps = {
    column,
    condition,
    onChange: (value) => ask(withFilter(question, name, value)),
    onDone: () => setOpen(false),
  }
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-start" shadow="md" trapFocus returnFocus withinPortal>
      <Popover.Target>
        <button
          type="button"
          className={styles.funnel}
          data-on={isOn}
          aria-label={t(isOn ? 'table.filterOn' : 'table.filter', { field: column.label })}
          onClick={() => setOpen(!open)}
        >
          <Icon size={13} stroke={1.8} />
        </button>
      </Popover.Target>
      {/* Escape closes this and nothing behind it. */}
      <Popover.Dropdown className={styles.box} onKeyDown={(event) => event.key === 'Escape' && event.preventDefault()}>
        <Editor {...props} />
      </Popover.Dropdown>
    </Popover>
  )
}

function Editor(props: FilterProps) {
  switch (props.column.field.type) {
    case 'choice':
    case 'boolean':
      return <ChoiceFilter {...props} />
    case 'integer':
    case 'number':
    case 'date':
      return <RangeFilter {...props} />
    default:
      return <TextFilter {...props} />
  }
}
