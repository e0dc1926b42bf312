import { useDebouncedValue } from '@mantine/hooks'
import { IconSearch, IconUserPlus } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRights } from '../../access/use_rights.ts'
import { useConsole } from '../../state/store.ts'
import { formatCount } from '../../values/numbers.ts'
import { listQuery as findingsQuery } from '../findings/findings.ts'
import { OrganisationFinder, TerritoryFinder } from '../side/finders.tsx'
import side from '../side/Side.module.css'
import { Empty, Failed, Loading, Pager } from '../side/States.tsx'
import { FilesMenu } from './FilesMenu.tsx'
import styles from './PeopleSide.module.css'
import { peopleFilters } from './people_filters.ts'
import { named, type Person, peopleQuery } from './queries.ts'
import { RecordDialog } from './RecordDialog.tsx'
import { useStaffView } from './staff_view.ts'

const PAGE = 50
const PAUSE_MS = 180

export function PeopleList() {
  const { t } = useTranslation()
  const view = useStaffView()
  const may = useRights()
  const [adding, setAdding] = useState(false)
  const [q] = useDebouncedValue(view.q, PAUSE_MS)
  const filters = peopleFilters({ ...view, q })
  const list = useQuery({
    ...peopleQuery({ ...filters, limit: String(PAGE), offset: String(view.offset) }),
    placeholderData: keepPreviousData,
  })
  return (
    <>
      <div className={side.head}>
        <SearchField label={t('staff.searchPeople')} />
        <div className={styles.finders}>
          <TerritoryFinder
            label={t('findings.territory')}
            labelHidden
            code={view.territory}
            onChange={(territory) => useStaffView.setState({ territory, offset: 0 })}
          />
          <OrganisationFinder
            label={t('staff.organisation')}
            labelHidden
            chosen={view.organisation}
            onChange={(organisation) => useStaffView.setState({ organisation, offset: 0 })}
          />
        </div>
        <div className={side.spread}>
          <select
            className={side.select}
            aria-label={t('staff.leftFilter')}
            value={view.left}
            onChange={({ target }) => useStaffView.setState({ left: target.value as 'all' | 'false' | 'true', offset: 0 })}
          >
            <option value="all">{t('staff.presentAndLeft')}</option>
            <option value="false">{t('staff.onlyPresent')}</option>
            <option value="true">{t('staff.onlyLeft')}</option>
          </select>
          <span className={side.line}>
            {may('people.write') && (
              <button type="button" className={side.button} onClick={() => setAdding(true)}>
                <IconUserPlus size={15} stroke={1.7} aria-hidden="true" />
                {t('staff.addPerson')}
              </button>
            )}
            <FilesMenu filters={filters} />
          </span>
        </div>
      </div>
      {list.data ? (
        <People people={list.data.people} total={list.data.total} busy={list.isFetching} />
      ) : list.error && !list.isFetching ? (
        <Failed error={list.error} onRetry={() => void list.refetch()} />
      ) : (
        <Loading />
      )}
      {adding && (
        <RecordDialog
          table="people"
          organisation={view.organisation}
          onDone={({ id }) => useConsole.getState().openPerson(id)}
          onClose={() => setAdding(false)}
        />
      )}
    </>
  )
}

export function SearchField({ label }: { label: string }) {
  const q = useStaffView((view) => view.q)
  return (
    <label className={styles.search}>
      <IconSearch size={16} stroke={1.7} aria-hidden="true" />
      <input
        type="search"
        aria-label={label}
        placeholder={label}
        autoComplete="off"
        spellCheck={false}
        value={q}
        onChange={({ target }) => useStaffView.setState({ q: target.value, offset: 0 })}
      />
    </label>
  )
}

function People({ people, total, busy }: { people: readonly Person[]; total: number; busy: boolean }) {
  const { t } = useTranslation()
  const offset = useStaffView((view) => view.offset)
  const overloaded = useOverloaded()
  if (total === 0) return <Empty>{t('staff.noPeople')}</Empty>
  return (
    <>
      <p className={styles.count}>{t('staff.count', { n: formatCount(total) })}</p>
      <ul className={styles.list} aria-busy={busy}>
        {people.map((person) => (
          <PersonRow key={person.id} person={person} overloaded={overloaded.has(person.id)} />
        ))}
      </ul>
      <Pager offset={offset} size={PAGE} total={total} onMove={(to) => useStaffView.setState({ offset: to })} />
    </>
  )
}

function PersonRow({ person, overloaded }: { person: Person; overloaded: boolean }) {
  const { t, i18n } = useTranslation()
  const posts = person.posts.map((post) => named(post, i18n.language)).join(t('responsibility.listComma'))
  return (
    <li>
      <button type="button" className={styles.row} onClick={() => useConsole.getState().openPerson(person.id)}>
        <span className={styles.who}>
          <strong>{named(person, i18n.language)}</strong>
          {person.left_on && <span className={side.badge}>{t('responsibility.hasLeft')}</span>}
          {overloaded && (
            <span className={side.badge} data-tone="warn">
              {t('findings.kinds.overloaded')}
            </span>
          )}
        </span>
        <span className={styles.holds}>{t('staff.objects', { n: formatCount(person.assignment_count) })}</span>
        <small>
          {named(person.organisation, i18n.language)}
          {posts && ` · ${posts}`}
        </small>
      </button>
    </li>
  )
}

/** Ids of those who carry more than a role allows. */
export function useOverloaded(): ReadonlySet<number> {
  const { data } = useQuery(overloadedQuery)
  return useMemo(() => new Set(data?.findings.flatMap(({ person }) => (person ? [person.id] : []))), [data])
}

const overloadedQuery = findingsQuery('overloaded', { territory: null, scheme: null, day: null }, null, 0, 1000)
