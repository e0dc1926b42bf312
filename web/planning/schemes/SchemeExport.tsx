import { IconDownload } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { findLayer } from '#geodata/layers/index.ts'
import { useFile } from '../../api/use_file.ts'
import { TerritoryFinder } from '../../responsibility/side/finders.tsx'
import side from '../../responsibility/side/Side.module.css'
import { useDownload } from '../../table/use_download.ts'
import { today } from '../../values/times.ts'
import { pick } from '../../words/words.ts'
import type { SchemeDetail } from '../api/schemes.ts'
import list from '../list/PlanList.module.css'
import styles from './Schemes.module.css'

const GRIDS = findLayer('grids')!

/** The grids of a day and an area to take away: as tables, and as shapes. */
export function SchemeExport({ scheme }: { scheme: SchemeDetail }) {
  const { t, i18n } = useTranslation()
  const [day, setDay] = useState(today())
  const [territory, setTerritory] = useState<string | null>(null)
  const file = useFile()
  const shapes = useDownload()
  const named = (names: { name_zh: string; name_en: string }) => pick({ zh: names.name_zh, en: names.name_en }, i18n.language)

  const takeTable = (what: 'grids' | 'cells', format: 'xlsx' | 'csv') => {
    const query = new URLSearchParams({ at: day, format, ...(territory && { territory }) })
    file.start(`/api/schemes/${scheme.id}/${what}?${query}`, `${scheme.id}.${format}`)
  }
  const takeShapes = (level: SchemeDetail['levels'][number]) => {
    const search = new URLSearchParams({
      scheme: scheme.id,
      level: String(level.level),
      datetime: day,
      ...(territory && { code: `${territory}*` }),
    })
    const name = t('schemes.export.fileName', { scheme: named(scheme), level: named(level), day })
    shapes.start({ layer: GRIDS, search: String(search), kind: 'geojson', language: i18n.language, name })
  }
  const isBusy = file.busy || shapes.progress !== null
  const failure = file.reason || shapes.failure
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
        {isBusy ? (
          <button
            type="button"
            className={side.button}
            onClick={() => {
              file.cancel()
              shapes.cancel()
            }}
          >
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
                {scheme.levels.map((level) => (
                  <Take
                    key={level.level}
                    label={t('schemes.export.level', { level: named(level) })}
                    onTake={() => takeShapes(level)}
                  />
                ))}
              </dd>
            </div>
          </dl>
        )}
        {failure && (
          <p className={list.error} role="alert">
            {t('schemes.export.failed', { reason: failure })}
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
