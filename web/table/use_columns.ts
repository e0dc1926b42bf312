import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Layer } from '#geodata/layers/index.ts'
import type { Feature } from '../api/types.ts'
import { type Column, cellText, measureColumns, titleFirst } from './columns.ts'

interface Layout {
  readonly columns: readonly Column[]
  /** In CSS pixels, column by column. */
  readonly widths: readonly number[]
}

/** Order and widths follow the largest sample seen so far, so that filtering down to three rows does not make the columns jump. */
export function useColumns(layer: Layer, fields: readonly Column[], firstRows: readonly Feature[], narrow: boolean): Layout {
  const { t, i18n } = useTranslation()
  const [sample, setSample] = useState(firstRows)
  if (firstRows.length > sample.length) setSample(firstRows)
  return useMemo(() => {
    const words = { yes: t('values.yes'), no: t('values.no') }
    const columns = titleFirst(fields, layer, sample, i18n.language)
    const textOf = (column: Column, value: unknown) => cellText(column, value, i18n.language, words)
    return { columns, widths: measureColumns(columns, sample, narrow, textOf) }
  }, [layer, fields, sample, narrow, i18n.language, t])
}
