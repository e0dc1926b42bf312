import { IconX } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useTerritoryName } from '../../access/territories.ts'
import { useRights } from '../../access/use_rights.ts'
import { Dialog } from '../../frame/Dialog.tsx'
import { named } from '../../responsibility/people/queries.ts'
import { type OrganisationChoice, OrganisationFinder, TerritoryFinder } from '../../responsibility/side/finders.tsx'
import side from '../../responsibility/side/Side.module.css'
import { Failed, Loading } from '../../responsibility/side/States.tsx'
import { useReason } from '../../values/use_reason.ts'
import { type Department, type Departments, departmentsQuery, setDepartment } from './queries.ts'
import styles from './Setup.module.css'

/** Whose a duty is: without it a case that nobody nearer has goes to nobody. */
export function DepartmentsDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const { data, error, isFetching, refetch } = useQuery(departmentsQuery)
  return (
    <Dialog title={t('cases.setup.departments')} size="large" onClose={onClose}>
      <p className={styles.about}>{t('cases.setup.departmentsAbout')}</p>
      {data ? <Duties {...data} /> : error && !isFetching ? <Failed error={error} onRetry={() => void refetch()} /> : <Loading />}
    </Dialog>
  )
}

function Duties({ departments, duties }: Departments) {
  const { t } = useTranslation()
  const may = useRights()
  const all = [...new Set([...duties.map(({ duty }) => duty), ...departments.map(({ duty }) => duty)])]
  return (
    <ul className={styles.duties}>
      {all.map((duty) => {
        const kinds = duties.find((each) => each.duty === duty)?.kinds ?? 0
        const held = departments.filter((each) => each.duty === duty)
        return (
          <li key={duty}>
            <h3>
              {t(`cases.kinds.duties.${duty}`, { defaultValue: duty })}
              <small>{t('cases.setup.ofKinds', { n: kinds })}</small>
            </h3>
            {held.length === 0 && (
              <p className={styles.lacking} role="status">
                {t('cases.setup.nobody')}
              </p>
            )}
            <Held departments={held} mayChange={may('cases.rules')} />
            {may('cases.rules') && <AddDepartment key={held.length} duty={duty} />}
          </li>
        )
      })}
    </ul>
  )
}

function Held({ departments, mayChange }: { departments: readonly Department[]; mayChange: boolean }) {
  const { t, i18n } = useTranslation()
  const client = useQueryClient()
  const territoryName = useTerritoryName(departments.map(({ territory_code }) => territory_code))
  const takeAway = async ({ duty, territory_code }: Department) =>
    client.setQueryData(departmentsQuery.queryKey, await setDepartment(duty, territory_code, null))
  return (
    <ul className={styles.held}>
      {departments.map((department) => (
        <li key={department.territory_code}>
          <span>{territoryName(department.territory_code)}</span>
          <strong>{named(department, i18n.language)}</strong>
          <span className={styles.number}>{department.telephone}</span>
          {mayChange && (
            <button
              type="button"
              aria-label={t('cases.setup.takeAway', { name: named(department, i18n.language) })}
              onClick={() => void takeAway(department)}
            >
              <IconX size={15} stroke={1.8} />
            </button>
          )}
        </li>
      ))}
    </ul>
  )
}

function AddDepartment({ duty }: { duty: string }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const [isOpen, setOpen] = useState(false)
  const [territory, setTerritory] = useState<string | null>(null)
  const [organisation, setOrganisation] = useState<OrganisationChoice | null>(null)
  const [error, setError] = useState<unknown>(null)
  const reason = useReason(error)
  if (!isOpen)
    return (
      <button type="button" className={side.button} onClick={() => setOpen(true)}>
        {t('cases.setup.add')}
      </button>
    )
  const store = async () => {
    try {
      const departments = await setDepartment(duty, territory!, organisation!.id)
      client.setQueryData(departmentsQuery.queryKey, departments)
      setOpen(false)
    } catch (failure) {
      setError(failure)
    }
  }
  const choose = (found: OrganisationChoice | null) => {
    setOrganisation(found)
    // An organisation mostly works for the territory that it belongs to.
    if (found && territory === null) setTerritory(found.territory_code)
  }
  return (
    <div className={styles.add}>
      <OrganisationFinder label={t('cases.setup.organisation')} chosen={organisation} onChange={choose} />
      <TerritoryFinder label={t('cases.setup.territory')} code={territory} onChange={setTerritory} />
      {error !== null && <p role="alert">{t('cases.form.failed', { reason })}</p>}
      <div className={styles.buttons}>
        <button type="button" className={side.button} onClick={() => setOpen(false)}>
          {t('cases.kinds.cancel')}
        </button>
        <button
          type="button"
          className={side.button}
          data-main="true"
          disabled={!territory || !organisation}
          onClick={() => void store()}
        >
          {t('cases.setup.save')}
        </button>
      </div>
    </div>
  )
}
