import { Problem } from '../../api/problem.ts'
import { Empty, Failed } from '../../responsibility/side/States.tsx'
import { useRiversWords } from '../use_rivers_words.ts'

/** Why there is nothing to see, and what to do about it. */
export function Away({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { t } = useRiversWords()
  const isUnreachable = error instanceof Problem && error.status === 0
  return (
    <>
      {isUnreachable && <Empty>{t('rivers.list.notKept')}</Empty>}
      <Failed error={error} onRetry={onRetry} />
    </>
  )
}
