import { IconCamera, IconCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Stage } from '#geodata/cases/flow.ts'
import type { CaseEvent } from '#geodata/cases/records.ts'
import { formatTime } from '../../values/times.ts'
import { inputMoment } from '../moments.ts'
import styles from './StepLine.module.css'
import { stepLine } from './step_line.ts'

/** 采集 to 结案 as a line: what is done by whom and when, with how many photos, and what it waits for. */
export function StepLine({ stage, events }: { stage: Stage; events: readonly CaseEvent[] }) {
  const { t, i18n } = useTranslation()
  return (
    <ol className={styles.line} aria-label={t('cases.view.progress')}>
      {stepLine(stage, events).map((step, index) => {
        const { event, state } = step
        const name = t(`cases.steps.${step.stage as 'collected'}`)
        const who = event && (event.account_name || t('cases.byRule'))
        const photos = event?.photos.length ?? 0
        return (
          <li
            key={step.stage}
            data-state={state}
            aria-current={state === 'now' ? 'step' : undefined}
            title={event ? `${name} · ${who} · ${formatTime(event.at, i18n.language)}` : name}
          >
            <i>{state === 'done' ? <IconCheck size={13} stroke={2.6} aria-hidden="true" /> : index + 1}</i>
            <strong>{name}</strong>
            {event && (
              <small>
                {who}
                <br />
                {shortTime(event.at)}
                {photos > 0 && (
                  <span>
                    <IconCamera size={11} stroke={1.8} aria-hidden="true" />
                    {photos}
                  </span>
                )}
              </small>
            )}
            {state === 'now' && <small>{t('cases.view.now')}</small>}
          </li>
        )
      })}
    </ol>
  )
}

/** 03-09 10:12 */
const shortTime = (iso: string): string => inputMoment(iso).slice(5).replace('T', ' ')
