import { useTranslation } from 'react-i18next'
import { sendJson } from '../../../api/client.ts'
import { useConsole } from '../../../state/store.ts'
import { formatTime } from '../../../values/times.ts'
import { forgetPlans } from '../../api/plans.ts'
import type { PlanComment, PlanDetail } from '../../api/types.ts'
import styles from './FlowPart.module.css'

interface Props {
  readonly plan: PlanDetail
  readonly comment: PlanComment
  readonly number: number
  readonly mayWrite: boolean
}

/** Close enough to see the house that is meant. */
const CLOSE = 16.5

export function CommentRow({ plan, comment, number, mayWrite }: Props) {
  const { t, i18n } = useTranslation()
  const { longitude, latitude } = comment
  const resolve = async () => {
    await sendJson('PATCH', `/api/plans/${plan.id}/comments/${comment.id}`, { body: { resolved: !comment.resolved } }).catch(
      () => {},
    )
    forgetPlans()
  }
  return (
    <li data-resolved={comment.resolved}>
      <span className={styles.mark} aria-hidden="true">
        {number}
      </span>
      <div>
        <span className={styles.by}>
          <strong>{comment.author_name}</strong> {formatTime(comment.created_at, i18n.language)}
          {comment.resolved && ` · ${t('planning.flow.resolved')}`}
        </span>
        <p>{comment.text}</p>
        <span className={styles.links}>
          {longitude !== null && latitude !== null && (
            <button type="button" onClick={() => useConsole.getState().fly({ center: [longitude, latitude], zoom: CLOSE })}>
              {t('planning.flow.showPlace')}
            </button>
          )}
          {mayWrite && (
            <button type="button" onClick={() => void resolve()}>
              {t(comment.resolved ? 'planning.flow.reopen' : 'planning.flow.resolve')}
            </button>
          )}
        </span>
      </div>
    </li>
  )
}
