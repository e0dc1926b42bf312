import { Button } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { ACCOUNT_ROLES, type AccountRole } from '#geodata/access/rights.ts'
import fields from '../access/Fields.module.css'
import type { Grant } from '../access/session.ts'
import styles from './AccountDialog.module.css'
import { TerritoryField } from './TerritoryField.tsx'

/** A role whose territory is yet to be chosen has none. */
export interface RoleDraft {
  readonly role: AccountRole
  readonly territory_code: string | null
}

export const isWhole = (draft: RoleDraft): draft is Grant => draft.territory_code !== null

interface Props {
  readonly roles: readonly RoleDraft[]
  /** Whether what is missing is said. */
  readonly tried: boolean
  readonly onChange: (roles: readonly RoleDraft[]) => void
}

/** What an account may do, and where. */
export function RolesEditor({ roles, tried, onChange }: Props) {
  const { t } = useTranslation()
  const put = (index: number, change: Partial<RoleDraft>) =>
    onChange(roles.map((one, at) => (at === index ? { ...one, ...change } : one)))
  return (
    <fieldset className={styles.roles}>
      <legend>{t('access.rolesTitle')}</legend>
      {roles.map(({ role, territory_code }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have nothing else that tells them apart while they are filled in
        <div key={index} className={styles.role}>
          <select
            className={fields.select}
            aria-label={t('access.role')}
            value={role}
            onChange={({ target }) => put(index, { role: target.value as AccountRole })}
          >
            {ACCOUNT_ROLES.map((one) => (
              <option key={one} value={one}>
                {t(`access.roles.${one}`)}
              </option>
            ))}
          </select>
          <TerritoryField
            code={territory_code}
            error={tried && territory_code === null ? t('access.territoryMissing') : undefined}
            onChange={(code) => put(index, { territory_code: code })}
          />
          <button
            type="button"
            className={styles.remove}
            aria-label={t('access.removeRole', { role: t(`access.roles.${role}`) })}
            onClick={() => onChange(roles.filter((_, at) => at !== index))}
          >
            <IconX size={16} stroke={1.7} />
          </button>
        </div>
      ))}
      {tried && roles.length === 0 && (
        <p className={fields.error} role="alert">
          {t('access.rolesMissing')}
        </p>
      )}
      <Button
        variant="subtle"
        size="xs"
        leftSection={<IconPlus size={15} stroke={1.8} />}
        onClick={() => onChange([...roles, { role: 'viewer', territory_code: null }])}
      >
        {t('access.addRole')}
      </Button>
    </fieldset>
  )
}
