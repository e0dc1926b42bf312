import { useTranslation } from 'react-i18next'
import type { ServerState } from '../../api/types.ts'
import { LayerList } from '../../layers/LayerList.tsx'
import styles from './PlanList.module.css'

/** The layers lie below what the workspace is about, as in every workspace. */
export function LayersBelow({ state }: { state: ServerState }) {
  const { t } = useTranslation()
  return (
    <details className={styles.layers} open>
      <summary>{t('layers.title')}</summary>
      <LayerList state={state} />
    </details>
  )
}
