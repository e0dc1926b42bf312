import { useTranslation } from 'react-i18next'
import { useMapHolder } from '../map/holder.ts'
import styles from './ScaleBar.module.css'
import { scaleFor } from './scale.ts'

const LONGEST_PX = 96

export function ScaleBar() {
  const { t } = useTranslation()
  const camera = useMapHolder((holder) => holder.camera)
  if (!camera) return null
  const { label, pixels } = scaleFor(camera.center[1], camera.zoom, LONGEST_PX)
  return (
    <span className={styles.scale} role="img" aria-label={`${t('frame.scale')} ${label}`}>
      <span className={styles.line} style={{ width: pixels }} />
      <span className={styles.label}>{label}</span>
    </span>
  )
}
