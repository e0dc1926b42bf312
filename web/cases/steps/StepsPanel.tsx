import { Tooltip } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { StepAction } from '#geodata/cases/flow.ts'
import { isOpen } from '#geodata/cases/flow.ts'
import type { Case } from '#geodata/cases/records.ts'
import { beginStep, useDesk } from '../desk/desk.ts'
import { inOrder, isMain, nameOfStep, STEP_KEYS } from '../keys.ts'
import { nameOf } from '../named.ts'
import { runningStep } from '../time_left.ts'
import { StepForm } from './StepForm.tsx'
import styles from './Steps.module.css'

/** The steps that whoever looks may take now, the one that is meant first; or the form of the one that was chosen. */
export function StepsPanel({ found }: { found: Case }) {
  const { t, i18n } = useTranslation()
  const form = useDesk((desk) => desk.form)
  const isTimeAsked = found.extension_asked !== null
  const may = inOrder(found.may, isTimeAsked)
  if (form) return <StepForm key={`${found.id}/${form}`} found={found} action={form} />
  const isOnlyNote = may.every((action) => action === 'note')
  const whom = [found.organisation, found.person].flatMap((one) => (one ? [nameOf(one, i18n.language)] : [])).join(' · ')
  const step = runningStep(found.stage)
  // What was reported back waits for others than whoever handled it.
  const waitsFor =
    step === 'handle' && whom
      ? t('cases.view.handlerOnly', { whom })
      : step
        ? t('cases.view.awaits', { step: t(`cases.kinds.stages.${step}`) })
        : t('cases.view.nothing')
  return (
    <section className={styles.steps} aria-label={t('cases.view.actions')}>
      {isOnlyNote && isOpen(found.stage) && <p>{waitsFor}</p>}
      {may.length > 0 && (
        <div className={styles.actions}>
          {may.map((action) => (
            <StepButton
              key={action}
              action={action}
              name={t(`cases.actions.${nameOfStep(action, isTimeAsked)}`)}
              isMain={isMain(action, may, isTimeAsked)}
            />
          ))}
        </div>
      )}
    </section>
  )
}

function StepButton({ action, name, isMain: main }: { action: StepAction; name: string; isMain: boolean }) {
  const { t } = useTranslation()
  const key = STEP_KEYS[action]
  return (
    <Tooltip label={t('cases.form.do', { action: name, key })} position="bottom">
      <button type="button" data-main={main} aria-keyshortcuts={key} onClick={() => beginStep(action)}>
        {name}
      </button>
    </Tooltip>
  )
}
