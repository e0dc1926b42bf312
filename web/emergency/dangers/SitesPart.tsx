import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CHECKED_KINDS, NEAR } from '#geodata/hazards/site_check.ts'
import { useRights } from '../../access/use_rights.ts'
import { TerritoryField } from '../../administration/TerritoryField.tsx'
import { Failed, Loading } from '../../responsibility/side/States.tsx'
import { useReason } from '../../values/use_reason.ts'
import emergency from '../Emergency.module.css'
import styles from './Dangers.module.css'
import { askFindings, checkSites, findingsQuery, useDangers } from './dangers.ts'
import { FindingsList } from './FindingsList.tsx'
import { MetresField } from './fields.tsx'
import { SITE_KINDS, siteKindName } from './site_words.ts'

/** Which schools, hospitals, shelters and the like lie in or near a danger, and what is done about each. */
export function SitesPart() {
  const { t } = useTranslation()
  const { territory, filter, offset } = useDangers()
  const { data, error, isFetching, refetch } = useQuery(findingsQuery({ territory, filter, offset }))
  const may = useRights()
  return (
    <>
      <div className={styles.form}>
        <TerritoryField
          code={territory}
          error={undefined}
          offers={(code) => code !== ''}
          onChange={(chosen) => askFindings({ territory: chosen })}
        />
        {territory !== null && may('hazards.write', territory) && <CheckForm key={territory} territory={territory} />}
      </div>
      {territory === null ? (
        <p className={styles.hint}>{t('dangers.sites.hint')}</p>
      ) : data ? (
        <FindingsList answer={data} territory={territory} isFetching={isFetching} />
      ) : error && !isFetching ? (
        <Failed error={error} onRetry={() => void refetch()} />
      ) : (
        <Loading />
      )}
    </>
  )
}

const MOST_NEAR = 2000

function CheckForm({ territory }: { territory: string }) {
  const { t, i18n } = useTranslation()
  const [kinds, setKinds] = useState<readonly string[]>(CHECKED_KINDS)
  const [near, setNear] = useState(String(NEAR.distance_m))
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<unknown>(null)
  const reason = useReason(failure)
  const isRight = /^\d{1,4}(\.\d{1,3})?$/.test(near) && Number(near) <= MOST_NEAR
  const toggle = (kind: string) => setKinds(SITE_KINDS.filter((one) => kinds.includes(one) !== (one === kind)))
  const check = async () => {
    setBusy(true)
    setFailure(null)
    try {
      await checkSites(territory, Number(near), kinds)
    } catch (error) {
      setFailure(error)
    } finally {
      setBusy(false)
    }
  }
  return (
    <form
      className={styles.check}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void check()
      }}
    >
      <details className={styles.kinds}>
        <summary>
          {t('dangers.sites.kinds')} <span>{t('dangers.sites.kindsOf', { n: kinds.length, all: SITE_KINDS.length })}</span>
        </summary>
        <div>
          {SITE_KINDS.map((kind) => (
            <label key={kind}>
              <input type="checkbox" checked={kinds.includes(kind)} onChange={() => toggle(kind)} />
              {siteKindName(kind, i18n.language, t('dangers.sites.shelter'))}
            </label>
          ))}
        </div>
      </details>
      <MetresField
        label={t('dangers.sites.near')}
        value={near}
        hint={t('dangers.sites.nearHint')}
        error={isRight ? undefined : t('dangers.sites.nearWrong', { n: MOST_NEAR })}
        onChange={setNear}
      />
      <Button type="submit" loading={busy} disabled={!isRight || kinds.length === 0}>
        {t('dangers.sites.check')}
      </Button>
      {failure !== null && (
        <p className={emergency.warning} role="alert">
          {t('dangers.sites.notChecked', { reason })}
        </p>
      )}
    </form>
  )
}
