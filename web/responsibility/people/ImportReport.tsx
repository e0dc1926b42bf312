import { IconDownload } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { findLayer } from '#geodata/layers/index.ts'
import { findRole } from '#geodata/responsibility/roles.ts'
import { save } from '../../table/download.ts'
import { formatCount } from '../../values/numbers.ts'
import { pick } from '../../words/words.ts'
import side from '../side/Side.module.css'
import styles from './Forms.module.css'
import { type FileKind, faultsCsv, type ImportFault, type ImportReport, previewText } from './list_files.ts'

export function ImportNumbers({ report }: { report: ImportReport }) {
  const { t } = useTranslation()
  return (
    <dl className={styles.numbers}>
      {(['rows', 'added', 'changed', 'ended', 'unchanged'] as const).map((name) => (
        <div key={name}>
          <dt>{t(`files.numbers.${name}`)}</dt>
          <dd>{formatCount(report[name])}</dd>
        </div>
      ))}
      {report.faults.length > 0 && (
        <div data-bad="true">
          <dt>{t('files.numbers.faults')}</dt>
          <dd>{formatCount(new Set(report.faults.map(({ row }) => row)).size)}</dd>
        </div>
      )}
    </dl>
  )
}

/** Rows that a dialog lists; the file has all. */
const SOME = 200

export function ImportFaults({ faults, name }: { faults: readonly ImportFault[]; name: string }) {
  const { t } = useTranslation()
  const header = [t('files.row'), t('files.column'), t('handover.reason')] as const
  return (
    <section>
      <div className={styles.spread}>
        <h3>{t('files.faults')}</h3>
        <button
          type="button"
          className={side.button}
          onClick={() => save(new Blob([faultsCsv(faults, header)], { type: 'text/csv;charset=utf-8' }), name)}
        >
          <IconDownload size={15} stroke={1.7} aria-hidden="true" />
          {t('files.faultsSave')}
        </button>
      </div>
      <div className={styles.rows}>
        <table>
          <thead>
            <tr>
              {header.map((word) => (
                <th key={word} scope="col">
                  {word}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {faults.slice(0, SOME).map((fault, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a row can have the same fault twice
              <tr key={index}>
                <td>{fault.row}</td>
                <td>{fault.column ?? ''}</td>
                <td data-wrap="true">{fault.detail}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

/** The first rows, as they were understood. */
export function ImportPreview({ kind, report }: { kind: FileKind; report: ImportReport }) {
  const { t, i18n } = useTranslation()
  const words = (id: string, value: unknown): string => {
    if (id === 'layer') return pick(findLayer(String(value))?.name ?? { zh: String(value), en: String(value) }, i18n.language)
    if (id === 'role') return pick(findRole(String(value))?.label ?? { zh: String(value), en: String(value) }, i18n.language)
    if (id === 'employment' && value) return t(`staff.choices.${value}` as 'staff.choices.full_time')
    return previewText(value)
  }
  return (
    <section>
      <div className={styles.spread}>
        <h3>{t('files.preview')}</h3>
      </div>
      <div className={styles.rows} data-kind={kind}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('files.row')}</th>
              {report.columns.map(({ heading, id }, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: headings that mean nothing may come twice
                <th key={place} scope="col" data-unknown={id === null} title={id === null ? t('files.unknownColumn') : undefined}>
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {report.preview.map((line) => (
              <tr key={line.row}>
                <td>{line.row}</td>
                {report.columns.map(({ id }, place) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: see above
                  <td key={place}>{id === null ? '' : words(id, line[id])}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
