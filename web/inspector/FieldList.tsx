import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Field, fieldsOf, type Layer } from '#geodata/layers/index.ts'
import type { Properties, Scheme } from '../api/types.ts'
import { formatValue, isEmpty } from '../values/field.ts'
import { pick } from '../words/words.ts'
import styles from './FieldList.module.css'

interface Props {
  readonly layer: Layer
  readonly properties: Properties
  readonly schemes: readonly Scheme[]
}

/** The fields of the catalogue in its order. Empty ones step aside until asked for: what is not known matters too. */
export function FieldList({ layer, properties, schemes }: Props) {
  const { t, i18n } = useTranslation()
  const [all, setAll] = useState(false)
  const fields = fieldsOf(layer)
  const empty = fields.filter(({ name }) => isEmpty(properties[name])).length
  const words = { yes: t('values.yes'), no: t('values.no') }
  const text = (field: Field) => {
    const value = properties[field.name]
    return nameOfGridPart(layer, field, properties, schemes, i18n.language) ?? formatValue(field, value, i18n.language, words)
  }
  return (
    <>
      <dl className={styles.fields}>
        {fields
          .filter(({ name }) => all || !isEmpty(properties[name]))
          .map((field) => (
            <div key={field.name} data-field={field.name}>
              <dt>{pick(field.label, i18n.language)}</dt>
              <dd data-type={field.type}>{text(field) || <i>{t('inspector.emptyValue')}</i>}</dd>
            </div>
          ))}
      </dl>
      {empty > 0 && (
        <button type="button" className={styles.more} aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t('inspector.hideEmpty') : t('inspector.showEmpty', { n: empty })}
        </button>
      )}
    </>
  )
}

/** A grid's scheme and level are identifiers; the scheme knows what people call them. */
function nameOfGridPart(
  layer: Layer,
  field: Field,
  properties: Properties,
  schemes: readonly Scheme[],
  language: string,
): string | undefined {
  if (layer.id !== 'grids') return undefined
  const scheme = schemes.find(({ id }) => id === properties.scheme)
  if (field.name === 'scheme') return scheme && pick(scheme.name, language)
  const level = scheme?.levels.find((one) => one.level === properties.level)
  return field.name === 'level' && level ? pick(level.name, language) : undefined
}
