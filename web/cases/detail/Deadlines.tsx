import { useTranslation } from 'react-i18next'
import { isOpen } from '#geodata/cases/flow.ts'
import type { Case, LimitedStep } from '#geodata/cases/records.ts'
import { useMinute } from '../../values/use_minute.ts'
import { amountWords } from '../amounts.ts'
import { formatDue } from '../due.ts'
import { TimeLeft } from '../TimeLeft.tsx'
import { limitOf, runningStep } from '../time_left.ts'
import styles from './CaseView.module.css'

/** What ended before it was filed was due at no time. */
export const hasDeadlines = ({ stage, handle_due_at, closing_due_at, extension_asked }: Case): boolean =>
  isOpen(stage) || [handle_due_at, closing_due_at, extension_asked].some((moment) => moment !== null)

/** By when each is due, and in which clock. */
export function Deadlines({ found }: { found: Case }) {
  const { t, i18n } = useTranslation()
  const now = useMinute()
  const { stage, kind_limits: limits, stage_due_at, handle_due_at, closing_due_at, extension_asked } = found
  const running = runningStep(stage)
  const due = (iso: string) => formatDue(iso, now, i18n.language)
  const clock = (step: LimitedStep) => `${amountWords(limits[step], t)} · ${t(`cases.clockHints.${limits[step].unit}`)}`
  return (
    <dl className={styles.facts}>
      {isOpen(stage) && running && (
        <>
          <dt>{t(`cases.kinds.stages.${running}`)}</dt>
          <dd>
            {stage_due_at ? <TimeLeft due={stage_due_at} limit={limitOf(stage, limits)} withMoment /> : t('cases.noDeadline')}
            <small>{clock(running)}</small>
          </dd>
        </>
      )}
      {handle_due_at && running !== 'handle' && (
        <>
          <dt>{t('cases.view.handleDue')}</dt>
          <dd>{due(handle_due_at)}</dd>
        </>
      )}
      {closing_due_at && (
        <>
          <dt>{t('cases.view.closingDue')}</dt>
          <dd>
            {isOpen(stage) && Date.parse(closing_due_at) < now ? (
              <TimeLeft due={closing_due_at} limit={limits.close} withMoment />
            ) : (
              due(closing_due_at)
            )}
            {found.extensions > 0 && <small>{t('cases.view.extended', { n: found.extensions })}</small>}
          </dd>
        </>
      )}
      {extension_asked && (
        <>
          <dt>{t('cases.actions.ask_extension')}</dt>
          <dd className={styles.asked}>{t('cases.view.asked', { time: due(extension_asked) })}</dd>
        </>
      )}
    </dl>
  )
}
