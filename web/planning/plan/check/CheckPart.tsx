import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Edit } from '#geodata/fabric/index.ts'
import { applyStep } from '#geodata/planning/index.ts'
import side from '../../../responsibility/side/Side.module.css'
import { Failed, Loading } from '../../../responsibility/side/States.tsx'
import { findingsQuery } from '../../api/plans.ts'
import type { PlanDetail, ServerFinding } from '../../api/types.ts'
import { chooseGrid, useEditor } from '../../editor/editor.ts'
import { zoomToGrid, zoomToPosition } from '../../editor/zoom.ts'
import { useListKeys } from '../../map/use_list_keys.ts'
import styles from './CheckPart.module.css'
import { FindingRow } from './FindingRow.tsx'

/** What the rules of the scheme say against the draft, numbered; `J` and `K` go through them. */
export function CheckPart({ plan }: { plan: PlanDetail }) {
  const { t } = useTranslation()
  const { data, error, refetch, isFetching } = useQuery(findingsQuery(plan.id))
  const waiting = useEditor((editor) => editor.waiting)
  const [index, setIndex] = useState<number | null>(null)
  const findings = data ?? []
  const current = index === null ? undefined : findings[index]
  useListKeys(findings.length, index, setIndex)
  useShowing(current)
  if (!data) return error && !isFetching ? <Failed error={error} onRetry={() => void refetch()} /> : <Loading />
  const count = (severity: ServerFinding['severity']) =>
    findings.filter((one) => !one.excepted && one.severity === severity).length
  return (
    <section className={styles.part} aria-label={t('planning.parts.check')} aria-busy={isFetching}>
      {findings.length === 0 ? (
        <p className={side.note}>
          {t('planning.check.sound')} {t('planning.check.soundHint')}
        </p>
      ) : (
        <p className={styles.counts}>
          <strong data-severity="error">{t('planning.check.errors', { n: count('error') })}</strong>
          <strong data-severity="warning">{t('planning.check.warnings', { n: count('warning') })}</strong>
          <span>{t('planning.check.excepted', { n: findings.filter(({ excepted }) => excepted).length })}</span>
          <small>{t('planning.check.keys')}</small>
        </p>
      )}
      {waiting > 0 && <p className={side.note}>{t('planning.check.unsaved')}</p>}
      <ol className={styles.list}>
        {findings.map((finding, number) => (
          <FindingRow
            key={`${finding.rule} ${finding.grid ?? finding.cell}`}
            plan={plan}
            finding={finding}
            number={number + 1}
            isCurrent={number === index}
            onChoose={() => setIndex(number === index ? null : number)}
          />
        ))}
      </ol>
    </section>
  )
}

/** The map goes to the finding; what would mend it is shown as if it were being drawn. */
function useShowing(finding: ServerFinding | undefined): void {
  useEffect(() => {
    if (!finding) return
    if (finding.grid) {
      chooseGrid(finding.grid)
      zoomToGrid(finding.grid)
    } else if (finding.at) zoomToPosition(finding.at)
    const { fabric, session } = useEditor.getState()
    if (!finding.fix || !fabric || !session) return
    const result = applyStep(fabric, session.scope, finding.fix)
    if ('refused' in result) return
    const grids = finding.fix.flatMap(gridsOf)
    const proposal = { edits: finding.fix, grids, after: result.fabric }
    useEditor.setState({ proposal, tool: null })
    return () => {
      if (useEditor.getState().proposal === proposal) useEditor.setState({ proposal: null })
    }
  }, [finding])
}

/** The grids whose numbers an edit changes, as far as the fixes go. */
function gridsOf(edit: Edit): string[] {
  if (edit.kind === 'merge_grids') return [edit.into, ...edit.grids]
  return edit.kind === 'assign_cells' ? [edit.grid] : []
}
