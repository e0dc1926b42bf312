import { IconDownload } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFile } from '../../api/use_file.ts'
import { TerritoryFinder } from '../../responsibility/side/finders.tsx'
import side from '../../responsibility/side/Side.module.css'
import { today } from '../../values/times.ts'
import type { SchemeDetail } from '../api/schemes.ts'
import list from '../list/PlanList.module.css'
import styles from './Schemes.module.css'

/** The grids of a day and an area to take away: as tables, and as shapes. */
export function SchemeExport({ scheme }: { scheme: SchemeDetail }) {
  const { t } = useTranslation()
  const [day, setDay] = useState(today())
  const [territory, setTerritory] = useState<string | null>(null)
  const file = useFile()

  const takeTable = (what: 'grids' | 'cells', format: 'xlsx' | 'csv') => {
    const query = new URLSearchParams({ at: day, format, ...(territory && { territory }) })
    file.start(`/api/schemes/${scheme.id}/${what}?${query}`, `${scheme.id}.${format}`)
  }
  const takeShapes = (format: 'gpkg' | 'shp' | 'geojson', ending: string) => {
    const query = new URLSearchParams({ at: day, format, ...(territory && { territory }) })
    file.start(`/api/schemes/${scheme.id}/download?${query}`, `${scheme.id}.${ending}`)
  }
  return (
    <section className={styles.section} aria-label={t('schemes.export.title')}>
      <header>
        <h3>{t('schemes.export.title')}</h3>
      </header>
      <div className={list.form}>
        <label>
          {t('schemes.export.day')}
          <input type="date" value={day} onChange={({ target }) => target.value && setDay(target.value)} />
        </label>
        <TerritoryFinder label={t('schemes.export.territory')} code={territory} onChange={setTerritory} />
        {file.busy ? (
          <button type="button" className={side.button} onClick={file.cancel}>
            {t('schemes.export.busy')}
          </button>
        ) : (
          <dl className={styles.exports}>
            {(['grids', 'cells'] as const).map((what) => (
              <div key={what}>
                <dt>{t(`schemes.export.${what}`)}</dt>
                <dd>
                  <Take label="Excel" onTake={() => takeTable(what, 'xlsx')} />
                  <Take label="CSV" onTake={() => takeTable(what, 'csv')} />
                </dd>
              </div>
            ))}
            <div>
              <dt>{t('schemes.export.shapes')}</dt>
              <dd>
                <Take label="GeoPackage" onTake={() => takeShapes('gpkg', 'gpkg')} />
                <Take label="Shapefile" onTake={() => takeShapes('shp', 'zip')} />
                <Take label="GeoJSON" onTake={() => takeShapes('geojson', 'geojson')} />
              </dd>
            </div>
          </dl>
        )}
        {file.reason && (
          <p className={list.error} role="alert">
            {t('schemes.export.failed', { reason: file.reason })}
          </p>
        )}
      </div>
    </section>
  )
}

function Take({ label, onTake }: { label: string; onTake: () => void }) {
  return (
    <button type="button" className={side.button} onClick={onTake}>
      <IconDownload size={15} stroke={1.7} aria-hidden="true" />
      {label}
    </button>
  )
}
