import { IconRefresh } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Case } from '#geodata/cases/records.ts'
import { getJson } from '../../api/client.ts'
import { OutboxList, useEntries } from '../../field/OutboxList.tsx'
import { retryRefused } from '../../offline/outbox.ts'
import { useConsole } from '../../state/store.ts'
import type { CaseStepEntry } from '../field/send_step.ts'
import styles from './Handling.module.css'
import { STEP_ICONS } from './step_icons.ts'

/** Steps that were taken without a network: those that wait, and those that came too late. What has arrived is told by the cases themselves. */
export function StepOutbox() {
  const { t } = useTranslation()
  const entries = useEntries<CaseStepEntry>(['case_step']).filter(({ state }) => state !== 'sent')
  if (entries.length === 0) return null
  return (
    <div className={styles.outbox}>
      <OutboxList
        title={t('cases.mine.waiting')}
        empty={t('cases.mine.outboxEmpty')}
        entries={entries}
        row={({ id, body, reason }) => {
          const Icon = STEP_ICONS[body.action]
          return {
            sign: <Icon size={22} stroke={1.6} aria-hidden="true" />,
            what: t(`cases.actions.${body.action}`),
            place: body.number,
            actions: (
              <>
                <button type="button" onClick={() => useConsole.getState().openCase(body.case_id)}>
                  {t('cases.report.seeCase')}
                </button>
                {reason?.code === 'case_changed' && (
                  <button type="button" onClick={() => void again(id, body)}>
                    <IconRefresh size={16} stroke={1.8} aria-hidden="true" />
                    {t('cases.form.again', { action: t(`cases.actions.${body.action}`) })}
                  </button>
                )}
              </>
            ),
          }
        }}
      />
    </div>
  )
}

/** For the case as it is now. */
async function again(id: string, body: CaseStepEntry['body']): Promise<void> {
  const { version } = await getJson<Case>(`/api/cases/${body.case_id}`)
  await retryRefused(id, { ...body, version })
}
