import { IconPlus } from '@tabler/icons-react'
import type { UseQueryResult } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { ServerState } from '../../api/types.ts'
import side from '../../responsibility/side/Side.module.css'
import { Failed, Loading } from '../../responsibility/side/States.tsx'
import { LayersBelow } from './LayersBelow.tsx'
import styles from './PlanList.module.css'

interface Props<Data> {
  readonly title: string
  /** What the button for a new one says; null for who may not make any. */
  readonly make: string | null
  /** Other ways to new ones, beside that button. */
  readonly others?: ReactNode
  readonly form: (close: () => void) => ReactNode
  readonly query: Pick<UseQueryResult<Data>, 'data' | 'error' | 'refetch' | 'isFetching'>
  readonly children: (data: Data) => ReactNode
  readonly state: ServerState
}

/** A list of what can be made, with the way to a new one; below it the layers, as in every workspace. */
export function MadeList<Data>({
  title,
  make,
  others,
  form,
  query: { data, error, refetch, isFetching },
  children,
  state,
}: Props<Data>) {
  const [isMaking, setMaking] = useState(false)
  return (
    <>
      <header className={styles.head}>
        <h2>{title}</h2>
        {make !== null && !isMaking && (
          <span className={styles.buttons}>
            {others}
            <button type="button" className={side.button} data-main="true" onClick={() => setMaking(true)}>
              <IconPlus size={15} stroke={1.8} aria-hidden="true" />
              {make}
            </button>
          </span>
        )}
      </header>
      <div className={styles.body}>
        {isMaking && form(() => setMaking(false))}
        {data !== undefined ? (
          children(data)
        ) : error && !isFetching ? (
          <Failed error={error} onRetry={() => void refetch()} />
        ) : (
          <Loading />
        )}
        <LayersBelow state={state} />
      </div>
    </>
  )
}
