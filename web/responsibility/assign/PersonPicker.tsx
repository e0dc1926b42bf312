import { IconCheck, IconSearch } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDraft } from '../../table/use_draft.ts'
import { useReason } from '../../values/use_reason.ts'
import styles from './PersonPicker.module.css'
import { type Person, peopleFoundQuery } from './queries.ts'

interface Props {
  readonly person: Person | null
  /** Who has it as long as nobody else is chosen. */
  readonly present?: { readonly name: string; readonly name_en: string | null }
  readonly onChange: (person: Person) => void
  readonly error?: string | undefined
  readonly autofocus?: boolean
}

/** A person by name, number or organisation, with what each carries already. */
export function PersonPicker({ person, present, onChange, error, autofocus = false }: Props) {
  const { t, i18n } = useTranslation()
  const id = useId()
  const [asked, setAsked] = useState('')
  const [text, setText] = useDraft(asked, setAsked)
  const { data, error: failure, isFetching } = useQuery(peopleFoundQuery(asked.trim()))
  const reason = useReason(failure)
  const people = data?.people ?? []
  const others = (data?.total ?? 0) - people.length
  return (
    <fieldset className={styles.picker} aria-describedby={error ? `${id}-error` : undefined}>
      <legend>
        {t('assign.person')}
        {present &&
          !person &&
          ` · ${t('assign.presentPerson', { name: (i18n.language === 'en' && present.name_en) || present.name })}`}
      </legend>
      <label className={styles.search}>
        <IconSearch size={16} stroke={1.7} aria-hidden="true" />
        <input
          type="search"
          value={text}
          maxLength={100}
          autoComplete="off"
          data-autofocus={autofocus || undefined}
          placeholder={t('assign.findPerson')}
          aria-label={t('assign.findPerson')}
          onChange={({ target }) => setText(target.value)}
        />
      </label>
      <div className={styles.found} aria-busy={isFetching}>
        {person && !people.some((one) => one.id === person.id) && <Choice person={person} chosen name={id} onChange={onChange} />}
        {people.map((one) => (
          <Choice key={one.id} person={one} chosen={one.id === person?.id} name={id} onChange={onChange} />
        ))}
        {failure && !isFetching && <p role="alert">{t('assign.failed', { reason })}</p>}
        {data && people.length === 0 && <p>{t('assign.noPerson')}</p>}
        {others > 0 && <p>{t('assign.morePeople', { n: others })}</p>}
      </div>
      {error && (
        <p id={`${id}-error`} className={styles.error} role="alert">
          {error}
        </p>
      )}
    </fieldset>
  )
}

interface ChoiceProps {
  readonly person: Person
  readonly chosen: boolean
  readonly name: string
  readonly onChange: (person: Person) => void
}

function Choice({ person, chosen, name, onChange }: ChoiceProps) {
  const { t, i18n } = useTranslation()
  const english = i18n.language === 'en'
  const called = (one: { readonly name: string; readonly name_en: string | null }) => (english && one.name_en) || one.name
  const posts = person.posts.map(called).join(t('responsibility.listComma'))
  return (
    <label data-chosen={chosen} data-person={person.id}>
      <input className="visually-hidden" type="radio" name={name} checked={chosen} onChange={() => onChange(person)} />
      <span>
        <strong>{called(person)}</strong>
        <small>
          {called(person.organisation)}
          {posts && ` · ${posts}`}
        </small>
      </span>
      <small className={styles.load}>{t('assign.load', { n: person.assignment_count })}</small>
      {chosen && <IconCheck size={16} stroke={2} aria-hidden="true" />}
    </label>
  )
}
