import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { CaseKind, Subject } from '#geodata/cases/records.ts'
import { Segments } from '../../analysis/Segments.tsx'
import { organisationQuery, personQuery } from '../../responsibility/people/queries.ts'
import { Finder } from '../../responsibility/side/Finder.tsx'
import { OrganisationFinder, PersonFinder, TerritoryFinder } from '../../responsibility/side/finders.tsx'
import { useConsole } from '../../state/store.ts'
import { className, kindName } from '../named.ts'
import { CASES, kindsQuery } from '../queries.ts'
import { currentKinds, matching } from '../report/kinds.ts'
import styles from './FilterBar.module.css'
import { changeFilter } from './filtering.ts'

const SUBJECTS: readonly Subject[] = ['component', 'event', 'river']

export function FilterFields() {
  const { t } = useTranslation()
  const { subject, territory, from, to } = useConsole((console) => console.caseFilter)
  return (
    <div className={styles.fields}>
      <Segments
        label={t('cases.filter.subject')}
        value={(subject as Subject | undefined) ?? 'any'}
        options={[
          { value: 'any' as const, label: t('cases.filter.any') },
          ...SUBJECTS.map((value) => ({ value, label: t(`cases.subjects.${value}`) })),
        ]}
        onChange={(value) => changeFilter({ subject: value === 'any' ? undefined : value })}
      />
      <KindFinder />
      <TerritoryFinder
        label={t('cases.filter.territory')}
        code={territory ?? null}
        onChange={(code) => changeFilter({ territory: code ?? undefined })}
      />
      <OrganisationChoice />
      <PersonChoice />
      <div className={styles.days}>
        <label>
          {t('cases.filter.from')}
          <input
            type="date"
            value={from ?? ''}
            max={to}
            onChange={({ target }) => changeFilter({ from: target.value || undefined, outcome: undefined })}
          />
        </label>
        <label>
          {t('cases.filter.to')}
          <input
            type="date"
            value={to ?? ''}
            min={from}
            onChange={({ target }) => changeFilter({ to: target.value || undefined, outcome: undefined })}
          />
        </label>
      </div>
    </div>
  )
}

function KindFinder() {
  const { t, i18n } = useTranslation()
  const { kind } = useConsole((console) => console.caseFilter)
  const { data } = useQuery(kindsQuery)
  const kinds = currentKinds(data ?? [])
  const chosen = kinds.find(({ code }) => code === kind)
  return (
    <Finder<CaseKind>
      label={t('cases.filter.kind')}
      placeholder={t('cases.filter.kindPlaceholder')}
      chosen={kind === undefined ? null : { name: chosen ? kindName(chosen, i18n.language) : kind }}
      search={(text) => ({
        queryKey: [CASES, 'kinds found', text, i18n.language],
        queryFn: async () =>
          matching(kinds, text)
            .slice(0, 12)
            .map((one) => ({
              value: one,
              key: one.code,
              name: kindName(one, i18n.language),
              aside: `${className(one, i18n.language)} ${one.code}`,
            })),
      })}
      onChange={(found) => changeFilter({ kind: found?.value.code, class: undefined })}
    />
  )
}

function OrganisationChoice() {
  const { t } = useTranslation()
  const id = Number(useConsole(({ caseFilter }) => caseFilter.organisation ?? 0))
  const { data } = useQuery({ ...organisationQuery(id), enabled: id > 0 })
  const chosen = id > 0 ? (data ?? { id, name: `#${id}`, name_en: null, territory_code: '' }) : null
  return (
    <OrganisationFinder
      label={t('cases.filter.organisation')}
      chosen={chosen}
      onChange={(found) => changeFilter({ organisation: found ? String(found.id) : undefined })}
    />
  )
}

function PersonChoice() {
  const { t } = useTranslation()
  const id = Number(useConsole(({ caseFilter }) => caseFilter.person ?? 0))
  const { data } = useQuery({ ...personQuery(id), enabled: id > 0 })
  return (
    <PersonFinder
      label={t('cases.filter.person')}
      chosen={id > 0 ? (data ?? null) : null}
      onChange={(found) => changeFilter({ person: found ? String(found.id) : undefined })}
    />
  )
}
