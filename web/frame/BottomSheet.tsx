import { IconX } from '@tabler/icons-react'
import { type PointerEvent, type ReactNode, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './BottomSheet.module.css'
import { IconButton } from './IconButton.tsx'

interface Props {
  readonly label: string
  readonly children: ReactNode
  readonly head?: ReactNode
  readonly onClose: () => void
}

/** Heights a sheet rests at, as shares of the screen. Pulled below the lowest it closes. */
const RESTS = [0.28, 0.5, 0.9] as const
const CLOSE_BELOW = 0.16

/** A panel that comes up from below: half the screen at first, more or less by dragging or pressing its handle. */
export function BottomSheet({ label, children, head, onClose }: Props) {
  const { t } = useTranslation()
  const [share, setShare] = useState<number>(RESTS[1])
  const [dragging, setDragging] = useState(false)
  const start = useRef<{ y: number; share: number; moved: boolean } | null>(null)

  const down = (event: PointerEvent) => {
    if ((event.target as HTMLElement).closest('select, [data-sheet-control]')) return
    start.current = { y: event.clientY, share, moved: false }
  }
  const move = (event: PointerEvent) => {
    if (!start.current) return
    const change = (start.current.y - event.clientY) / window.innerHeight
    if (Math.abs(change) < 0.01 && !start.current.moved) return
    // Only a drag takes the pointer; a press stays a press for whatever button it was on.
    if (!start.current.moved) event.currentTarget.setPointerCapture(event.pointerId)
    start.current.moved = true
    setDragging(true)
    setShare(Math.min(0.94, Math.max(0.08, start.current.share + change)))
  }
  const up = () => {
    if (!start.current) return
    const { moved } = start.current
    start.current = null
    setDragging(false)
    if (!moved) return
    if (share < CLOSE_BELOW) return onClose()
    setShare(RESTS.reduce((best, rest) => (Math.abs(rest - share) < Math.abs(best - share) ? rest : best)))
  }
  const step = () => setShare(share < 0.4 ? RESTS[1] : share < 0.7 ? RESTS[2] : RESTS[0])

  return (
    <section className={styles.sheet} style={{ height: `${share * 100}dvh` }} data-dragging={dragging} aria-label={label}>
      <header className={styles.head} onPointerDown={down} onPointerMove={move} onPointerUp={up} onPointerCancel={up}>
        <button type="button" className={styles.handle} aria-label={t('frame.sheetHandle')} onClick={step} />
        <div className={styles.row} data-bare={head === undefined}>
          {head}
          <span data-sheet-control>
            <IconButton label={t('frame.close')} size="touch" onClick={onClose}>
              <IconX size={19} stroke={1.7} />
            </IconButton>
          </span>
        </div>
      </header>
      <div className={styles.body}>{children}</div>
    </section>
  )
}
