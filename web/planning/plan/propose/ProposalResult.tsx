import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { applyStep } from '#geodata/planning/index.ts'
import side from '../../../responsibility/side/Side.module.css'
import { Failed } from '../../../responsibility/side/States.tsx'
import { formatShare } from '../../../values/numbers.ts'
import { cancelProposal, type ProposalJob, readProposal } from '../../api/proposals.ts'
import { commit, useEditor } from '../../editor/editor.ts'
import { showShapes } from '../../map/extra.ts'
import styles from './Propose.module.css'
import { UnmetList } from './UnmetList.tsx'

interface Props {
  readonly plan: number
  readonly job: string
  readonly onEnd: () => void
  readonly onTaken: () => void
}

const ASK_MS = 700

/** How far it is, then what it proposes: on the map, and in numbers. */
export function ProposalResult({ plan, job, onEnd, onTaken }: Props) {
  const { t } = useTranslation()
  const { data, error, refetch } = useQuery({
    queryKey: ['proposal', plan, job],
    queryFn: ({ signal }) => readProposal(plan, job, signal),
    refetchInterval: ({ state }) => (state.data && state.data.state !== 'running' ? false : ASK_MS),
  })
  useProposed(data)
  if (error) return <Failed error={error} onRetry={() => void refetch()} />
  if (!data || data.state === 'running') {
    const { done, total } = data ?? { done: 0, total: 0 }
    return (
      <div className={styles.result} role="status">
        <span>{t('planning.propose.running')}</span>
        <progress {...(total > 0 && { value: done, max: total })} />
        <button
          type="button"
          className={side.button}
          onClick={() => {
            void cancelProposal(plan, job).catch(() => {})
            onEnd()
          }}
        >
          {t('planning.propose.cancel')}
        </button>
      </div>
    )
  }
  const edits = data.edits ?? []
  const share = (value: number | undefined) => (value === undefined ? '' : formatShare(value))
  return (
    <div className={styles.result} role="status">
      {data.state !== 'done' ? (
        <span>{data.refusal ? t(`planning.propose.refusals.${data.refusal.code}`) : t(`planning.propose.${data.state}`)}</span>
      ) : edits.length === 0 ? (
        <span>{t('planning.propose.nothing')}</span>
      ) : (
        <>
          <strong>{t('planning.propose.groups', { n: data.measures?.groups ?? 0 })}</strong>
          <span>
            {t(data.before ? 'planning.propose.imbalanceFrom' : 'planning.propose.imbalance', {
              before: share(data.before?.imbalance),
              after: share(data.measures?.imbalance),
            })}
          </span>
        </>
      )}
      <UnmetList unmet={data.unmet ?? []} />
      <div className={styles.buttons}>
        {data.state === 'done' && edits.length > 0 && (
          <button type="button" className={side.button} data-main="true" onClick={() => commit(edits) && onTaken()}>
            {t('planning.propose.take')}
          </button>
        )}
        <button type="button" className={side.button} onClick={onEnd}>
          {t('planning.propose.leave')}
        </button>
      </div>
    </div>
  )
}

/** Shows what the proposal would make of the land. */
function useProposed(job: ProposalJob | undefined): void {
  const edits = job?.edits
  useEffect(() => {
    const { fabric, session } = useEditor.getState()
    if (!edits || edits.length === 0 || !fabric || !session) return
    const result = applyStep(fabric, session.scope, edits)
    if ('refused' in result) return
    const grids = new Set(edits.flatMap((edit) => (edit.kind === 'regroup' ? edit.groups.map(({ grid }) => grid) : [])))
    return showShapes(
      [...grids].flatMap((id) => {
        const outline = session.shapes.grid(result.fabric, id)
        return outline ? [{ type: 'Feature', geometry: outline, properties: { part: 'outline' } }] : []
      }),
    )
  }, [edits])
}
