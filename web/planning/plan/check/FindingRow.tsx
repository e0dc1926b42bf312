import { IconAlertOctagon, IconAlertTriangle, IconCheck } from '@tabler/icons-react'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { sendJson } from '../../../api/client.ts'
import side from '../../../responsibility/side/Side.module.css'
import { forgetPlans } from '../../api/plans.ts'
import type { PlanDetail, ServerFinding } from '../../api/types.ts'
import { commit, say, useEditor } from '../../editor/editor.ts'
import { useGridName } from '../../editor/grid_names.ts'
import { writeInTurn } from '../../editor/versions.ts'
import styles from './CheckPart.module.css'

interface Props {
  readonly plan: PlanDetail
  readonly finding: ServerFinding
  readonly number: number
  readonly isCurrent: boolean
  readonly onChoose: () => void
}

export function FindingRow({ plan, finding, number, isCurrent, onChoose }: Props) {
  const { t } = useTranslation()
  const row = useRef<HTMLLIElement>(null)
  const nameOf = useGridName()
  const name = nameOf(useEditor((editor) => (finding.grid ? editor.fabric?.grids.get(finding.grid) : undefined)))
  useEffect(() => {
    if (isCurrent) row.current?.scrollIntoView({ block: 'nearest' })
  }, [isCurrent])
  const Icon = finding.excepted ? IconCheck : finding.severity === 'error' ? IconAlertOctagon : IconAlertTriangle
  return (
    <li ref={row} className={styles.finding} data-current={isCurrent} data-rule={finding.rule}>
      <button type="button" aria-expanded={isCurrent} onClick={onChoose}>
        <span className={styles.number}>{number}</span>
        <Icon
          size={17}
          stroke={1.7}
          data-severity={finding.excepted ? 'excepted' : finding.severity}
          aria-label={t(`planning.check.severity.${finding.severity}`)}
        />
        <span className={styles.words}>
          {name && <strong>{name}</strong>}
          <span>
            {t(`planning.check.rules.${finding.rule}` as 'planning.check.rules.cells', finding.values as { value: number })}
          </span>
          {finding.excepted && (
            <small>{t('planning.check.by', { name: finding.excepted.by, reason: finding.excepted.reason })}</small>
          )}
        </span>
      </button>
      {isCurrent && plan.may.edit && <Actions plan={plan} finding={finding} />}
    </li>
  )
}

function Actions({ plan, finding }: { plan: PlanDetail; finding: ServerFinding }) {
  const { t } = useTranslation()
  const [isReasoning, setReasoning] = useState(false)
  const [reason, setReason] = useState('')
  const [isTried, setTried] = useState(false)
  const except = async (text: string | null) => {
    try {
      const body = { rule: finding.rule, grid: finding.grid ?? finding.cell, reason: text }
      await writeInTurn(plan, (version) => sendJson<PlanDetail>('PUT', `/api/plans/${plan.id}/exceptions`, { body, version }))
      setReasoning(false)
    } catch (problem) {
      say({ text: problem instanceof Error ? problem.message : String(problem) })
    }
    forgetPlans()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (reason.trim()) void except(reason.trim())
  }
  if (isReasoning) {
    return (
      <form className={styles.actions} onSubmit={submit}>
        <textarea
          // biome-ignore lint/a11y/noAutofocus: it was asked for
          autoFocus
          rows={2}
          maxLength={1000}
          value={reason}
          placeholder={t('planning.check.reason')}
          aria-label={t('planning.check.reason')}
          aria-invalid={isTried && !reason.trim()}
          onChange={({ target }) => setReason(target.value)}
        />
        {isTried && !reason.trim() && <small role="alert">{t('planning.check.reasonMissing')}</small>}
        <button type="submit" className={side.button} data-main="true">
          {t('planning.check.exception')}
        </button>
        <button type="button" className={side.button} onClick={() => setReasoning(false)}>
          {t('planning.form.cancel')}
        </button>
      </form>
    )
  }
  return (
    <div className={styles.actions}>
      {finding.fix && (
        <button type="button" className={side.button} data-main="true" onClick={() => commit(finding.fix!)}>
          {t('planning.check.fix')}
        </button>
      )}
      {finding.excepted ? (
        <button type="button" className={side.button} onClick={() => void except(null)}>
          {t('planning.check.takeBack')}
        </button>
      ) : (
        <button type="button" className={side.button} onClick={() => setReasoning(true)}>
          {t('planning.check.exception')}
        </button>
      )}
    </div>
  )
}
