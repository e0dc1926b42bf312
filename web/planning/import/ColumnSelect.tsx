import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { explained, Field } from '../../access/Fields.tsx'
import { formatCount } from '../../values/numbers.ts'
import type { FileColumns } from './types.ts'

interface Props {
  readonly label: string
  readonly columns: FileColumns
  readonly value: string | null
  /** What it means when no column is chosen. */
  readonly none: string
  readonly hint?: string | undefined
  readonly error?: string | undefined
  readonly isRefused: boolean
  readonly onChange: (column: string | null) => void
}

/** A column of the file, with what stands in it. */
export function ColumnSelect({ label, columns, value, none, hint, error, isRefused, onChange }: Props) {
  const { t } = useTranslation()
  const id = useId()
  const chosen = columns.columns.find(({ name }) => name === value)
  const empty = chosen ? columns.rows - chosen.filled : 0
  const about =
    chosen &&
    t(empty > 0 ? 'gridImport.columns.distinctFilled' : 'gridImport.columns.distinct', {
      n: formatCount(chosen.distinct),
      empty: formatCount(empty),
      samples: chosen.samples.join(t('gridImport.columns.separator')),
    })
  const said = (about || hint) && (
    <>
      {about}
      {about && hint && <br />}
      {hint}
    </>
  )
  return (
    <Field id={id} label={label} error={error} hint={said}>
      <select
        {...explained(id, said, error)}
        id={id}
        value={value ?? ''}
        aria-invalid={error !== undefined || isRefused}
        onChange={({ target }) => onChange(target.value || null)}
      >
        <option value="">{none}</option>
        {columns.columns.map(({ name }) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </select>
    </Field>
  )
}
