import { useQuery } from '@tanstack/react-query'
import { choiceCountQuery } from '../api/queries.ts'
import { formatCount } from '../values/numbers.ts'
import styles from './LayerLegend.module.css'

/** Asked only while the legend is open. */
export function ChoiceCount({ layer, field, value }: { layer: string; field: string; value: string }) {
  const { data } = useQuery(choiceCountQuery(layer, field, value))
  return <span className={styles.count}>{data === undefined ? '' : formatCount(data)}</span>
}
