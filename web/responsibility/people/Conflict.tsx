import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import styles from './Forms.module.css'
import type { FormField, Value, Values } from './forms.ts'

interface Props {
  readonly fields: readonly FormField[]
  readonly mine: Values
  /** What somebody else has stored meanwhile. */
  readonly current: Values
  readonly onMine: () => void
  readonly onTheirs: () => void
}

/** Somebody else was faster: both states side by side, and the choice. */
export function Conflict({ fields, mine, current, onMine, onTheirs }: Props) {
  const { t } = useTranslation()
  const say = (field: FormField, value: Value | undefined) => {
    if ((value ?? '') === '') return '—'
    if (field.kind === 'choice') return t(`staff.choices.${value}` as 'staff.choices.full_time')
    return String(value)
  }
  const different = fields.filter(({ name }) => (mine[name] ?? '') !== (current[name] ?? ''))
  return (
    <section className={styles.conflict} role="alert">
      <h3>{t('staff.conflict')}</h3>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('staff.field')}</th>
            <th scope="col">{t('staff.theirs')}</th>
            <th scope="col">{t('staff.mine')}</th>
          </tr>
        </thead>
        <tbody>
          {different.map((field) => (
            <tr key={field.name}>
              <th scope="row">{t(`staff.fields.${field.name}` as 'staff.fields.name')}</th>
              <td>{say(field, current[field.name])}</td>
              <td>{say(field, mine[field.name])}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className={styles.actions}>
        <Button variant="default" onClick={onTheirs}>
          {t('staff.takeTheirs')}
        </Button>
        <Button onClick={onMine}>{t('staff.keepMine')}</Button>
      </div>
    </section>
  )
}
