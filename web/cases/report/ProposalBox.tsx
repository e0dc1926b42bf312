import { IconCloudOff, IconUserCheck } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Proposal } from '#geodata/cases/records.ts'
import { Problem } from '../../api/problem.ts'
import { formatChainage } from '../../responsibility/chainage.ts'
import { useConsole } from '../../state/store.ts'
import { useReason } from '../../values/use_reason.ts'
import { gridName, nameOf } from '../named.ts'
import { proposalQuery } from '../queries.ts'
import { useDueWords } from '../use_due_words.ts'
import styles from './CaseReport.module.css'
import { NearbyCases } from './NearbyCases.tsx'

interface Props {
  readonly asked: Readonly<Record<string, string>>
  readonly same: { readonly id: number; readonly number: string } | null
}

/** What would come of it, before it is sent: whose it is, by when, where, and whether it is known already. */
export function ProposalBox({ asked, same }: Props) {
  const { t } = useTranslation()
  const isOffline = useConsole(({ live }) => live === 'offline')
  const { data, error, isFetching } = useQuery({ ...proposalQuery(asked), enabled: !isOffline })
  const reason = useReason(error)
  if (isOffline || (error instanceof Problem && error.status === 0))
    return (
      <p className={styles.away} role="status">
        <IconCloudOff size={18} stroke={1.7} aria-hidden="true" />
        {t('cases.report.offline')}
      </p>
    )
  if (!data)
    return error && !isFetching ? (
      <p className={styles.away} role="alert">
        {t('cases.report.failed', { reason })}
      </p>
    ) : (
      <p className={styles.hint} role="status">
        {t('cases.report.asking')}
      </p>
    )
  return (
    <>
      <NearbyCases nearby={data.nearby} same={same} />
      {!same && <WhatComes proposal={data} />}
    </>
  )
}

function WhatComes({ proposal }: { proposal: Proposal }) {
  const { t, i18n } = useTranslation()
  const dueWords = useDueWords()
  const { handler, by, river, place } = proposal
  const { person, organisation } = handler
  const named = [organisation, person].flatMap((one) => (one ? [nameOf(one, i18n.language)] : []))
  return (
    <section className={styles.proposal} aria-label={t('cases.report.proposal')}>
      <IconUserCheck size={20} stroke={1.6} aria-hidden="true" />
      <dl>
        <dt>{t('cases.report.goesTo')}</dt>
        <dd>
          {named.length > 0 ? <strong>{named.join(' · ')}</strong> : t('cases.report.goesToDesk')}
          {person?.post && ` ${person.post}`}
          {by && <small>{t(`cases.report.by.${by}`)}</small>}
        </dd>
        <dt>{t('cases.report.handleBy')}</dt>
        <dd>
          <strong>{dueWords(proposal.handle_due_at)}</strong>
          {proposal.files_itself && <small>{t('cases.report.filesItself')}</small>}
          {!proposal.calendar_known && <small>{t('cases.report.calendarUnknown')}</small>}
        </dd>
        {river && (
          <>
            <dt>{t('cases.view.river')}</dt>
            <dd>
              {t('cases.report.onRiver', {
                river: river.river_name,
                segment: (i18n.language === 'en' && river.segment_name_en) || river.segment_name,
              })}
              <small>
                {t('cases.report.chainage', {
                  chainage: formatChainage(river.chainage_m),
                  bank: t(`cases.banks.${river.bank}`),
                })}
              </small>
            </dd>
          </>
        )}
        <dt>{t('cases.report.grids')}</dt>
        <dd>
          {(i18n.language === 'en' && place.community_name_en) || place.community_name}
          <small>
            {proposal.in_no_grid
              ? t('cases.report.inNoGrid')
              : place.grids.map((grid) => gridName(grid, i18n.language)).join(' / ')}
          </small>
        </dd>
      </dl>
    </section>
  )
}
