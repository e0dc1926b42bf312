import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Edit, Position } from '#geodata/fabric/index.ts'
import { sendJson } from '../../../api/client.ts'
import side from '../../../responsibility/side/Side.module.css'
import { forgetPlans } from '../../api/plans.ts'
import type { PlanDetail, Step } from '../../api/types.ts'
import { type Session, say, useEditor } from '../../editor/editor.ts'
import { reload } from '../../editor/open.ts'
import { knownVersion } from '../../editor/versions.ts'
import { zoomToPositions } from '../../editor/zoom.ts'
import { showShapes } from '../../map/extra.ts'
import { useRefusalWords } from '../../map/use_hint.ts'
import styles from './GridsPart.module.css'

/** Steps that could not be carried out on the land as it is now: look at both, and give up the step or draw it anew. */
export function Conflicts({ plan }: { plan: PlanDetail }) {
  const { t } = useTranslation()
  const conflicts = useEditor((editor) => editor.conflicts)
  const session = useEditor((editor) => editor.session)
  const mayDraw = useEditor((editor) => editor.mayDraw)
  const words = useRefusalWords()
  const client = useQueryClient()
  const [shown, setShown] = useState<number | null>(null)
  const step = conflicts.find(({ number }) => number === shown)
  useEffect(() => {
    if (!step || !session) return
    return showShapes(shapesOf(session, step))
  }, [step, session])
  // What has been published stands in the land already.
  if (conflicts.length === 0 || plan.state === 'published' || plan.state === 'withdrawn') return null
  const show = (one: Step) => {
    setShown(one.number)
    const places = [...strokesOf(one.edits), ...(one.shapes ?? []).flatMap(polygonsOf).flat(2)]
    if (places.length > 0) zoomToPositions(places)
  }
  const drop = async (number: number) => {
    try {
      await sendJson('POST', `/api/plans/${plan.id}/steps/${number}/drop`, { body: {}, version: knownVersion(plan) })
      await reload(plan.id)
      forgetPlans()
      say({ text: t('planning.conflicts.dropped', { n: number }), tone: 'good' })
    } catch (problem) {
      await client.invalidateQueries({ queryKey: ['plans'] })
      say({ text: problem instanceof Error ? problem.message : String(problem) })
    }
  }
  return (
    <section className={styles.conflicts} aria-label={t('planning.conflicts.title', { n: conflicts.length })}>
      <h3>{t('planning.conflicts.title', { n: conflicts.length })}</h3>
      <p>{t('planning.conflicts.about')}</p>
      <ul>
        {conflicts.map((one) => (
          <li key={one.number}>
            <strong>
              {t('planning.conflicts.step', { n: one.number, label: t(`planning.kinds.${one.label as Edit['kind']}`) })}
            </strong>
            {one.conflict && <span>{words(one.conflict)}</span>}
            <div>
              <button type="button" className={side.button} aria-pressed={shown === one.number} onClick={() => show(one)}>
                {t('planning.conflicts.show')}
              </button>
              {mayDraw && (
                <button type="button" className={side.button} onClick={() => void drop(one.number)}>
                  {t('planning.conflicts.drop')}
                </button>
              )}
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

type Shape = NonNullable<Step['shapes']>[number]

/** What the step drew. */
const polygonsOf = (shape: Shape) => shape.polygons ?? shape.mine ?? []

const strokesOf = (edits: readonly Edit[]): Position[] => edits.flatMap((edit) => ('stroke' in edit ? [...edit.stroke] : []))

function shapesOf({ shapes }: Session, { shapes: drawn = [], edits }: Step): GeoJSON.Feature[] {
  const { fabric } = useEditor.getState()
  const feature = (geometry: GeoJSON.Geometry, part: string): GeoJSON.Feature => ({
    type: 'Feature',
    geometry,
    properties: { part },
  })
  const now = drawn.flatMap(({ grid }) => {
    const outline = fabric?.grids.has(grid) ? shapes.grid(fabric, grid) : undefined
    return outline ? [feature(outline, 'now')] : []
  })
  const then = drawn.map((shape) => feature(shapes.polygons(polygonsOf(shape)), 'then'))
  const strokes = edits.flatMap((edit) => ('stroke' in edit ? [feature(shapes.line(edit.stroke), 'then')] : []))
  return [...now, ...then, ...strokes]
}
