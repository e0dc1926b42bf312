import { useQuery } from '@tanstack/react-query'
import { useRights } from '../../access/use_rights.ts'
import { Segments } from '../../analysis/Segments.tsx'
import { formatStretch } from '../../responsibility/chainage.ts'
import { Empty, Failed, Loading } from '../../responsibility/side/States.tsx'
import { formatCount } from '../../values/numbers.ts'
import { BoardActions, BoardStanding } from '../detail/BoardSection.tsx'
import { openSegment } from '../open_segment.ts'
import { type Board, boardsQuery } from '../queries.ts'
import { useRiversWords } from '../use_rivers_words.ts'
import { look, useRiversView } from '../view.ts'
import styles from './Boards.module.css'

/** Signboards that do not name today's chiefs, the most overdue first: each to be printed, and ticked off once it stands. */
export function BoardsPart() {
  const { t } = useRiversWords()
  const { boards: state } = useRiversView()
  const { data, error, isFetching, refetch } = useQuery(boardsQuery(state))
  return (
    <>
      <div className={styles.head}>
        <Segments
          label={t('rivers.parts.boards')}
          value={state}
          options={(['due', 'all'] as const).map((value) => ({ value, label: t(`rivers.boards.${value}`) }))}
          onChange={(value) => look({ boards: value })}
        />
        {data && <span>{t('rivers.boards.count', { n: formatCount(data.total) })}</span>}
      </div>
      {data ? (
        <List boards={data.boards} state={state} />
      ) : error && !isFetching ? (
        <Failed error={error} onRetry={() => void refetch()} />
      ) : (
        <Loading />
      )}
    </>
  )
}

function List({ boards, state }: { boards: readonly Board[]; state: 'due' | 'all' }) {
  const { t } = useRiversWords()
  if (boards.length === 0) return <Empty>{t(state === 'due' ? 'rivers.boards.none' : 'rivers.boards.noneAll')}</Empty>
  return (
    <ul className={styles.list}>
      {boards.map((board) => (
        <Item key={board.id} board={board} />
      ))}
    </ul>
  )
}

function Item({ board }: { board: Board }) {
  const { t, name } = useRiversWords()
  const mayWrite = useRights()('rivers.write')
  const { id, river_name, chainage_from_m, chainage_to_m, signboard, chiefs, bbox } = board
  const title = name(board)
  return (
    <li>
      <button
        type="button"
        className={styles.title}
        aria-label={t('rivers.boards.show', { name: title })}
        onClick={() => openSegment(id, bbox)}
      >
        <strong>{title}</strong>
        <small>
          {river_name} · {formatStretch(chainage_from_m, chainage_to_m)}
        </small>
      </button>
      <BoardStanding board={signboard} />
      {chiefs.length > 0 && (
        <small>{chiefs.map(({ level, person }) => `${t(`rivers.chiefs.${level}`)} ${name(person)}`).join(' · ')}</small>
      )}
      <BoardActions id={id} name={board.name} mayWrite={mayWrite && signboard.due_on !== null} />
    </li>
  )
}
