import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { findLayer, type Layer } from '#geodata/layers/index.ts'
import { stateQuery } from '../api/queries.ts'
import { useNarrow } from '../frame/narrow.ts'
import styles from './AttributeTable.module.css'
import { columnsOf } from './columns.ts'
import { FilterChips } from './FilterChips.tsx'
import { RowGrid } from './RowGrid.tsx'
import { TableTools } from './TableTools.tsx'
import { useQuestion } from './use_question.ts'

/** The records of a layer: found, ordered and exported by the server, shown as they come into view, linked to the map. */
export function AttributeTable({ layer: id }: { layer: string }) {
  const layer = findLayer(id)
  return layer ? <LayerTable layer={layer} /> : null
}

function LayerTable({ layer }: { layer: Layer }) {
  const { i18n } = useTranslation()
  const narrow = useNarrow()
  const { data: state } = useQuery(stateQuery)
  const asking = useQuestion(layer.id)
  const columns = useMemo(() => columnsOf(layer, state?.schemes ?? [], i18n.language), [layer, state?.schemes, i18n.language])
  return (
    <div className={styles.table}>
      {/* On a desk they stand in the line above, beside the choice of the layer. */}
      {narrow && <TableTools layer={layer.id} />}
      <FilterChips columns={columns} asking={asking} />
      <RowGrid layer={layer} columns={columns} asking={asking} narrow={narrow} />
    </div>
  )
}
