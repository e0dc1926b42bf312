import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useConsole } from '../state/store.ts'
import { formatCount } from '../values/numbers.ts'
import { extentAround, type Hazard, type Incident, type OfferedShelter, type Shelter } from './answer.ts'
import styles from './Emergency.module.css'
import { MarkMenu, MarkNotes } from './MarkMenu.tsx'
import { metres, nameOfThing, shelterClass } from './words.ts'

/** Long enough that a number typed without pausing is asked for once. */
const PAUSE_MS = 300

export function SheltersSection({ answer }: { answer: Incident }) {
  const { t, i18n } = useTranslation()
  const { people, placed, unplaced, offered, unmeasured, excluded, search_m } = answer.shelters
  return (
    <section className={styles.section} aria-label={t('emergency.shelters.title')}>
      <h3>
        {t('emergency.shelters.title')}
        <PeopleField />
      </h3>
      {people !== null &&
        (unplaced > 0 ? (
          <p className={styles.warning}>{t('emergency.shelters.unplaced', { n: formatCount(unplaced) })}</p>
        ) : (
          <p className={styles.good}>{t('emergency.shelters.placed', { n: formatCount(placed) })}</p>
        ))}
      {offered.length === 0 && (
        <p className={styles.none}>{t('emergency.shelters.none', { distance: metres(search_m, i18n.language) })}</p>
      )}
      <ul className={styles.list}>
        {offered.map((shelter) => (
          <OfferedRow key={shelter.id} shelter={shelter} answer={answer} />
        ))}
      </ul>
      <Others title={t('emergency.shelters.unmeasured')} shelters={unmeasured} answer={answer} />
      <Others title={t('emergency.shelters.excluded')} shelters={excluded} answer={answer} />
    </section>
  )
}

/** Empty is not yet known: then shelters are listed with the room that they have. */
function PeopleField() {
  const { t } = useTranslation()
  const people = useConsole((console) => console.people)
  const [text, setText] = useState(people === null ? '' : String(people))
  useEffect(() => {
    const timer = setTimeout(() => {
      const number = Number(text)
      useConsole.getState().setPeople(/^\d{1,8}$/.test(text) && number > 0 ? number : null)
    }, PAUSE_MS)
    return () => clearTimeout(timer)
  }, [text])
  return (
    <label className={styles.people}>
      <span>{t('emergency.shelters.people')}</span>
      <input
        type="text"
        inputMode="numeric"
        maxLength={8}
        value={text}
        placeholder={t('emergency.shelters.peopleHint')}
        onChange={({ target }) => setText(target.value.replace(/\D/g, ''))}
      />
    </label>
  )
}

function show({ id, point, line }: Shelter, answer: Incident): void {
  const console = useConsole.getState()
  console.select({ layer: 'shelters', id })
  console.fly({ extent: extentAround([answer.position, point, ...(line ?? [])]) })
}

function OfferedRow({ shelter, answer }: { shelter: OfferedShelter; answer: Incident }) {
  const { t, i18n } = useTranslation()
  const name = nameOfThing('shelters', shelter.properties, shelter.id, i18n.language)
  const { figure_age_days: age, figure_is_old, within_service_distance, assigned, room } = shelter
  return (
    <li className={styles.row} data-chosen={assigned > 0}>
      <button type="button" className={styles.main} onClick={() => show(shelter, answer)}>
        <span className={styles.what}>
          <strong>{name}</strong>
          <small>
            {[
              shelterClass(shelter.properties.class, i18n.language),
              t('emergency.shelters.room', { n: formatCount(room) }),
              age === null ? t('emergency.shelters.figureNone') : t('emergency.shelters.figure', { n: formatCount(age) }),
            ].join(' · ')}
          </small>
          {figure_is_old && <small className={styles.reason}>{t('emergency.shelters.figureOld')}</small>}
          {!within_service_distance && <small className={styles.reason}>{t('emergency.shelters.beyond')}</small>}
          <Hazards hazards={shelter.hazards} />
        </span>
        <span className={styles.distance}>
          {assigned > 0 && <strong>{t('emergency.shelters.assigned', { n: formatCount(assigned) })}</strong>}
          <small data-way={shelter.way}>
            {shelter.way === 'road' ? t('emergency.water.onFoot') : t('emergency.water.straight')}{' '}
            {metres(shelter.distance_m, i18n.language)}
          </small>
        </span>
      </button>
      <MarkMenu layer="shelters" id={shelter.id} name={name} mark={shelter.mark} />
      <MarkNotes layer="shelters" id={shelter.id} mark={shelter.mark} />
    </li>
  )
}

function Hazards({ hazards }: { hazards: readonly Hazard[] }) {
  const { t, i18n } = useTranslation()
  return hazards.map(({ id, name, distance_m }) => (
    <small key={id} className={styles.reason}>
      {distance_m === 0
        ? t('emergency.shelters.within', { name })
        : t('emergency.shelters.near', { name, distance: metres(distance_m, i18n.language) })}
    </small>
  ))
}

interface OthersProps {
  readonly title: string
  readonly shelters: readonly (Shelter & { readonly reasons?: readonly string[] })[]
  readonly answer: Incident
}

function Others({ title, shelters, answer }: OthersProps) {
  const { t, i18n } = useTranslation()
  if (shelters.length === 0) return null
  return (
    <details className={styles.aside}>
      <summary>
        {title} <span>{shelters.length}</span>
      </summary>
      <ul className={styles.list}>
        {shelters.map((shelter) => {
          const name = nameOfThing('shelters', shelter.properties, shelter.id, i18n.language)
          return (
            <li key={shelter.id} className={styles.row} data-standing="unusable">
              <button type="button" className={styles.main} onClick={() => show(shelter, answer)}>
                <span className={styles.what}>
                  <strong>{name}</strong>
                  <small className={styles.reason}>
                    {(shelter.reasons ?? []).map((reason) => t(`emergency.shelters.reasons.${reason as 'full'}`)).join(' · ')}
                  </small>
                  <Hazards hazards={shelter.hazards} />
                </span>
                <span className={styles.distance}>
                  <small>{metres(shelter.distance_m, i18n.language)}</small>
                </span>
              </button>
              <MarkMenu layer="shelters" id={shelter.id} name={name} mark={shelter.mark} />
              <MarkNotes layer="shelters" id={shelter.id} mark={shelter.mark} />
            </li>
          )
        })}
      </ul>
    </details>
  )
}
