import { IconFocusCentered, IconMinus, IconNavigation, IconPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { AnalysisButton } from '../analysis/AnalysisButton.tsx'
import type { Extent } from '../api/types.ts'
import { useMapHolder } from '../map/holder.ts'
import { useConsole } from '../state/store.ts'
import { IconButton } from './IconButton.tsx'
import styles from './MapControls.module.css'

const ICON = { size: 18, stroke: 1.7 } as const

export function MapControls({ extent, touch = false }: { extent: Extent | null; touch?: boolean }) {
  const { t } = useTranslation()
  const map = useMapHolder((holder) => holder.map)
  const bearing = useMapHolder((holder) => holder.camera?.bearing ?? 0)
  const pitch = useMapHolder((holder) => holder.camera?.pitch ?? 0)
  const size = touch ? 'touch' : 'normal'
  const turned = Math.abs(bearing) > 0.5 || pitch > 0.5
  return (
    <div className={styles.controls} data-touch={touch}>
      {turned && (
        <div className={styles.group}>
          <IconButton
            label={t('frame.north')}
            size={size}
            position="left"
            onClick={() => void map?.easeTo({ bearing: 0, pitch: 0 })}
          >
            <IconNavigation {...ICON} style={{ transform: `rotate(${-bearing}deg)` }} />
          </IconButton>
        </div>
      )}
      <div className={styles.group}>
        <AnalysisButton touch={touch} />
      </div>
      <div className={styles.group}>
        {/* Fingers pinch; buttons would only take room on a phone. */}
        {!touch && (
          <>
            <IconButton label={t('frame.zoomIn')} position="left" onClick={() => void map?.zoomIn()}>
              <IconPlus {...ICON} />
            </IconButton>
            <IconButton label={t('frame.zoomOut')} position="left" onClick={() => void map?.zoomOut()}>
              <IconMinus {...ICON} />
            </IconButton>
          </>
        )}
        <IconButton
          label={t('frame.home')}
          size={size}
          position="left"
          disabled={extent === null}
          onClick={() => extent && useConsole.getState().fly({ extent })}
        >
          <IconFocusCentered {...ICON} />
        </IconButton>
      </div>
    </div>
  )
}
