import { Button, Checkbox } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSubmit } from '../../access/use_submit.ts'
import { Problem } from '../../api/problem.ts'
import { Dialog } from '../../frame/Dialog.tsx'
import { FileDrop } from '../../frame/FileDrop.tsx'
import { datedName, save } from '../../table/download.ts'
import { formatCount } from '../../values/numbers.ts'
import side from '../side/Side.module.css'
import styles from './Forms.module.css'
import { ImportFaults, ImportNumbers, ImportPreview } from './ImportReport.tsx'
import { importFile } from './import_file.ts'
import { type FileKind, type ImportReport, templateOf } from './list_files.ts'
import { forgetStaff } from './queries.ts'

/** A list from a spreadsheet: tried first, looked at, and then stored whole or not at all. */
export function ImportDialog({ kind, onClose }: { kind: FileKind; onClose: () => void }) {
  const { t, i18n } = useTranslation()
  const [file, setFile] = useState<File | null>(null)
  const [replace, setReplace] = useState(false)
  const [report, setReport] = useState<ImportReport | null>(null)
  const submit = useSubmit()
  const title = t(kind === 'people' ? 'files.importPeople' : 'files.importAssignments')

  const attempt = (chosen: File, replacing: boolean) => {
    setFile(chosen)
    setReport(null)
    void submit.run(async () => setReport(await importFile(kind, chosen, { dryRun: true, replace: replacing })))
  }
  const store = () =>
    void submit.run(async () => {
      setReport(await importFile(kind, file!, { dryRun: false, replace }))
      await forgetStaff()
    })
  const faults =
    report?.faults ??
    (submit.error instanceof Problem && Array.isArray(submit.error.members.rows)
      ? (submit.error.members.rows as ImportReport['faults'])
      : [])
  const changes = report ? report.added + report.changed + report.ended : 0

  if (report && !report.dry_run)
    return (
      <Dialog title={title} size="large" onClose={onClose}>
        <div className={styles.done}>
          <p role="status">{t('files.stored')}</p>
          <ImportNumbers report={report} />
          <div className={styles.actions}>
            <Button onClick={onClose}>{t('staff.close')}</Button>
          </div>
        </div>
      </Dialog>
    )
  return (
    <Dialog title={title} size="large" onClose={onClose}>
      <div className={styles.form}>
        <div className={styles.spread}>
          <p className={styles.about}>{t(kind === 'people' ? 'files.aboutPeople' : 'files.aboutAssignments')}</p>
          <button
            type="button"
            className={side.button}
            onClick={() =>
              save(
                new Blob([templateOf(kind, i18n.language)], { type: 'text/csv;charset=utf-8' }),
                `${t(`files.template.${kind}`)}.csv`,
              )
            }
          >
            <IconDownload size={15} stroke={1.7} aria-hidden="true" />
            {t('files.templateShort')}
          </button>
        </div>
        <FileDrop
          label={t('files.choose')}
          shown={submit.busy ? t('files.reading') : (file?.name ?? t('files.choose'))}
          hint={t('files.limits')}
          accept=".xlsx,.csv"
          disabled={submit.busy}
          onFile={(chosen) => attempt(chosen, replace)}
        />
        {kind === 'assignments' && (
          <Checkbox
            label={t('files.replace')}
            description={t('files.replaceHint')}
            checked={replace}
            onChange={({ target }) => {
              setReplace(target.checked)
              if (file) attempt(file, target.checked)
            }}
          />
        )}
        {submit.reason && (
          <p className={styles.refused} role="alert">
            {submit.reason}
          </p>
        )}
        {report && <ImportNumbers report={report} />}
        {faults.length > 0 && <ImportFaults faults={faults} name={datedName(t('files.faultsFile'), 'csv')} />}
        {report && <ImportPreview kind={kind} report={report} />}
        <div className={styles.actions}>
          <Button variant="default" onClick={onClose}>
            {t('staff.cancel')}
          </Button>
          <Button disabled={!report || faults.length > 0 || changes === 0} loading={submit.busy} onClick={store}>
            {report && changes > 0 ? t('files.store', { n: formatCount(changes) }) : t('files.storeNone')}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}
