import { IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Outcome, Subject } from '#geodata/cases/records.ts'
import { findLayer } from '#geodata/layers/index.ts'
import { useTerritoryName } from '../../access/territories.ts'
import { named, organisationQuery, personQuery } from '../../responsibility/people/queries.ts'
import { useConsole } from '../../state/store.ts'
import { formatDay } from '../../values/times.ts'
import { pick } from '../../words/pick.ts'
import type { FilterName } from '../filter.ts'
import { className, kindName } from '../named.ts'
import { kindsQuery } from '../queries.ts'
import styles from './FilterBar.module.css'
import { changeFilter } from './filtering.ts'

/** What the list is narrowed to; each can be taken away. */
export function Conditions({ conditions }: { conditions: readonly (readonly FilterName[])[] }) {
  const words = useConditionWords()
  const { t } = useTranslation()
  return (
    <ul className={styles.conditions}>
      {conditions.map((names) => {
        const condition = words(names)
        return (
          <li key={names.join()}>
            {condition}
            <button
              type="button"
              aria-label={t('cases.filter.remove', { condition })}
              onClick={() => changeFilter(Object.fromEntries(names.map((name) => [name, undefined])))}
            >
              <IconX size={13} stroke={2} />
            </button>
          </li>
        )
      })}
    </ul>
  )
}

function useConditionWords(): (names: readonly FilterName[]) => string {
  const { t, i18n } = useTranslation()
  const { language } = i18n
  const filter = useConsole((console) => console.caseFilter)
  const territoryName = useTerritoryName(filter.territory ? [filter.territory] : [])
  const { data: kinds } = useQuery(kindsQuery)
  const [organisation, person] = [Number(filter.organisation ?? 0), Number(filter.person ?? 0)]
  const { data: ofOrganisation } = useQuery({ ...organisationQuery(organisation), enabled: organisation > 0 })
  const { data: ofPerson } = useQuery({ ...personQuery(person), enabled: person > 0 })
  return ([first]) => {
    switch (first) {
      case 'subject':
        return t(`cases.subjects.${filter.subject as Subject}`)
      case 'territory':
        return territoryName(filter.territory!)
      case 'organisation':
        return ofOrganisation ? named(ofOrganisation, language) : `#${organisation}`
      case 'person':
        return ofPerson ? named(ofPerson, language) : `#${person}`
      case 'scheme':
        return t('cases.filter.grid', { code: filter.grid ?? '' })
      case 'segment':
        return t('cases.filter.segment', { id: filter.segment ?? '' })
      case 'layer': {
        const layer = findLayer(filter.layer ?? '')
        return t('cases.filter.object', { layer: layer ? pick(layer.name, language) : '', id: filter.object_id ?? '' })
      }
      case 'mine':
      case 'handled_by_me':
        return t(`cases.filter.${first}`)
      case 'from': {
        const dates = t('cases.filter.dates', {
          from: filter.from ? formatDay(filter.from, language) : '…',
          to: filter.to ? formatDay(filter.to, language) : '…',
        })
        return filter.outcome ? `${dates} · ${t(`cases.outcomes.${filter.outcome as Outcome}`)}` : dates
      }
      default: {
        if (filter.kind === undefined) {
          const ofClass = kinds?.find(({ code }) => code.startsWith(filter.class ?? '-'))
          return ofClass ? className(ofClass, language) : (filter.class ?? '')
        }
        const kind = kinds?.find(({ code }) => code === filter.kind)
        return kind ? kindName(kind, language) : filter.kind
      }
    }
  }
}
