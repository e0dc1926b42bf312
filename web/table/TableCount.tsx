import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { stateQuery } from '../api/queries.ts'
import { formatCount } from '../values/numbers.ts'
import { narrows } from './question.ts'
import { firstPageQuery } from './rows.ts'
import styles from './TableCount.module.css'
import { useQuestion } from './use_question.ts'

/** How many rows there are, and how many of them meet the conditions. */
export function TableCount({ layer }: { layer: string }) {
  const { t } = useTranslation()
  const { question, search } = useQuestion(layer)
  const { data: state } = useQuery(stateQuery)
  const { data: first } = useQuery(firstPageQuery(layer, search))
  const total = formatCount(state?.layers[layer]?.count ?? 0)
  const matched = narrows(question) ? first?.numberMatched : undefined
  return (
    <output className={styles.count}>
      {matched === undefined ? t('table.total', { n: total }) : t('table.matched', { n: formatCount(matched), total })}
    </output>
  )
}
