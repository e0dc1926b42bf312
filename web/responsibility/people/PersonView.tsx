import { IconChevronLeft, IconMapSearch, IconPencil, IconPlus, IconTransfer } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRights } from '../../access/use_rights.ts'
import type { Extent } from '../../api/types.ts'
import { showFound } from '../../map/found.ts'
import { useConsole } from '../../state/store.ts'
import { formatCount } from '../../values/numbers.ts'
import { formatDay } from '../../values/times.ts'
import { Numbers } from '../People.tsx'
import side from '../side/Side.module.css'
import { Failed, Loading } from '../side/States.tsx'
import { DutyGroups } from './DutyGroups.tsx'
import { HandOver } from './HandOver.tsx'
import { Past } from './Past.tsx'
import { useOverloaded } from './PeopleList.tsx'
import styles from './PersonView.module.css'
import { type DutyGroup, named, type PersonCard, type PlaceOfPerson, personQuery, placesQuery, type Tenure } from './queries.ts'
import { RecordDialog } from './RecordDialog.tsx'
import { valuesOfPerson, valuesOfTenure } from './records.ts'

/** One person: who it is, where, and everything that he or she is responsible for, here and on the map. */
export function PersonView({ id }: { id: number }) {
  const { t } = useTranslation()
  const { data, error, isFetching, refetch } = useQuery(personQuery(id))
  const places = useQuery(placesQuery(id))
  const mark = t('staff.mark')
  useEffect(() => {
    if (places.data) return showFound(shapesOf(places.data, mark))
  }, [places.data, mark])
  return (
    <section className={styles.view} aria-label={t('staff.card')}>
      <div className={side.head}>
        <div>
          <button type="button" className={side.back} onClick={() => useConsole.getState().openPerson(null)}>
            <IconChevronLeft size={17} stroke={1.8} aria-hidden="true" />
            {t('staff.allPeople')}
          </button>
        </div>
      </div>
      {data ? (
        <>
          <Head person={data} />
          <Duties groups={data.assignments} places={places.data ?? []} />
          <Tenures person={data} />
          <Past id={id} />
        </>
      ) : error && !isFetching ? (
        <Failed error={error} onRetry={() => void refetch()} />
      ) : (
        <Loading />
      )}
    </section>
  )
}

