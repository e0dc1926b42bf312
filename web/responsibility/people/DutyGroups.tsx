import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { findLayer } from '#geodata/layers/index.ts'
import { findRole, STANDINGS } from '#geodata/responsibility/roles.ts'
import { useConsole } from '../../state/store.ts'
import { formatCount } from '../../values/numbers.ts'
import { pick } from '../../words/words.ts'
import { formatStretch } from '../chainage.ts'
import peopleStyles from '../People.module.css'
import { showPlace } from '../show_place.ts'
import side from '../side/Side.module.css'
import styles from './PersonView.module.css'
import { type DutyGroup, type PlaceOfPerson, type TitledDuty, titleOfObject } from './queries.ts'

/** Rows of a group until more are asked for. */
const SOME = 100
/** A person with few groups sees what is in them at once. */
const FEW = 2

interface Props {
  readonly groups: readonly DutyGroup[]
  readonly places: readonly PlaceOfPerson[]
}

export const groupName = ({ layer, role }: { layer: string; role: string }, language: string) => ({
  layer: pick(findLayer(layer)?.name ?? { zh: layer, en: layer }, language),
  role: pick(findRole(role)?.label ?? { zh: role, en: role }, language),
})

/** What somebody is responsible for, by layer and role. */
export function DutyGroups({ groups, places }: Props) {
  const { i18n } = useTranslation()
  return (
    <ul className={styles.groups}>
      {groups.map((group) => {
        const { layer, role } = groupName(group, i18n.language)
        return (
          <li key={`${group.layer}.${group.role}`}>
            <details open={groups.length <= FEW}>
              <summary>
                <strong>{role}</strong>
                <span>{layer}</span>
                <b>{formatCount(group.count)}</b>
              </summary>
              <Objects group={group} places={places} />
            </details>
          </li>
        )
      })}
    </ul>
  )
}

function Objects({ group: { layer, objects }, places }: { group: DutyGroup; places: readonly PlaceOfPerson[] }) {
  const { t } = useTranslation()
  const [all, setAll] = useState(false)
  return (
    <>
      <ul className={styles.objects}>
        {(all ? objects : objects.slice(0, SOME)).map((duty) => (
          <DutyRow
            key={duty.id}
            duty={duty}
            place={places.find((place) => place.layer === layer && place.object_id === duty.object_id)}
          />
        ))}
      </ul>
      {!all && objects.length > SOME && (
        <button type="button" className={side.button} onClick={() => setAll(true)}>
          {t('staff.showAll', { n: formatCount(objects.length) })}
        </button>
      )}
    </>
  )
}

function DutyRow({ duty, place }: { duty: TitledDuty; place: PlaceOfPerson | undefined }) {
  const { t, i18n } = useTranslation()
  const isChosen = useConsole(({ selection }) => selection?.layer === duty.layer && selection.id === duty.object_id)
  const standing = STANDINGS.find(({ value }) => value === duty.standing)!
  return (
    <li>
      <button
        type="button"
        aria-current={isChosen || undefined}
        onClick={() => showPlace({ layer: duty.layer, id: duty.object_id, bbox: place?.bbox ?? null })}
      >
        <span className={peopleStyles.standing} data-standing={duty.standing}>
          {duty.standing === 'joint' ? t('responsibility.jointShort') : duty.standing}
          <span className="visually-hidden">{pick(standing.label, i18n.language)}</span>
        </span>
        <span>{titleOfObject(duty, i18n.language)}</span>
        {duty.chainage_from_m !== null && <small>{formatStretch(duty.chainage_from_m, duty.chainage_to_m!)}</small>}
      </button>
    </li>
  )
}
