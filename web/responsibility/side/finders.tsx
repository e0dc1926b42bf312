// Territories, organisations, posts and people, each found by name.
import { IconMapPin } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { nameOf, type Territory, useTerritoryName } from '../../access/territories.ts'
import { getJson } from '../../api/client.ts'
import type { FeatureCollection } from '../../api/types.ts'
import {
  named,
  type Organisation,
  organisationsQuery,
  type Person,
  type Post,
  peopleQuery,
  postsQuery,
} from '../people/queries.ts'
import { Finder, type Search } from './Finder.tsx'

const FEW = '12'

interface Props<Value> {
  readonly label: string
  readonly onChange: (value: Value | null) => void
  readonly labelHidden?: boolean
  readonly required?: boolean
  readonly error?: string | undefined
}

/** County, towns and communities; without a text the county and its towns. */
export function TerritoryFinder({ code, ...props }: Props<string> & { code: string | null }) {
  const { t, i18n } = useTranslation()
  const territoryName = useTerritoryName(code === null ? [] : [code])
  const search = (text: string): Search<string> => ({
    queryKey: ['layer', 'administrative_areas', 'territory finder', text, i18n.language],
    queryFn: async ({ signal }) => {
      const query = new URLSearchParams({ properties: 'code,name,name_en,level', sortby: 'code', limit: FEW })
      if (text) query.set('q', text)
      else query.set('level', 'county')
      const read = async () =>
        (await getJson<FeatureCollection>(`/api/collections/administrative_areas/items?${query}`, signal)).features.map(
          ({ properties }) => properties as unknown as Territory,
        )
      const areas = await read()
      if (!text) {
        query.set('level', 'town')
        query.set('limit', '40')
        areas.push(...(await read()))
      }
      return areas.map((area) => ({
        value: area.code,
        key: area.code,
        name: nameOf(area, i18n.language),
        aside: `${t(`responsibility.levels.${area.level as 'county' | 'town' | 'community'}`)} ${area.code}`,
      }))
    },
  })
  return (
    <Finder
      {...props}
      icon={<IconMapPin size={15} stroke={1.7} aria-hidden="true" />}
      placeholder={t('staff.territoryPlaceholder')}
      chosen={code === null ? null : { name: territoryName(code) }}
      search={search}
      onChange={(found) => props.onChange(found?.value ?? null)}
    />
  )
}

export type OrganisationChoice = Pick<Organisation, 'id' | 'name' | 'name_en' | 'territory_code'>

export function OrganisationFinder({ chosen, ...props }: Props<OrganisationChoice> & { chosen: OrganisationChoice | null }) {
  const { t, i18n } = useTranslation()
  const search = (text: string): Search<OrganisationChoice> => {
    const { queryKey, ask } = organisationsQuery({ ...(text && { q: text }), limit: FEW })
    return {
      queryKey: [...queryKey, 'finder', i18n.language],
      queryFn: async ({ signal }) =>
        (await ask(signal)).organisations.map((one) => ({
          value: one,
          key: one.id,
          name: named(one, i18n.language),
          aside: one.territory_code,
        })),
    }
  }
  return (
    <Finder
      {...props}
      placeholder={t('staff.organisationPlaceholder')}
      chosen={chosen && { name: named(chosen, i18n.language) }}
      search={search}
      onChange={(found) => props.onChange(found?.value ?? null)}
    />
  )
}

export function PostFinder({ chosen, ...props }: Props<Post> & { chosen: Post | null }) {
  const { t, i18n } = useTranslation()
  const search = (text: string): Search<Post> => {
    const { queryKey, ask } = postsQuery({ ...(text && { q: text }), limit: FEW })
    return {
      queryKey: [...queryKey, 'finder', i18n.language],
      queryFn: async ({ signal }) =>
        (await ask(signal)).posts.map((one) => ({
          value: one,
          key: one.id,
          name: named(one, i18n.language),
          aside: named(one.organisation, i18n.language),
        })),
    }
  }
  return (
    <Finder
      {...props}
      placeholder={t('staff.postPlaceholder')}
      chosen={chosen && { name: named(chosen, i18n.language), aside: named(chosen.organisation, i18n.language) }}
      search={search}
      onChange={(found) => props.onChange(found?.value ?? null)}
    />
  )
}

/** Somebody who is still there. */
export function PersonFinder({ chosen, except, ...props }: Props<Person> & { chosen: Person | null; except?: number }) {
  const { t, i18n } = useTranslation()
  const search = (text: string): Search<Person> => {
    const { queryKey, ask } = peopleQuery({ ...(text && { q: text }), left: 'false', limit: FEW })
    return {
      queryKey: [...queryKey, 'finder', except, i18n.language],
      queryFn: async ({ signal }) =>
        (await ask(signal)).people
          .filter(({ id }) => id !== except)
          .map((one) => ({
            value: one,
            key: one.id,
            name: named(one, i18n.language),
            aside: [named(one.organisation, i18n.language), ...one.posts.map((post) => named(post, i18n.language))].join(' · '),
          })),
    }
  }
  return (
    <Finder
      {...props}
      placeholder={t('staff.personPlaceholder')}
      chosen={chosen && { name: named(chosen, i18n.language), aside: named(chosen.organisation, i18n.language) }}
      search={search}
      onChange={(found) => props.onChange(found?.value ?? null)}
    />
  )
}
