import { IconX } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRights } from '../../access/use_rights.ts'
import type { ServerState } from '../../api/types.ts'
import { Dialog } from '../../frame/Dialog.tsx'
import { IconButton } from '../../frame/IconButton.tsx'
import side from '../../responsibility/side/Side.module.css'
import { useReason } from '../../values/use_reason.ts'
import { leave } from './actions.ts'
import { ColumnsStep } from './ColumnsStep.tsx'
import { ConfirmStep } from './ConfirmStep.tsx'
import { DoneStep } from './DoneStep.tsx'
import { FileStep } from './FileStep.tsx'
import styles from './GridImport.module.css'
import { ReportStep } from './ReportStep.tsx'
import { STEPS, useWizard } from './wizard.ts'

/** Existing grids of a file made into a scheme, step by step: nothing is stored before the last. */
export function GridImport({ state }: { state: ServerState }) {
  const { t } = useTranslation()
  const mayImport = useRights()('schemes.write', '')
  const step = useWizard((wizard) => wizard.step)
  const heading = useRef<HTMLHeadingElement>(null)
  // Who works with keys goes on where the next step begins.
  // biome-ignore lint/correctness/useExhaustiveDependencies: with each step anew.
  useEffect(() => heading.current?.focus(), [step])
  return (
    <section className={styles.wizard} aria-label={t('gridImport.title')} data-step={step}>
      <header className={styles.head}>
        <h2 ref={heading} tabIndex={-1}>
          {t('gridImport.title')}
        </h2>
        <Close />
      </header>
      {mayImport ? (
        <>
          <Steps />
          <Refusal />
          {step === 'file' && <FileStep state={state} />}
          {step === 'columns' && <ColumnsStep />}
          {step === 'report' && <ReportStep />}
          {step === 'confirm' && <ConfirmStep state={state} />}
          {step === 'done' && <DoneStep state={state} />}
        </>
      ) : (
        <p className={side.note}>{t('gridImport.noRight')}</p>
      )}
    </section>
  )
}

/** What is loaded is not given up by a slip of the hand. */
function Close() {
  const { t } = useTranslation()
  const [isAsking, setAsking] = useState(false)
  const file = useWizard((wizard) => (wizard.step === 'done' ? null : wizard.file))
  const isStoring = useWizard((wizard) => wizard.waiting === 'store')
  return (
    <>
      <IconButton label={t('gridImport.close')} disabled={isStoring} onClick={() => (file ? setAsking(true) : leave())}>
        <IconX size={17} stroke={1.7} />
      </IconButton>
      {isAsking && file && (
        <Dialog title={t('gridImport.leave.title')} onClose={() => setAsking(false)}>
          <p className={styles.ask}>{t('gridImport.leave.text', { file: file.name })}</p>
          <div className={styles.buttons}>
            <button type="button" className={side.button} onClick={leave}>
              {t('gridImport.leave.yes')}
            </button>
            <button type="button" className={side.button} data-main="true" data-autofocus="true" onClick={() => setAsking(false)}>
              {t('gridImport.leave.no')}
            </button>
          </div>
        </Dialog>
      )}
    </>
  )
}

function Steps() {
  const { t } = useTranslation()
  const step = useWizard((wizard) => wizard.step)
  const at = STEPS.indexOf(step)
  return (
    <ol className={styles.steps} aria-label={t('gridImport.steps.label')}>
      {(['file', 'columns', 'report', 'confirm'] as const).map((each, index) => (
        <li key={each} aria-current={each === step ? 'step' : undefined} data-past={index < at}>
          <b>{index + 1}</b>
          {t(`gridImport.steps.${each}`)}
        </li>
      ))}
    </ol>
  )
}

/** The field at fault is marked where it is asked for; here stands why. */
function Refusal() {
  const refusal = useWizard((wizard) => wizard.refusal)
  const reason = useReason(refusal)
  const box = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    if (refusal) box.current?.scrollIntoView({ block: 'nearest' })
  }, [refusal])
  if (!refusal) return null
  return (
    <p ref={box} className={styles.refusal} role="alert">
      {reason}
    </p>
  )
}
