import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { today } from '../../../values/times.ts'
import { changePlan } from '../../api/plans.ts'
import type { PlanDetail } from '../../api/types.ts'
import { say } from '../../editor/editor.ts'
import { writeInTurn } from '../../editor/versions.ts'
import styles from './FlowPart.module.css'

/** From which day, and why. Kept as soon as the field is left. */
export function Terms({ plan }: { plan: PlanDetail }) {
  const { t } = useTranslation()
  const [day, setDay] = useState(plan.effective_on ?? '')
  const [remark, setRemark] = useState(plan.remark ?? '')
  const keep = async (changes: { effective_on?: string | null; remark?: string | null }) => {
    try {
      await writeInTurn(plan, (version) => changePlan(plan.id, changes, version))
    } catch (problem) {
      say({ text: problem instanceof Error ? problem.message : String(problem) })
    }
  }
  return (
    <div className={styles.terms}>
      <label>
        {t('planning.flow.effective')}
        <input
          type="date"
          value={day}
          min={today()}
          disabled={!plan.may.edit}
          onChange={({ target }) => setDay(target.value)}
          onBlur={() => day !== (plan.effective_on ?? '') && void keep({ effective_on: day || null })}
        />
      </label>
      <small>{t('planning.flow.effectiveHint')}</small>
      <label>
        {t('planning.flow.remark')}
        <textarea
          rows={2}
          maxLength={2000}
          value={remark}
          placeholder={t('planning.flow.remarkPlaceholder')}
          disabled={!plan.may.edit}
          onChange={({ target }) => setRemark(target.value)}
          onBlur={() => remark.trim() !== (plan.remark ?? '') && void keep({ remark: remark.trim() || null })}
        />
      </label>
    </div>
  )
}
