import { IconMapPin, IconMapPinPlus, IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRights } from '../../../access/use_rights.ts'
import { sendJson } from '../../../api/client.ts'
import type { Position } from '../../../api/types.ts'
import { showFound } from '../../../map/found.ts'
import { useMapHolder } from '../../../map/holder.ts'
import side from '../../../responsibility/side/Side.module.css'
import { Failed, Loading } from '../../../responsibility/side/States.tsx'
import { type Spot, useConsole } from '../../../state/store.ts'
import { useReason } from '../../../values/use_reason.ts'
import { commentsQuery, forgetPlans } from '../../api/plans.ts'
import type { PlanComment, PlanDetail } from '../../api/types.ts'
import { takeTool } from '../../editor/editor.ts'
import { CommentRow } from './CommentRow.tsx'
import styles from './FlowPart.module.css'

/** What reviewers say, each at its place on the map. */
export function Comments({ plan }: { plan: PlanDetail }) {
  const { t } = useTranslation()
  const { data, error, refetch, isFetching } = useQuery(commentsQuery(plan.id))
  const mayWrite = useRights()('plans.write', plan.territory_code)
  useEffect(() => {
    if (data) return showFound(pinsOf(data))
  }, [data])
  return (
    <section className={styles.block}>
      <h3>{t('planning.flow.comments')}</h3>
      {data ? (
        data.length === 0 ? (
          <p className={styles.none}>{t('planning.flow.noComments')}</p>
        ) : (
          <ol className={styles.comments}>
            {data.map((comment, index) => (
              <CommentRow key={comment.id} plan={plan} comment={comment} number={index + 1} mayWrite={mayWrite} />
            ))}
          </ol>
        )
      ) : error && !isFetching ? (
        <Failed error={error} onRetry={() => void refetch()} />
      ) : (
        <Loading />
      )}
      {mayWrite && <CommentForm plan={plan} />}
    </section>
  )
}

const pinsOf = (comments: readonly PlanComment[]): GeoJSON.Feature[] =>
  comments.flatMap(({ longitude, latitude, resolved }, index) =>
    longitude === null || latitude === null || resolved
      ? []
      : [
          {
            type: 'Feature',
            geometry: { type: 'Point', coordinates: [longitude, latitude] },
            properties: { mark: String(index + 1) },
          },
        ],
  )

function CommentForm({ plan }: { plan: PlanDetail }) {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const [isPinning, setPinning] = useState(false)
  const [pin, setPin] = useState<Position | null>(null)
  const [error, setError] = useState<unknown>(null)
  const reason = useReason(error)
  usePinning(isPinning, (position) => {
    setPin(position)
    setPinning(false)
  })
  useEffect(() => {
    useConsole.getState().dropPin(pin)
    return () => useConsole.getState().dropPin(null)
  }, [pin])
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!text.trim()) return
    setError(null)
    try {
      const [longitude, latitude] = pin ?? [null, null]
      await sendJson('POST', `/api/plans/${plan.id}/comments`, { body: { text: text.trim(), longitude, latitude } })
      setText('')
      setPin(null)
      forgetPlans()
    } catch (problem) {
      setError(problem)
    }
  }
  return (
    <form className={styles.comment} onSubmit={(event) => void submit(event)}>
      <textarea
        rows={2}
        maxLength={2000}
        value={text}
        aria-label={t('planning.flow.commentText')}
        placeholder={t('planning.flow.commentText')}
        onChange={({ target }) => setText(target.value)}
      />
      <div className={styles.buttons}>
        {pin ? (
          <button type="button" className={side.button} onClick={() => setPin(null)} title={t('planning.flow.unpin')}>
            <IconMapPin size={15} stroke={1.7} aria-hidden="true" />
            {t('planning.flow.pinned')}
            <IconX size={13} stroke={1.8} aria-hidden="true" />
          </button>
        ) : (
          <button type="button" className={side.button} aria-pressed={isPinning} onClick={() => setPinning(!isPinning)}>
            <IconMapPinPlus size={15} stroke={1.7} aria-hidden="true" />
            {t(isPinning ? 'planning.flow.pinning' : 'planning.flow.pin')}
          </button>
        )}
        <button type="submit" className={side.button} data-main="true" disabled={!text.trim()}>
          {t('planning.flow.send')}
        </button>
      </div>
      {error !== null && (
        <p className={styles.error} role="alert">
          {reason}
        </p>
      )}
    </form>
  )
}

/** The next click on the map is the place; afterwards clicks mean again what they did. */
function usePinning(isOn: boolean, onPin: (position: Position) => void): void {
  useEffect(() => {
    if (!isOn) return
    // A tool in hand would take the click for itself.
    takeTool(null)
    const before = useMapHolder.getState().tool
    const sheet = useConsole.getState().sheet
    // On a phone, the sheet makes room for the map meanwhile.
    const take = ({ position }: Spot) => onPin(position)
    useMapHolder.setState({ tool: take })
    return () => {
      if (useMapHolder.getState().tool === take) useMapHolder.setState({ tool: before })
      if (sheet) useConsole.getState().openSheet(sheet)
    }
  }, [isOn, onPin])
}
