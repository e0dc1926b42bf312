import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { OutboxList, useEntries } from '../../field/OutboxList.tsx'
import { kindName } from '../named.ts'
import { kindsQuery } from '../queries.ts'
import type { CaseReportEntry } from './body.ts'
import { SUBJECT_ICONS } from './KindField.tsx'

export const useCaseEntries = () => useEntries<CaseReportEntry>(['case_report'])

/** What was reported on this device. */
export function CaseOutbox() {
  const { t, i18n } = useTranslation()
  const entries = useCaseEntries()
  const { data: kinds } = useQuery(kindsQuery)
  return (
    <OutboxList
      title={t('cases.report.outbox')}
      empty={t('cases.report.empty')}
      entries={entries}
      row={({ body, progress }) => {
        const kind = kinds?.find(({ code }) => code === body.kind)
        const Icon = SUBJECT_ICONS[kind?.subject ?? 'event']
        const said = body.same ? t('cases.report.noted', { number: body.same.number }) : progress?.number
        return {
          sign: <Icon size={24} stroke={1.5} aria-hidden="true" />,
          what: kind ? kindName(kind, i18n.language) : body.kind,
          place: [said, body.place].filter(Boolean).join(' · ') || null,
        }
      }}
    />
  )
}
