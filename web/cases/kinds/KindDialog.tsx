import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LIMIT_UNITS, type LimitUnit } from '#geodata/cases/clock.ts'
import { type CaseKind, LIMITED_STEPS } from '#geodata/cases/records.ts'
import { sendJson } from '../../api/client.ts'
import { Problem } from '../../api/problem.ts'
import type { ServerState } from '../../api/types.ts'
import { Dialog } from '../../frame/Dialog.tsx'
import side from '../../responsibility/side/Side.module.css'
import { today } from '../../values/times.ts'
import { useReason } from '../../values/use_reason.ts'
import { kindName } from '../named.ts'
import { CASES, kindsQuery } from '../queries.ts'
import { bodyOfEdition, draftOf, faultsOf } from './edition.ts'
import styles from './Kinds.module.css'
import { OwnerSteps } from './OwnerSteps.tsx'

interface Props {
  readonly code: string
  readonly state: ServerState
  readonly onClose: () => void
}

/** Limits and owners of a kind from a day on; cases of before keep what they were begun under. */
export function KindDialog({ code, state, onClose }: Props) {
  const { i18n } = useTranslation()
  const { data } = useQuery(kindsQuery)
  const kind = data?.find((each) => each.code === code)
  if (!kind) return null
  return (
    <Dialog title={`${kindName(kind, i18n.language)} ${kind.code}`} size="large" onClose={onClose}>
      <KindForm kind={kind} state={state} onDone={onClose} />
    </Dialog>
  )
}

/** Tomorrow: what is changed today would be judged differently at noon than in the morning. */
const tomorrow = (): string => new Date(Date.parse(today()) + 86_400_000).toISOString().slice(0, 10)

function KindForm({ kind, state, onDone }: { kind: CaseKind; state: ServerState; onDone: () => void }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const [draft, setDraft] = useState(() => draftOf(kind, tomorrow()))
  const [isTried, setTried] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const reason = useReason(error)
  const faults = isTried ? faultsOf(draft, today()) : []
  const change = (part: Partial<typeof draft>) => setDraft({ ...draft, ...part })
  const store = async () => {
    setTried(true)
    if (faultsOf(draft, today()).length > 0) return
    setBusy(true)
    setError(null)
    try {
      await sendJson('PUT', `/api/cases/kinds/${kind.code}`, { body: bodyOfEdition(draft), version: kind.version })
      await client.invalidateQueries({ queryKey: [CASES] })
      onDone()
    } catch (failure) {
      setError(failure)
      // Somebody else was faster: theirs is shown, and what was typed stays.
      if (failure instanceof Problem && failure.status === 412) await client.invalidateQueries({ queryKey: kindsQuery.queryKey })
    } finally {
      setBusy(false)
    }
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void store()
  }
  return (
    <form className={styles.form} noValidate onSubmit={submit}>
      <p>{t('cases.kinds.oldCases')}</p>
      <fieldset>
        <legend>{t('cases.kinds.limits')}</legend>
        {LIMITED_STEPS.map((step) => (
          <div key={step} className={styles.limit}>
            <span>{t(`cases.kinds.stages.${step}`)}</span>
            <input
              type="number"
              min={0}
              step="any"
              aria-label={`${t(`cases.kinds.stages.${step}`)} ${t('cases.kinds.amount')}`}
              aria-invalid={faults.includes(step)}
              value={draft.limits[step].amount}
              onChange={({ target }) =>
                change({ limits: { ...draft.limits, [step]: { ...draft.limits[step], amount: target.value } } })
              }
            />
            <select
              aria-label={`${t(`cases.kinds.stages.${step}`)} ${t('cases.kinds.unit')}`}
              value={draft.limits[step].unit}
              onChange={({ target }) =>
                change({ limits: { ...draft.limits, [step]: { ...draft.limits[step], unit: target.value as LimitUnit } } })
              }
            >
              {LIMIT_UNITS.map((unit) => (
                <option key={unit} value={unit}>
                  {t(`cases.clocks.${unit}`)}
                </option>
              ))}
            </select>
          </div>
        ))}
      </fieldset>
      <OwnerSteps
        steps={draft.owner_rule}
        state={state}
        isWrong={faults.includes('owner_rule')}
        onChange={(owner_rule) => change({ owner_rule })}
      />
      <fieldset className={styles.ticks}>
        {(['files_itself', 'urgent'] as const).map((name) => (
          <label key={name}>
            <input type="checkbox" checked={draft[name]} onChange={({ target }) => change({ [name]: target.checked })} />
            {t(name === 'urgent' ? 'cases.kinds.urgent' : 'cases.kinds.filesItself')}
          </label>
        ))}
      </fieldset>
      {(
        [
          ['source', 'source', 'text', 200],
          ['edition', 'newEdition', 'text', 50],
          ['valid_from', 'validFrom', 'date', 10],
        ] as const
      ).map(([name, label, type, most]) => (
        <label key={name} className={styles.field}>
          {t(`cases.kinds.${label}`)}
          <input
            type={type}
            maxLength={most}
            aria-invalid={faults.includes(name)}
            value={draft[name]}
            {...(type === 'date' && { min: today() })}
            onChange={({ target }) => change({ [name]: target.value })}
          />
        </label>
      ))}
      {error !== null && (
        <p className={styles.problem} role="alert">
          {error instanceof Problem && error.status === 412 ? t('cases.kinds.conflict') : t('cases.form.failed', { reason })}
        </p>
      )}
      <div className={styles.buttons}>
        <button type="button" className={side.button} onClick={onDone}>
          {t('cases.kinds.cancel')}
        </button>
        <button type="submit" className={side.button} data-main="true" disabled={isBusy}>
          {t(isBusy ? 'cases.form.busy' : 'cases.kinds.save')}
        </button>
      </div>
    </form>
  )
}
