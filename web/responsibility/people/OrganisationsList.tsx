import { useDebouncedValue } from '@mantine/hooks'
import { IconBuilding, IconPencil, IconPlus, IconUsers } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useTerritoryName } from '../../access/territories.ts'
import { useRights } from '../../access/use_rights.ts'
import { useConsole } from '../../state/store.ts'
import { formatCount } from '../../values/numbers.ts'
import { TerritoryFinder } from '../side/finders.tsx'
import side from '../side/Side.module.css'
import { Empty, Failed, Loading, Pager } from '../side/States.tsx'
import { SearchField } from './PeopleList.tsx'
import styles from './PeopleSide.module.css'
import { named, type Organisation, organisationQuery, organisationsQuery, type Post, postsQuery } from './queries.ts'
import { RecordDialog } from './RecordDialog.tsx'
import { valuesOfOrganisation, valuesOfPost } from './records.ts'
import { useStaffView } from './staff_view.ts'

const PAGE = 50
const PAUSE_MS = 180

export function OrganisationsList() {
  const { t } = useTranslation()
  const { q: typed, territory, offset } = useStaffView()
  const may = useRights()
  const [q] = useDebouncedValue(typed.trim(), PAUSE_MS)
  const [open, setOpen] = useState<number | null>(null)
  const [adding, setAdding] = useState(false)
  const filters = { ...(q && { q }), ...(territory !== null && { territory }), limit: String(PAGE), offset: String(offset) }
  const list = useQuery({ ...organisationsQuery(filters), placeholderData: keepPreviousData })
  return (
    <>
      <div className={side.head}>
        <SearchField label={t('staff.searchOrganisations')} />
        <TerritoryFinder
          label={t('findings.territory')}
          labelHidden
          code={territory}
          onChange={(code) => useStaffView.setState({ territory: code, offset: 0 })}
        />
        {may('people.write') && (
          <div className={side.line}>
            <button type="button" className={side.button} onClick={() => setAdding(true)}>
              <IconBuilding size={15} stroke={1.7} aria-hidden="true" />
              {t('staff.add.organisations')}
            </button>
          </div>
        )}
      </div>
      {list.data ? (
        list.data.total === 0 ? (
          <Empty>{t('staff.noOrganisations')}</Empty>
        ) : (
          <>
            <p className={styles.count}>{t('staff.countOrganisations', { n: formatCount(list.data.total) })}</p>
            <ul className={styles.list} aria-busy={list.isFetching}>
              {list.data.organisations.map((one) => (
                <li key={one.id}>
                  <OrganisationRow one={one} open={open === one.id} onToggle={() => setOpen(open === one.id ? null : one.id)} />
                </li>
              ))}
            </ul>
            <Pager offset={offset} size={PAGE} total={list.data.total} onMove={(to) => useStaffView.setState({ offset: to })} />
          </>
        )
      ) : list.error && !list.isFetching ? (
        <Failed error={list.error} onRetry={() => void list.refetch()} />
      ) : (
        <Loading />
      )}
      {adding && <RecordDialog table="organisations" onDone={({ id }) => setOpen(id)} onClose={() => setAdding(false)} />}
    </>
  )
}

function OrganisationRow({ one, open, onToggle }: { one: Organisation; open: boolean; onToggle: () => void }) {
  const { t, i18n } = useTranslation()
  const territoryName = useTerritoryName(open ? [one.territory_code] : [])
  return (
    <>
      <button type="button" className={styles.row} aria-expanded={open} onClick={onToggle}>
        <strong>{named(one, i18n.language)}</strong>
        <span className={styles.holds}>{t('staff.count', { n: formatCount(one.people_count) })}</span>
        <small>
          {t(`staff.choices.${one.kind}` as 'staff.choices.town')} ·{' '}
          {open ? territoryName(one.territory_code) : one.territory_code}
          {one.telephone && ` · ${one.telephone}`}
        </small>
      </button>
      {open && <OrganisationBody one={one} />}
    </>
  )
}

function OrganisationBody({ one }: { one: Organisation }) {
  const { t } = useTranslation()
  const may = useRights()
  const mayWrite = may('people.write', one.territory_code)
  const [dialog, setDialog] = useState<'organisation' | 'post' | Post | null>(null)
  const parent = useParent(one, dialog === 'organisation')
  const posts = useQuery(postsQuery({ organisation_id: String(one.id), limit: '200' }))
  const close = () => setDialog(null)
  return (
    <div className={styles.unit}>
      <div className={styles.actions}>
        <button
          type="button"
          className={side.button}
          onClick={() => useStaffView.setState({ list: 'people', organisation: one, q: '', territory: null, offset: 0 })}
        >
          <IconUsers size={15} stroke={1.7} aria-hidden="true" />
          {t('staff.itsPeople')}
        </button>
        {mayWrite && (
          <>
            <button type="button" className={side.button} onClick={() => setDialog('organisation')}>
              <IconPencil size={15} stroke={1.7} aria-hidden="true" />
              {t('staff.edit')}
            </button>
            <button type="button" className={side.button} onClick={() => setDialog('post')}>
              <IconPlus size={15} stroke={1.7} aria-hidden="true" />
              {t('staff.add.posts')}
            </button>
          </>
        )}
      </div>
      {posts.data?.total === 0 && <p>{t('staff.noPosts')}</p>}
      {posts.error && <Failed error={posts.error} onRetry={() => void posts.refetch()} />}
      <ul className={styles.posts} aria-label={t('staff.posts')}>
        {posts.data?.posts.map((post) => (
          <PostRow key={post.id} post={post} {...(mayWrite && { onEdit: () => setDialog(post) })} />
        ))}
      </ul>
      {dialog === 'organisation' && parent !== undefined && (
        <RecordDialog
          table="organisations"
          record={{ id: one.id, version: one.version, values: valuesOfOrganisation(one) }}
          parent={parent}
          onClose={close}
        />
      )}
      {dialog === 'post' && <RecordDialog table="posts" organisation={one} onClose={close} />}
      {dialog !== null && typeof dialog === 'object' && (
        <RecordDialog
          table="posts"
          record={{ id: dialog.id, version: dialog.version, values: valuesOfPost(dialog) }}
          organisation={one}
          onClose={close}
        />
      )}
    </div>
  )
}

/** Undefined while it is not known. */
function useParent({ parent_id }: Organisation, wanted: boolean) {
  const { data } = useQuery({ ...organisationQuery(parent_id ?? 0), enabled: wanted && parent_id !== null })
  return parent_id === null ? null : data
}

function PostRow({ post, onEdit }: { post: Post; onEdit?: () => void }) {
  const { t, i18n } = useTranslation()
  return (
    <li>
      {named(post, i18n.language)}
      <span>
        {post.holders.length === 0
          ? t('staff.nobody')
          : post.holders.map((holder) => (
              <button key={holder.id} type="button" onClick={() => useConsole.getState().openPerson(holder.id)}>
                {named(holder, i18n.language)}
              </button>
            ))}
      </span>
      {onEdit && (
        <button type="button" aria-label={t('staff.editOf', { name: named(post, i18n.language) })} onClick={onEdit}>
          {t('staff.edit')}
        </button>
      )}
    </li>
  )
}
