import { useTranslation } from 'react-i18next'
import { Segments } from '../../analysis/Segments.tsx'
import styles from './Dangers.module.css'
import { DANGER_VIEWS, useDangers } from './dangers.ts'
import { FaultsPart } from './FaultsPart.tsx'
import { SitesPart } from './SitesPart.tsx'

/** Zones around faults, and which sites lie in or near a danger. */
export function DangersPart() {
  const { t } = useTranslation()
  const view = useDangers((dangers) => dangers.view)
  return (
    <div className={styles.dangers}>
      <div className={styles.views}>
        <Segments
          label={t('dangers.label')}
          value={view}
          options={DANGER_VIEWS.map((value) => ({ value, label: t(`dangers.views.${value}`) }))}
          onChange={(chosen) => useDangers.setState({ view: chosen })}
        />
      </div>
      {view === 'faults' ? <FaultsPart /> : <SitesPart />}
    </div>
  )
}
