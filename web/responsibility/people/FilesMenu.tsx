import { Menu } from '@mantine/core'
import { IconDotsVertical } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRights } from '../../access/use_rights.ts'
import { useFile } from '../../api/use_file.ts'
import { Dialog } from '../../frame/Dialog.tsx'
import side from '../side/Side.module.css'
import forms from './Forms.module.css'
import { ImportDialog } from './ImportDialog.tsx'
import type { FileKind } from './list_files.ts'

/** Lists in and out: people as they are filtered, and what those of a territory are responsible for. */
export function FilesMenu({ filters }: { filters: Readonly<Record<string, string>> }) {
  const { t } = useTranslation()
  const may = useRights()
  const [importing, setImporting] = useState<FileKind | null>(null)
  const { busy, reason, start: startFile, clear, cancel } = useFile()
  const start = (kind: FileKind, query: Record<string, string>) =>
    startFile(`/api/${kind}/export?${new URLSearchParams(query)}`, `${kind}.${query.format}`)
  const { territory } = filters
  const assignmentFilters: Record<string, string> = territory ? { territory } : {}
  if (busy)
    return (
      <button type="button" className={side.button} onClick={cancel}>
        {t('files.exporting')}
      </button>
    )
  return (
    <>
      <Menu position="bottom-end" width="max-content" shadow="md">
        <Menu.Target>
          <button type="button" className={side.button} aria-label={t('files.menu')}>
            <IconDotsVertical size={15} stroke={1.7} aria-hidden="true" />
            {t('files.short')}
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{t('files.exportPeople')}</Menu.Label>
          {(['xlsx', 'csv'] as const).map((format) => (
            <Menu.Item key={format} onClick={() => start('people', { ...filters, format })}>
              {t(`files.${format}`)}
            </Menu.Item>
          ))}
          <Menu.Label>{t('files.exportAssignments')}</Menu.Label>
          {(['xlsx', 'csv'] as const).map((format) => (
            <Menu.Item key={format} onClick={() => start('assignments', { ...assignmentFilters, format })}>
              {t(`files.${format}`)}
            </Menu.Item>
          ))}
          {(may('people.write') || may('assignments.write')) && <Menu.Divider />}
          {may('people.write') && <Menu.Item onClick={() => setImporting('people')}>{t('files.importPeople')}</Menu.Item>}
          {may('assignments.write') && (
            <Menu.Item onClick={() => setImporting('assignments')}>{t('files.importAssignments')}</Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {reason && (
        <Dialog title={t('files.exportFailed')} onClose={clear}>
          <p className={forms.refused} role="alert">
            {reason}
          </p>
        </Dialog>
      )}
      {importing && <ImportDialog kind={importing} onClose={() => setImporting(null)} />}
    </>
  )
}
