import { Menu } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Layer } from '#geodata/layers/index.ts'
import { stateQuery } from '../api/queries.ts'
import { formatCount } from '../values/numbers.ts'
import { columnsOf } from './columns.ts'
import type { FileKind } from './download.ts'
import styles from './ExportMenu.module.css'
import { useDownload } from './use_download.ts'

interface Props {
  readonly layer: Layer
  readonly search: string
  readonly count: number
}

/** Takes away what the table holds now, all pages of it. */
export function ExportMenu({ layer, search, count }: Props) {
  const { t, i18n } = useTranslation()
  const { data: state } = useQuery(stateQuery)
  const { progress, failure, start, cancel } = useDownload()

  const run = (kind: FileKind) =>
    start({
      layer,
      search,
      kind,
      language: i18n.language,
      columns: columnsOf(layer, state?.schemes ?? [], i18n.language),
      words: {
        yes: t('values.yes'),
        no: t('values.no'),
        longitude: t('table.longitude'),
        latitude: t('table.latitude'),
      },
    })

  if (progress) {
    return (
      <span className={styles.progress} role="status">
        <progress max={Math.max(1, progress.total)} value={progress.read} />
        {t('table.exporting', { n: formatCount(progress.read), total: formatCount(progress.total) })}
        <button type="button" className={styles.cancel} onClick={cancel}>
          {t('table.cancel')}
        </button>
      </span>
    )
  }
  return (
    <>
      {failure && (
        <span className={styles.failure} role="alert">
          {t('table.exportFailed', { reason: failure })}
        </span>
      )}
      <Menu position="bottom-end" width="max-content" shadow="md" disabled={count === 0}>
        <Menu.Target>
          <button type="button" className={styles.button} disabled={count === 0} aria-label={t('table.export')}>
            <IconDownload size={16} stroke={1.6} aria-hidden="true" />
            <span>{t('table.export')}</span>
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{t('table.exportHint', { n: formatCount(count) })}</Menu.Label>
          <Menu.Item onClick={() => run('csv')}>{t('table.csv')}</Menu.Item>
          <Menu.Item onClick={() => run('geojson')}>{t('table.geojson')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </>
  )
}
