import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useTerritoryName } from '../access/territories.ts'
import styles from './AccountDialog.module.css'
import { type Account, stateOf } from './accounts.ts'

/** Somebody was quicker: what he left, and the choice between it and one's own changes. */
export function Conflict({ newer, onTake, onKeep }: { newer: Account; onTake: () => void; onKeep: () => void }) {
  const { t } = useTranslation()
  const territoryName = useTerritoryName(newer.roles.map(({ territory_code }) => territory_code))
  return (
    <section className={styles.conflict} role="alert">
      <h3>{t('access.conflictTitle')}</h3>
      <p>{t('access.conflict')}</p>
      <dl>
        <dt>{t('access.accountName')}</dt>
        <dd>{newer.name}</dd>
        <dt>{t('access.displayName')}</dt>
        <dd>{newer.display_name}</dd>
        <dt>{t('access.rolesTitle')}</dt>
        <dd>
          {newer.roles.map(({ role, territory_code }) => (
            <span key={`${role}.${territory_code}`}>
              {t(`access.roles.${role}`)} {territoryName(territory_code)}
            </span>
          ))}
        </dd>
        <dt>{t('access.stateLabel')}</dt>
        <dd>{t(`access.state.${stateOf(newer)}`)}</dd>
      </dl>
      <div className={styles.choices}>
        <Button size="xs" variant="default" onClick={onTake}>
          {t('access.conflictTake')}
        </Button>
        <Button size="xs" variant="light" onClick={onKeep}>
          {t('access.conflictKeep')}
        </Button>
      </div>
    </section>
  )
}
