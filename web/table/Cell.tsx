import { useTranslation } from 'react-i18next'
import type { Layer } from '#geodata/layers/index.ts'
import type { Feature } from '../api/types.ts'
import { Swatch } from '../symbols/Swatch.tsx'
import { isEmpty } from '../values/field.ts'
import styles from './Cell.module.css'
import { type Column, cellText, substituteTitle } from './columns.ts'

interface Props {
  readonly layer: Layer
  readonly column: Column
  readonly feature: Feature
  readonly isTitle: boolean
}

export function Cell({ layer, column, feature: { id, properties }, isTitle }: Props) {
  const { t, i18n } = useTranslation()
  const { field, numeric, looks } = column
  const value = properties[field.name]
  const text = cellText(column, value, i18n.language, { yes: t('values.yes'), no: t('values.no') })
  if (isTitle) {
    // A row must be called something; what its own field does not say is said more faintly.
    const name = text || substituteTitle(layer, id, properties, i18n.language)
    return (
      <th scope="row" className={styles.title} data-field={field.name} data-substitute={isEmpty(value)} title={name}>
        {name}
      </th>
    )
  }
  if (isEmpty(value)) {
    return (
      <td className={styles.cell} data-field={field.name} data-numeric={numeric}>
        <span className={styles.none}>{t('values.none')}</span>
      </td>
    )
  }
  const look = looks.get(String(value))
  return (
    <td className={styles.cell} data-field={field.name} data-numeric={numeric} title={numeric ? undefined : text}>
      {look ? (
        <span className={styles.choice}>
          <Swatch look={look} />
          {text}
        </span>
      ) : (
        text
      )}
    </td>
  )
}
