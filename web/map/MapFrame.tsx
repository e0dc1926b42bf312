import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ServerState } from '../api/types.ts'
import { canDraw } from './create_map.ts'
import { useMapHolder } from './holder.ts'
import { MapCanvas } from './MapCanvas.tsx'
import styles from './MapFrame.module.css'

/** Time for the graphics device to come back before a new map asks for it. */
const REMAKE_MS = 800

/** The map, and what stands in its place when there is none. */
export function MapFrame({ state }: { state: ServerState }) {
  const { t } = useTranslation()
  const [drawable] = useState(canDraw)
  const [generation, setGeneration] = useState(0)
  const [lost, setLost] = useState(false)
  const tilesFailed = useMapHolder((holder) => holder.tilesFailed)
  const isEmpty = Object.values(state.layers).every(({ count }) => count === 0)

  const remake = useCallback(() => {
    setLost(true)
    window.setTimeout(() => {
      setLost(false)
      setGeneration((number) => number + 1)
    }, REMAKE_MS)
  }, [])

  if (!drawable) {
    return (
      <div className={styles.center}>
        <Card title={t('failure.noWebglTitle')}>{t('failure.noWebglText')}</Card>
      </div>
    )
  }
  return (
    <>
      {!lost && <MapCanvas key={generation} state={state} onLost={remake} />}
      {lost && <Strip>{t('failure.contextLost')}</Strip>}
      {tilesFailed && <Strip>{t('failure.tiles')}</Strip>}
      {isEmpty && (
        <div className={styles.over}>
          <Card title={t('failure.emptyTitle')}>
            {t('failure.emptyText')}
            <code className={styles.command}>npm run import</code>
          </Card>
        </div>
      )}
    </>
  )
}

function Card({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <section className={styles.card}>
      <h2>{title}</h2>
      <p>{children}</p>
    </section>
  )
}

function Strip({ children }: { children: string }) {
  return (
    <div className={styles.strip} role="status">
      {children}
    </div>
  )
}
