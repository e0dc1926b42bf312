import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Segments } from '../../analysis/Segments.tsx'
import { Problem } from '../../api/problem.ts'
import type { ServerState } from '../../api/types.ts'
import { LayerList } from '../../layers/LayerList.tsx'
import side from '../../responsibility/side/Side.module.css'
import { Failed, Loading } from '../../responsibility/side/States.tsx'
import { useConsole } from '../../state/store.ts'
import { PLAN_PARTS } from '../../state/url.ts'
import { useReason } from '../../values/use_reason.ts'
import { planQuery } from '../api/plans.ts'
import type { PlanDetail } from '../api/types.ts'
import { useEditor } from '../editor/editor.ts'
import { followPlan, LandUnusable, tryAgain, useOpening } from '../editor/open.ts'
import { CheckPart } from './check/CheckPart.tsx'
import { ComparePart } from './compare/ComparePart.tsx'
import { FlowPart } from './flow/FlowPart.tsx'
import { GridsPart } from './grids/GridsPart.tsx'
import { PlanHead } from './PlanHead.tsx'
import styles from './PlanPanel.module.css'

/** One plan at the side: what is in it, what is wrong, what changes, and where it is on its way. */
export function PlanPanel({ id, state }: { id: number; state: ServerState }) {
  const { data, error, refetch, isFetching } = useQuery(planQuery(id))
  useFollowing(id, data)
  if (!data)
    return error && !isFetching ? (
      <>
        <PlanHead plan={null} state={state} />
        <Failed error={error} onRetry={() => void refetch()} />
      </>
    ) : (
      <Loading />
    )
  return (
    <>
      <PlanHead plan={data} state={state} />
      <Tabs />
      <div className={styles.body}>
        <Part plan={data} state={state} />
      </div>
    </>
  )
}

/** What the server says of the plan decides whether it may be drawn in, and whether somebody else has. */
function useFollowing(id: number, plan: PlanDetail | undefined): void {
  const session = useEditor((editor) => editor.session)
  const mayDraw = plan?.may.edit ?? false
  const version = plan?.version ?? 0
  useEffect(() => {
    useEditor.setState({ mayDraw })
    if (!mayDraw) useEditor.setState({ tool: null, places: [], proposal: null })
  }, [mayDraw])
  useEffect(() => {
    if (session?.plan === id && version > session.sender.version()) void followPlan(id)
  }, [session, id, version])
}

function Tabs() {
  const { t } = useTranslation()
  const part = useConsole((console) => console.planPart)
  return (
    <div className={styles.tabs}>
      <Segments
        label={t('planning.parts.label')}
        value={part}
        options={PLAN_PARTS.map((value) => ({ value, label: t(`planning.parts.${value}`) }))}
        onChange={(value) => useConsole.getState().openPlanPart(value)}
      />
    </div>
  )
}

function Part({ plan, state }: { plan: PlanDetail; state: ServerState }) {
  const part = useConsole((console) => console.planPart)
  switch (part) {
    case 'grids':
      return (
        <WithLand>
          <GridsPart plan={plan} />
        </WithLand>
      )
    case 'check':
      return (
        <WithLand>
          <CheckPart plan={plan} />
        </WithLand>
      )
    case 'compare':
      return <ComparePart plan={plan} />
    case 'flow':
      return <FlowPart plan={plan} />
    case 'layers':
      return <LayerList state={state} />
  }
}

/** Parts that are about the land wait for it. */
function WithLand({ children }: { children: React.ReactNode }) {
  const { t } = useTranslation()
  const isOpen = useEditor((editor) => editor.session !== null)
  const error = useOpening((opening) => opening.error)
  const reason = useReason(error)
  if (isOpen) return children
  if (!error) return <Loading />
  if (error instanceof LandUnusable) return <p className={side.failed}>{t('planning.landUnusable', { code: error.message })}</p>
  if (error instanceof Problem && error.status === 403) return <p className={side.note}>{t('planning.noLand')}</p>
  return (
    <div className={side.failed} role="alert">
      {t('planning.openFailed', { reason })}
      <button type="button" className={side.button} onClick={tryAgain}>
        {t('failure.retry')}
      </button>
    </div>
  )
}
