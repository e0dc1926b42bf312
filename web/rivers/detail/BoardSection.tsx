import { Loader } from '@mantine/core'
import { IconCheck, IconPrinter } from '@tabler/icons-react'
import { useState } from 'react'
import type { SegmentDetail, SignboardState } from '#geodata/rivers/records.ts'
import { useFile } from '../../api/use_file.ts'
import side from '../../responsibility/side/Side.module.css'
import { today } from '../../values/times.ts'
import { useReason } from '../../values/use_reason.ts'
import { markBoardUpdated } from '../queries.ts'
import status from '../status/Status.module.css'
import { useRiversWords } from '../use_rivers_words.ts'
import styles from './Detail.module.css'
import { Section } from './Section.tsx'

/** Whether the board on the bank names who it is today, by when it must, and the sheet for a new one. */
export function BoardSection({ segment }: { segment: SegmentDetail }) {
  const { t } = useRiversWords()
  return (
    <Section title={t('rivers.detail.board')}>
      <BoardStanding board={segment.signboard} />
      <BoardActions id={segment.id} name={segment.name} mayWrite={segment.may.write && segment.signboard.due_on !== null} />
    </Section>
  )
}

export function BoardStanding({ board }: { board: SignboardState }) {
  const { t, day } = useRiversWords()
  const { updated_on, changed_on, due_on, overdue_days } = board
  const tone = overdue_days > 0 ? 'bad' : due_on ? 'attention' : 'good'
  return (
    <p className={styles.line}>
      <span className={`${status.mark} ${styles.wraps}`} data-tone={tone}>
        {due_on && changed_on
          ? t(overdue_days > 0 ? 'rivers.detail.boardLate' : 'rivers.detail.boardDue', {
              changed: day(changed_on),
              due: day(due_on),
              n: overdue_days,
            })
          : t('rivers.detail.boardCurrent')}
      </span>
      <small>{updated_on ? t('rivers.detail.boardUpdated', { day: day(updated_on) }) : t('rivers.detail.boardNever')}</small>
    </p>
  )
}

export function BoardActions({ id, name, mayWrite }: { id: number; name: string; mayWrite: boolean }) {
  const { t, language } = useRiversWords()
  const { busy, reason, start } = useFile()
  const [isAsked, setAsked] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const why = useReason(error)
  const mark = async () => {
    setAsked(false)
    await markBoardUpdated(id, today()).then(() => setError(null), setError)
  }
  return (
    <>
      <div className={side.line}>
        {isAsked ? (
          <>
            <span className={styles.sure}>{t('rivers.detail.markSure')}</span>
            <button type="button" className={side.button} data-main="true" onClick={() => void mark()}>
              {t('rivers.detail.markYes')}
            </button>
            <button type="button" className={side.button} onClick={() => setAsked(false)}>
              {t('rivers.detail.markNo')}
            </button>
          </>
        ) : (
          <>
            <button
              type="button"
              className={side.button}
              disabled={busy}
              onClick={() =>
                start(`/api/rivers/segments/${id}/signboard.pdf?language=${language}`, t('rivers.detail.printName', { name }))
              }
            >
              {busy ? <Loader size={14} /> : <IconPrinter size={16} stroke={1.8} aria-hidden="true" />}
              {t(busy ? 'rivers.detail.printing' : 'rivers.detail.print')}
            </button>
            {mayWrite && (
              <button type="button" className={side.button} onClick={() => setAsked(true)}>
                <IconCheck size={16} stroke={2} aria-hidden="true" />
                {t('rivers.detail.markUpdated')}
              </button>
            )}
          </>
        )}
      </div>
      {(reason || why) && (
        <p className={styles.warning} role="alert">
          {reason || why}
        </p>
      )}
    </>
  )
}
