import { IconMinus, IconPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { MOST_PEOPLE, PEOPLE_COUNTS, type PeopleCount } from '#geodata/damage/grades.ts'
import { changeDraft } from './draft.ts'
import styles from './PeopleField.module.css'

export function PeopleField({ people }: { people: Readonly<Record<PeopleCount, number>> }) {
  const { t } = useTranslation()
  const set = (name: PeopleCount, count: number) =>
    changeDraft({ people: { ...people, [name]: Math.min(MOST_PEOPLE, Math.max(0, count || 0)) } })
  return (
    <fieldset className={styles.people}>
      <legend>{t('damage.form.people')}</legend>
      {PEOPLE_COUNTS.map((name) => {
        const label = t(`damage.people.${name}`)
        return (
          <div key={name} data-some={people[name] > 0}>
            <span>{label}</span>
            <button type="button" aria-label={`${label}：${t('damage.form.less')}`} onClick={() => set(name, people[name] - 1)}>
              <IconMinus size={18} stroke={1.8} />
            </button>
            <input
              inputMode="numeric"
              aria-label={label}
              value={people[name] === 0 ? '' : people[name]}
              placeholder="0"
              onChange={({ target }) => set(name, Number(target.value.replace(/\D/g, '')))}
            />
            <button type="button" aria-label={`${label}：${t('damage.form.more')}`} onClick={() => set(name, people[name] + 1)}>
              <IconPlus size={18} stroke={1.8} />
            </button>
          </div>
        )
      })}
    </fieldset>
  )
}
