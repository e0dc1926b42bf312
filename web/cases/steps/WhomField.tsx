import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { Case } from '#geodata/cases/records.ts'
import { Finder } from '../../responsibility/side/Finder.tsx'
import { type Handlers, handlersQuery } from '../queries.ts'
import type { Whom } from './draft.ts'
import styles from './Steps.module.css'
import { proposedWhom, whomOf } from './whom.ts'

interface Props {
  readonly found: Case
  readonly whom: Whom | null
  readonly isMissing: boolean
  readonly onChange: (whom: Whom | null) => void
}

/** To whom: the one that the rule names is chosen already, others are found by name. */
export function WhomField({ found, whom, isMissing, onChange }: Props) {
  const { t, i18n } = useTranslation()
  const { data } = useQuery(handlersQuery(found.id, ''))
  const proposed = data && proposedWhom(data, i18n.language)
  const isGiven = whom !== null
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it is known; whoever takes it away wants another.
  useEffect(() => {
    if (proposed && !isGiven && found.stage === 'filed') onChange(proposed)
  }, [data])
  return (
    <div className={styles.whom}>
      <Finder<Whom>
        label={t('cases.form.whom')}
        placeholder={t('cases.form.whomPlaceholder')}
        chosen={whom && { name: whom.name, aside: whom.aside }}
        search={(text) => ({
          queryKey: [...handlersQuery(found.id, text).queryKey, 'finder', i18n.language],
          queryFn: async (context) => {
            const handlers = await (
              handlersQuery(found.id, text).queryFn as (context: { signal: AbortSignal }) => Promise<Handlers>
            )(context)
            return whomOf(handlers, i18n.language).map((one) => ({
              value: one,
              key: `${one.organisation_id}/${one.handler_id}`,
              name: one.name,
              aside: one.aside,
            }))
          },
        })}
        onChange={(one) => onChange(one?.value ?? null)}
        required
        error={isMissing ? t('cases.form.whomMissing') : undefined}
      />
      {proposed && whom?.organisation_id === proposed.organisation_id && whom.handler_id === proposed.handler_id && (
        <small>{t('cases.form.proposed')}</small>
      )}
    </div>
  )
}
