import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { OwnerStep } from '#geodata/cases/records.ts'
import { findRole } from '#geodata/responsibility/roles.ts'
import { stateQuery } from '../../api/queries.ts'
import { pick } from '../../words/pick.ts'

const DUTIES = [
  'city',
  'water_company',
  'sanitation_company',
  'sanitation',
  'transport',
  'police',
  'civil',
  'emergency',
  'ecology',
  'education',
  'water',
  'town',
] as const
export const KNOWN_DUTIES: readonly string[] = DUTIES

/** Whose a case is, as a sentence: the first that is found counts. */
export function useOwnerWords(): {
  readonly rule: (steps: readonly OwnerStep[]) => string
  readonly duty: (duty: string) => string
  readonly role: (role: string) => string
} {
  const { t, i18n } = useTranslation()
  const { data: state } = useQuery(stateQuery)
  const role = (id: string): string => {
    const found = findRole(id)
    return found ? pick(found.label, i18n.language) : id
  }
  const duty = (id: string): string => (KNOWN_DUTIES.includes(id) ? t(`cases.kinds.duties.${id as (typeof DUTIES)[number]}`) : id)
  const roles = (ids: readonly string[]) => ids.map(role).join(t('cases.kinds.comma'))
  const step = (each: OwnerStep): string => {
    if ('object' in each) return t('cases.kinds.steps.object', { roles: roles(each.object) })
    if ('segment' in each) return t('cases.kinds.steps.segment', { roles: roles(each.segment) })
    if ('department' in each) return t('cases.kinds.steps.department', { duty: duty(each.department) })
    const scheme = state?.schemes.find(({ id }) => id === each.scheme)
    return t('cases.kinds.steps.grid', {
      roles: roles(each.grid),
      scheme: scheme ? pick(scheme.name, i18n.language) : each.scheme,
    })
  }
  return { rule: (steps) => steps.map(step).join(t('cases.kinds.otherwise')), duty, role }
}
