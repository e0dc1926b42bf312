import { useDebouncedCallback } from '@mantine/hooks'
import { IconAdjustmentsHorizontal, IconSearch } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNarrow } from '../../frame/narrow.ts'
import { useConsole } from '../../state/store.ts'
import { conditionsOf, withFilter } from '../filter.ts'
import { Conditions } from './Conditions.tsx'
import styles from './FilterBar.module.css'
import { FilterFields } from './FilterFields.tsx'
import { changeFilter } from './filtering.ts'

const PAUSE_MS = 250
const SORTS = [
  ['due', 'sortDue'],
  ['found', 'sortFound'],
  ['changed', 'sortChanged'],
] as const

/** Words, order and conditions of the list. */
export function FilterBar() {
  const { t } = useTranslation()
  const filter = useConsole((console) => console.caseFilter)
  const [isOpen, setOpen] = useState(false)
  const conditions = conditionsOf(withFilter(filter, { q: undefined }))
  return (
    <section className={styles.bar} aria-label={t('cases.filter.label')}>
      <div className={styles.line}>
        <Words />
        <select
          className={styles.sort}
          aria-label={t('cases.list.sort')}
          value={filter.sort ?? 'due'}
          onChange={({ target }) => changeFilter({ sort: target.value === 'due' ? undefined : target.value })}
        >
          {SORTS.map(([value, label]) => (
            <option key={value} value={value}>
              {t(`cases.list.${label}`)}
            </option>
          ))}
        </select>
        <button
          type="button"
          className={styles.more}
          aria-expanded={isOpen}
          aria-label={t(isOpen ? 'cases.filter.fewer' : 'cases.filter.more')}
          title={t(isOpen ? 'cases.filter.fewer' : 'cases.filter.more')}
          onClick={() => setOpen(!isOpen)}
        >
          <IconAdjustmentsHorizontal size={17} stroke={1.7} aria-hidden="true" />
          {conditions.length > 0 && <span>{conditions.length}</span>}
        </button>
      </div>
      {isOpen && <FilterFields />}
      {conditions.length > 0 && <Conditions conditions={conditions} />}
    </section>
  )
}

function Words() {
  const { t } = useTranslation()
  const isNarrow = useNarrow()
  const given = useConsole(({ caseFilter }) => caseFilter.q ?? '')
  const [text, setText] = useState(given)
  const apply = useDebouncedCallback((next: string) => changeFilter({ q: next.trim() || undefined }), PAUSE_MS)
  // Cleared elsewhere, or from an address.
  useEffect(() => setText((now) => (now.trim() === given ? now : given)), [given])
  return (
    <label className={styles.words}>
      <IconSearch size={15} stroke={1.7} aria-hidden="true" />
      <input
        type="search"
        autoComplete="off"
        spellCheck={false}
        aria-label={t('cases.filter.text')}
        placeholder={t(isNarrow ? 'cases.filter.textShort' : 'cases.filter.text')}
        value={text}
        onChange={({ target }) => {
          setText(target.value)
          apply(target.value)
        }}
      />
    </label>
  )
}
