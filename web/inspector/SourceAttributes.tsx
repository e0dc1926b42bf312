import { useTranslation } from 'react-i18next'
import type { Properties } from '../api/types.ts'
import styles from './SourceAttributes.module.css'

/** What the imported file said and the catalogue has no field for, word for word. */
export function SourceAttributes({ properties }: { properties: Properties }) {
  const { t } = useTranslation()
  const entries = Object.entries(properties)
  return (
    <details className={styles.source}>
      <summary>
        {t('inspector.source')} <span>{entries.length}</span>
      </summary>
      <p>{t('inspector.sourceHint')}</p>
      <table>
        <tbody>
          {entries.map(([name, value]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{typeof value === 'object' ? JSON.stringify(value) : String(value)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
