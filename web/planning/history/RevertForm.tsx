import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useConsole } from '../../state/store.ts'
import { useReason } from '../../values/use_reason.ts'
import { revertRevision } from '../api/history.ts'
import { FormFoot } from '../list/FormFoot.tsx'
import list from '../list/PlanList.module.css'

/** Asks for the name of the plan that leads back to before a revision, and opens it. */
export function RevertForm({ scheme, number, onCancel }: { scheme: string; number: number; onCancel: () => void }) {
  const { t } = useTranslation()
  const [name, setName] = useState(t('history.revertNamed', { n: number }))
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const reason = useReason(error)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    try {
      const plan = await revertRevision(scheme, number, name.trim())
      useConsole.getState().openPlan(plan.id)
    } catch (problem) {
      setError(problem)
      setBusy(false)
    }
  }
  return (
    <form className={list.form} aria-label={t('history.revert')} onSubmit={(event) => void submit(event)}>
      <label>
        {t('history.revertName')}
        <input
          // biome-ignore lint/a11y/noAutofocus: the form was opened to be filled in
          autoFocus
          value={name}
          maxLength={100}
          onChange={({ target }) => setName(target.value)}
        />
      </label>
      <p className={list.hint}>{t('history.revertHint')}</p>
      <FormFoot
        reason={reason}
        submit={t('history.revertMake')}
        disabled={isBusy || !name.trim()}
        cancel={t('history.cancel')}
        onCancel={onCancel}
      />
    </form>
  )
}
