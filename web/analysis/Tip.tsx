import type { ReactNode } from 'react'
import { createPortal } from 'react-dom'
import styles from './Tip.module.css'

interface Props {
  readonly map: { getContainer(): HTMLElement }
  readonly x: number
  readonly y: number
  readonly children: ReactNode
}

/** Beside the pointer, on the side where there is room. */
export function Tip({ map, x, y, children }: Props) {
  const container = map.getContainer()
  const style = { transform: `translate(${x}px, ${y}px)` }
  return createPortal(
    <div
      className={styles.anchor}
      style={style}
      data-left={x > container.clientWidth * 0.6}
      data-up={y > container.clientHeight * 0.7}
    >
      <div className={styles.tip} role="status">
        {children}
      </div>
    </div>,
    container,
  )
}
