import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ConditionWords } from './condition.ts'

export function useConditionWords(): ConditionWords {
  const { t } = useTranslation()
  return useMemo(
    () => ({
      yes: t('values.yes'),
      no: t('values.no'),
      atLeast: (from) => t('table.atLeast', { from }),
      atMost: (to) => t('table.atMost', { to }),
      since: (from) => t('table.since', { from }),
      until: (to) => t('table.until', { to }),
    }),
    [t],
  )
}
