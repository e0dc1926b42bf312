import { useTranslation } from 'react-i18next'
import { useTerritoryName } from '../access/territories.ts'
import styles from './Audit.module.css'
import { type Difference, differencesOf, valueText } from './differences.ts'
import type { AuditEntry } from './entries.ts'
import { useAuditWords } from './use_audit_words.ts'

/** Field by field: what it was and what it is; of what was added or deleted, what it held. */
export function DifferenceTable({ entry }: { entry: AuditEntry }) {
  const { t } = useTranslation()
  const { field, wording } = useAuditWords()
  const differences = differencesOf(entry)
  const territoryName = useTerritoryName(
    differences.flatMap(({ name, before, after }) => (name === 'territory_code' ? [before, after].filter(isText) : [])),
  )
  const both = entry.before !== null && entry.after !== null
  if (differences.length === 0) return <p className={styles.nothing}>{t('audit.noDetails')}</p>

  const text = ({ name }: Difference, value: unknown) => {
    if (name === 'territory_code' && isText(value)) return territoryName(value)
    if (name !== 'shape') return valueText(entry.subject, name, value, wording) || t('audit.nothing')
    return value === null ? t('audit.nothing') : t(both ? 'audit.shapeChanged' : 'audit.shapeKept')
  }
  return (
    <table className={styles.differences} data-both={both}>
      <thead>
        <tr>
          <th scope="col">{t('audit.field')}</th>
          {both ? (
            <>
              <th scope="col">{t('audit.before')}</th>
              <th scope="col">{t('audit.after')}</th>
            </>
          ) : (
            <th scope="col">{t('audit.value')}</th>
          )}
        </tr>
      </thead>
      <tbody>
        {differences.map((one) => (
          <tr key={one.name}>
            <th scope="row">{field(entry.subject, one.name)}</th>
            {both && one.name === 'shape' ? (
              <td colSpan={2}>{t('audit.shapeChanged')}</td>
            ) : both ? (
              <>
                <td data-old>{text(one, one.before)}</td>
                <td data-new>{text(one, one.after)}</td>
              </>
            ) : (
              <td>{text(one, one.after ?? one.before)}</td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const isText = (value: unknown): value is string => typeof value === 'string'
