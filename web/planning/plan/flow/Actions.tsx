import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import side from '../../../responsibility/side/Side.module.css'
import { formatDay } from '../../../values/times.ts'
import { useReason } from '../../../values/use_reason.ts'
import { actOn } from '../../api/plans.ts'
import type { PlanDetail } from '../../api/types.ts'
import { useEditor } from '../../editor/editor.ts'
import { writeInTurn } from '../../editor/versions.ts'
import styles from './FlowPart.module.css'
import { WillDo } from './WillDo.tsx'

type Asking = 'return' | 'publish' | 'withdraw' | null

/** What may be done with the plan in its state and by whoever looks at it. Refusals say what to do first. */
export function Actions({ plan }: { plan: PlanDetail }) {
  const { t, i18n } = useTranslation()
  const waiting = useEditor((editor) => editor.waiting)
  const [asking, setAsking] = useState<Asking>(null)
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const reason = useReason(error)
  const { state, may } = plan
  const effective = plan.effective_on ? formatDay(plan.effective_on, i18n.language) : t('planning.flow.today')
  const run = async (action: string, body: object = {}) => {
    setBusy(true)
    setError(null)
    try {
      await writeInTurn(plan, (version) => actOn(plan.id, action, body, version))
      setAsking(null)
    } catch (problem) {
      setError(problem)
    }
    setBusy(false)
  }
  const status =
    state === 'published' || state === 'withdrawn'
      ? t(`planning.flow.ended.${state}`)
      : state === 'submitted' || state === 'approved'
        ? t(`planning.flow.waiting.${state}`)
        : undefined
  return (
    <div className={styles.actions}>
      {status && <p>{status}</p>}
      {waiting > 0 && <p>{t('planning.flow.unsaved', { n: waiting })}</p>}
      {asking === 'return' ? (
        <ReturnForm isBusy={isBusy} onReturn={(text) => void run('return', { reason: text })} onCancel={() => setAsking(null)} />
      ) : asking === 'publish' ? (
        <div className={styles.confirm}>
          <WillDo plan={plan} />
          <p>{t('planning.flow.confirmPublish', { day: effective })}</p>
          <div className={styles.buttons}>
            <button type="button" className={side.button} data-main="true" disabled={isBusy} onClick={() => void run('publish')}>
              {t('planning.flow.confirm')}
            </button>
            <button type="button" className={side.button} onClick={() => setAsking(null)}>
              {t('planning.flow.cancel')}
            </button>
          </div>
        </div>
      ) : asking === 'withdraw' ? (
        <div className={styles.confirm}>
          <p>{t('planning.flow.confirmWithdraw')}</p>
          <div className={styles.buttons}>
            <button type="button" className={side.button} data-main="true" disabled={isBusy} onClick={() => void run('withdraw')}>
              {t('planning.flow.withdraw')}
            </button>
            <button type="button" className={side.button} onClick={() => setAsking(null)}>
              {t('planning.flow.cancel')}
            </button>
          </div>
        </div>
      ) : (
        <div className={styles.buttons}>
          {may.submit && (
            <button
              type="button"
              className={side.button}
              data-main="true"
              disabled={isBusy || waiting > 0}
              onClick={() => void run('submit')}
            >
              {t('planning.flow.submit')}
            </button>
          )}
          {may.approve && (
            <button type="button" className={side.button} data-main="true" disabled={isBusy} onClick={() => void run('approve')}>
              {t('planning.flow.approve')}
            </button>
          )}
          {may.publish && (
            <button type="button" className={side.button} data-main="true" onClick={() => setAsking('publish')}>
              {t('planning.flow.publish')}
            </button>
          )}
          {may.return && (
            <button type="button" className={side.button} onClick={() => setAsking('return')}>
              {t('planning.flow.return')}
            </button>
          )}
          {may.withdraw && (
            <button type="button" className={side.button} onClick={() => setAsking('withdraw')}>
              {t('planning.flow.withdraw')}
            </button>
          )}
        </div>
      )}
      {error !== null && (
        <p className={styles.error} role="alert">
          {reason}
        </p>
      )}
    </div>
  )
}

interface ReturnProps {
  readonly isBusy: boolean
  readonly onReturn: (reason: string) => void
  readonly onCancel: () => void
}

function ReturnForm({ isBusy, onReturn, onCancel }: ReturnProps) {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const [isTried, setTried] = useState(false)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (text.trim()) onReturn(text.trim())
  }
  return (
    <form className={styles.confirm} onSubmit={submit}>
      <textarea
        // biome-ignore lint/a11y/noAutofocus: it was asked for
        autoFocus
        rows={3}
        maxLength={1000}
        value={text}
        aria-label={t('planning.flow.reason')}
        placeholder={t('planning.flow.reason')}
        aria-invalid={isTried && !text.trim()}
        onChange={({ target }) => setText(target.value)}
      />
      {isTried && !text.trim() && <small role="alert">{t('planning.flow.reasonMissing')}</small>}
      <div className={styles.buttons}>
        <button type="submit" className={side.button} data-main="true" disabled={isBusy}>
          {t('planning.flow.return')}
        </button>
        <button type="button" className={side.button} onClick={onCancel}>
          {t('planning.flow.cancel')}
        </button>
      </div>
    </form>
  )
}
