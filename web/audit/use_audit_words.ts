import { useTranslation } from 'react-i18next'
import { fieldsOf, findLayer } from '#geodata/layers/index.ts'
import { pick } from '../words/words.ts'
import type { Wording } from './differences.ts'

/** The record's own names in words; a name that nobody has put into words yet stands as it is. */
export function useAuditWords() {
  const { t, i18n } = useTranslation()
  const say = (key: string): string | undefined => (i18n.exists(key) ? String(t(key as never)) : undefined)
  const known = (group: 'actions' | 'subjects' | 'via' | 'fields', name: string) => say(`audit.${group}.${name}`) ?? name
  const wording: Wording = {
    language: i18n.language,
    yes: t('values.yes'),
    no: t('values.no'),
    accountRole: (role) => say(`access.roles.${role}`),
  }
  return {
    wording,
    action: (name: string) => known('actions', name),
    via: (name: string) => known('via', name),
    subject: (name: string) => {
      const layer = findLayer(name)
      return layer ? pick(layer.name, i18n.language) : known('subjects', name)
    },
    field: (subject: string, name: string) => {
      if (name === 'shape') return t('audit.shape')
      const layer = findLayer(subject)
      const field = layer && fieldsOf(layer).find((one) => one.name === name)
      return field ? pick(field.label, i18n.language) : known('fields', name)
    },
  }
}
