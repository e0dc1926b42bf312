import { IconHome } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { OutboxList, useEntries } from '../../field/OutboxList.tsx'
import { retryRefused } from '../../offline/outbox.ts'
import { DegreeMark } from '../DegreeMark.tsx'
import type { ReportEntry } from './body.ts'
import type { OwnCommunity } from './communities.ts'
import { said } from './draft.ts'

export const useReportEntries = () => useEntries<ReportEntry>(['damage_report'])

/** A position near a border may be off by a house, on the wrong side. */
const WRONG_PLACE = ['outside_territory', 'report_place_unknown']

/** What was reported on this device. */
export function DamageOutbox({ communities }: { communities: readonly OwnCommunity[] }) {
  const { t } = useTranslation()
  const entries = useReportEntries()
  const own = communities.length === 1 ? communities[0]! : null
  return (
    <OutboxList
      title={t('damage.outbox.title')}
      empty={t('damage.outbox.empty')}
      entries={entries}
      row={({ id, body, reason }) => ({
        sign: <DegreeMark degree={body.nothing_damaged ? 'zero' : (body.degree ?? 'intact')} />,
        what: body.nothing_damaged
          ? t('damage.zero')
          : `${body.kind ? t(`damage.kinds.${body.kind}`) : ''} · ${body.degree ? t(`damage.degrees.${body.degree}`) : ''}`,
        place: body.place_name,
        why: (code) => (code === 'no_event' ? t('damage.outbox.no_event') : undefined),
        actions: own && WRONG_PLACE.includes(reason?.code ?? '') && body.longitude !== null && (
          <button type="button" onClick={() => void retryRefused(id, { ...body, ...said({ source: 'community', ...own }) })}>
            <IconHome size={16} stroke={1.8} aria-hidden="true" />
            {t('damage.outbox.asCommunity', { place: own.name })}
          </button>
        ),
      })}
    />
  )
}
