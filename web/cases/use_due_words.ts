import { useTranslation } from 'react-i18next'
import { formatDue } from './due.ts'

/** Until when, as it is said of a deadline. */
export function useDueWords(): (iso: string, now?: number) => string {
  const { t, i18n } = useTranslation()
  return (iso, now = Date.now()) => t('cases.by', { time: formatDue(iso, now, i18n.language) })
}
