import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { findLayer } from '#geodata/layers/index.ts'
import type { Hit } from '../state/store.ts'
import { formatCount } from '../values/numbers.ts'
import styles from './ClusterNote.module.css'
import { zoomInto } from './zoom_into.ts'

/** A merged point is no feature: it says what it stands for, and how to get at them. */
export function ClusterNote({ hit }: { hit: Hit }) {
  const { t } = useTranslation()
  const layer = findLayer(hit.layer)
  if (!layer) return null
  return (
    <div className={styles.note}>
      <p>{t('inspector.clusterAbout', { n: formatCount(hit.pointCount) })}</p>
      <Button size="xs" onClick={() => zoomInto(layer)}>
        {t('inspector.clusterZoom')}
      </Button>
    </div>
  )
}
