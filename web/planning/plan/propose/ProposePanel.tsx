import { IconWand } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import side from '../../../responsibility/side/Side.module.css'
import { useReason } from '../../../values/use_reason.ts'
import { askProposal, type WantedProposal } from '../../api/proposals.ts'
import type { PlanDetail } from '../../api/types.ts'
import { useEditor } from '../../editor/editor.ts'
import { ProposalResult } from './ProposalResult.tsx'
import styles from './Propose.module.css'
import { ProposeForm } from './ProposeForm.tsx'

/** The machine divides, the planner decides: what it proposes is one step like any other. */
export function ProposePanel({ plan }: { plan: PlanDetail }) {
  const { t } = useTranslation()
  const waiting = useEditor((editor) => editor.waiting)
  const [isOpen, setOpen] = useState(false)
  const [job, setJob] = useState<string | null>(null)
  const [error, setError] = useState<unknown>(null)
  const reason = useReason(error)
  const ask = async (wanted: WantedProposal) => {
    setError(null)
    try {
      setJob((await askProposal(plan.id, wanted)).job)
    } catch (problem) {
      setError(problem)
    }
  }
  if (!isOpen) {
    return (
      <div className={styles.opener}>
        <button type="button" className={side.button} onClick={() => setOpen(true)}>
          <IconWand size={15} stroke={1.7} aria-hidden="true" />
          {t('planning.propose.open')}
        </button>
      </div>
    )
  }
  return (
    <section className={styles.panel} aria-label={t('planning.propose.open')}>
      {job ? (
        <ProposalResult
          plan={plan.id}
          job={job}
          onEnd={() => setJob(null)}
          onTaken={() => {
            setJob(null)
            setOpen(false)
          }}
        />
      ) : (
        <ProposeForm plan={plan} isWaiting={waiting > 0} onAsk={(wanted) => void ask(wanted)} onClose={() => setOpen(false)} />
      )}
      {error !== null && (
        <p className={styles.error} role="alert">
          {reason}
        </p>
      )}
    </section>
  )
}
