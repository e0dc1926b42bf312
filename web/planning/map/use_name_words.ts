import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { formatCount } from '../../values/numbers.ts'
import type { NameWords } from './plan_features.ts'

export function useNameWords(): NameWords {
  const { t, i18n } = useTranslation()
  const { language } = i18n
  return useMemo(
    () => ({
      language,
      figure: (households) => t('planning.grids.households', { n: formatCount(households) }),
      locked: t('planning.grids.locked'),
    }),
    [t, language],
  )
}
