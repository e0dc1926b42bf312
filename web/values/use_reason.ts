import { useTranslation } from 'react-i18next'
import { Problem } from '../api/problem.ts'

/** Why something did not work, in words: the server's own sentence where it gave one. */
export function useReason(error: unknown): string {
  const { t } = useTranslation()
  if (!error) return ''
  if (!(error instanceof Problem)) return error instanceof Error ? error.message : String(error)
  if (error.detail) return error.detail
  if (error.code === 'unreachable') return t('failure.unreachable')
  if (error.code === 'timeout') return t('failure.timeout')
  return t('failure.http', { status: error.status })
}