function Head({ person }: { person: PersonCard }) {
  const { t, i18n } = useTranslation()
  const may = useRights()
  const overloaded = useOverloaded().has(person.id)
  const [dialog, setDialog] = useState<'edit' | 'handover' | null>(null)
  const { organisation, left_on } = person
  const posts = person.posts.map((post) => named(post, i18n.language)).join(t('responsibility.listComma'))
  const close = () => setDialog(null)
  return (
    <header className={styles.head}>
      <h2>
        {named(person, i18n.language)}
        {left_on && <span className={side.badge}>{t('staff.leftOn', { day: formatDay(left_on, i18n.language) })}</span>}
        {overloaded && (
          <span className={side.badge} data-tone="warn">
            {t('findings.kinds.overloaded')}
          </span>
        )}
      </h2>
      <p>
        {named(organisation, i18n.language)}
        {posts && ` · ${posts}`}
      </p>
      <p className={styles.aside}>
        {[person.code && t('staff.number', { code: person.code }), person.employment && t(`staff.choices.${person.employment}`)]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <Numbers telephone={person.telephone} mobile={person.mobile} />
      <div className={side.line}>
        {may('people.write', organisation.territory_code) && (
          <button type="button" className={side.button} onClick={() => setDialog('edit')}>
            <IconPencil size={15} stroke={1.7} aria-hidden="true" />
            {t('staff.edit')}
          </button>
        )}
        {may('assignments.write', organisation.territory_code) && (
          <button type="button" className={side.button} onClick={() => setDialog('handover')}>
            <IconTransfer size={15} stroke={1.7} aria-hidden="true" />
            {t('handover.title')}
          </button>
        )}
      </div>
      {dialog === 'edit' && (
        <RecordDialog
          table="people"
          record={{ id: person.id, version: person.version, values: valuesOfPerson(person) }}
          organisation={organisation}
          onClose={close}
        />
      )}
      {dialog === 'handover' && <HandOver person={person} onClose={close} />}
    </header>
  )
}

function Duties({ groups, places }: { groups: readonly DutyGroup[]; places: readonly PlaceOfPerson[] }) {
  const { t } = useTranslation()
  const total = groups.reduce((sum, { count }) => sum + count, 0)
  const extent = extentOf(places)
  return (
    <section className={styles.section}>
      <header>
        <h3>{t('staff.responsibleFor')}</h3>
        <b>{formatCount(total)}</b>
        {extent && (
          <button type="button" className={side.button} onClick={() => useConsole.getState().fly({ extent })}>
            <IconMapSearch size={15} stroke={1.7} aria-hidden="true" />
            {t('staff.onMap')}
          </button>
        )}
      </header>
      {total === 0 ? <p className={styles.none}>{t('staff.noDuties')}</p> : <DutyGroups groups={groups} places={places} />}
    </section>
  )
}

function Tenures({ person }: { person: PersonCard }) {
  const { t, i18n } = useTranslation()
  const mayWrite = useRights()('people.write', person.organisation.territory_code)
  const [dialog, setDialog] = useState<'new' | Tenure | null>(null)
  const close = () => setDialog(null)
  return (
    <section className={styles.section}>
      <header>
        <h3>{t('staff.tenures')}</h3>
        {mayWrite && (
          <button type="button" className={side.button} onClick={() => setDialog('new')}>
            <IconPlus size={15} stroke={1.7} aria-hidden="true" />
            {t('staff.add.tenures')}
          </button>
        )}
      </header>
      {person.tenures.length === 0 && <p className={styles.none}>{t('staff.noTenures')}</p>}
      <ul className={styles.tenures}>
        {person.tenures.map((tenure) => (
          <li key={tenure.id}>
            <div>
              <strong>{named(tenure.post, i18n.language)}</strong>
              <small>
                {named(tenure.organisation, i18n.language)} ·{' '}
                {tenure.valid_to
                  ? t('responsibility.fromTo', {
                      from: formatDay(tenure.valid_from, i18n.language),
                      to: formatDay(tenure.valid_to, i18n.language),
                    })
                  : t('responsibility.since', { day: formatDay(tenure.valid_from, i18n.language) })}
              </small>
            </div>
            {mayWrite && (
              <button
                type="button"
                className={styles.edit}
                aria-label={t('staff.editOf', { name: named(tenure.post, i18n.language) })}
                onClick={() => setDialog(tenure)}
              >
                {t('staff.edit')}
              </button>
            )}
          </li>
        ))}
      </ul>
      {dialog === 'new' && <RecordDialog table="tenures" given={{ person_id: person.id }} onClose={close} />}
      {dialog !== null && typeof dialog === 'object' && (
        <RecordDialog
          table="tenures"
          record={{ id: dialog.id, version: dialog.version, values: valuesOfTenure(dialog) }}
          onClose={close}
        />
      )}
    </section>
  )
}

/** Shapes, and of each a mark in its middle that is seen from afar. */
function shapesOf(places: readonly PlaceOfPerson[], mark: string): GeoJSON.Feature[] {
  return places.flatMap(({ geometry, bbox: [west, south, east, north] }): GeoJSON.Feature[] => {
    const shape = geometry as GeoJSON.Geometry
    const point: GeoJSON.Point = { type: 'Point', coordinates: [(west + east) / 2, (south + north) / 2] }
    return shape.type === 'Point'
      ? [{ type: 'Feature', properties: { mark }, geometry: shape }]
      : [
          { type: 'Feature', properties: { mark }, geometry: shape },
          ...(shape.type.endsWith('Polygon') ? [] : [{ type: 'Feature' as const, properties: { mark }, geometry: point }]),
        ]
  })
}

function extentOf(places: readonly PlaceOfPerson[]): Extent | null {
  if (places.length === 0) return null
  const bounds = (index: 0 | 1 | 2 | 3) => places.map(({ bbox }) => bbox[index])
  return [Math.min(...bounds(0)), Math.min(...bounds(1)), Math.max(...bounds(2)), Math.max(...bounds(3))]
}
