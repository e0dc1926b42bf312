import { useTranslation } from 'react-i18next'
import type { LevelName } from '../api/schemes.ts'
import styles from './Schemes.module.css'

interface Props {
  readonly value: LevelName
  readonly isTried: boolean
  readonly focused?: boolean
  readonly onChange: (value: LevelName) => void
}

/** A name in both languages. */
export function NameFields({ value, isTried, focused, onChange }: Props) {
  const { t } = useTranslation()
  const field = (name: keyof LevelName, label: string, isFirst: boolean) => (
    <label>
      {label}
      <input
        // biome-ignore lint/a11y/noAutofocus: the form was opened to be filled in
        autoFocus={isFirst && focused}
        value={value[name]}
        maxLength={60}
        aria-invalid={isTried && value[name].trim() === ''}
        onChange={({ target }) => onChange({ ...value, [name]: target.value })}
      />
    </label>
  )
  return (
    <div className={styles.names}>
      {field('name_zh', t('schemes.form.nameZh'), true)}
      {field('name_en', t('schemes.form.nameEn'), false)}
    </div>
  )
}
