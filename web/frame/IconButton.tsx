import { Tooltip } from '@mantine/core'
import type { ReactNode } from 'react'
import styles from './IconButton.module.css'

interface Props {
  readonly label: string
  readonly children: ReactNode
  readonly onClick: () => void
  readonly pressed?: boolean
  readonly disabled?: boolean
  readonly size?: 'small' | 'normal' | 'touch'
  readonly position?: 'top' | 'bottom' | 'left' | 'right'
}

/** A button that shows an icon or a character or two; its name appears on hover and focus. */
export function IconButton({ label, children, onClick, pressed, disabled = false, size = 'normal', position = 'bottom' }: Props) {
  return (
    <Tooltip label={label} position={position}>
      <button
        type="button"
        className={styles.button}
        data-size={size}
        aria-label={label}
        aria-pressed={pressed}
        disabled={disabled}
        onClick={onClick}
      >
        {children}
      </button>
    </Tooltip>
  )
}
