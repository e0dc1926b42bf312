import { IconFileUpload } from '@tabler/icons-react'
import { type DragEvent, useState } from 'react'
import styles from './FileDrop.module.css'

interface Props {
  readonly label: string
  /** Large, in the middle: the file that is chosen, or what to do. */
  readonly shown: string
  readonly hint: string
  /** As an `<input>` takes it. */
  readonly accept: string
  readonly disabled?: boolean
  readonly invalid?: boolean
  readonly onFile: (file: File) => void
}

/** One file, chosen or dropped. */
export function FileDrop({ label, shown, hint, accept, disabled = false, invalid = false, onFile }: Props) {
  const [over, setOver] = useState(false)
  const drag = (isOver: boolean) => (event: DragEvent) => {
    event.preventDefault()
    setOver(isOver)
  }
  return (
    <label
      className={styles.drop}
      data-over={over}
      data-invalid={invalid}
      onDragOver={drag(true)}
      onDragLeave={drag(false)}
      onDrop={(event) => {
        drag(false)(event)
        const [dropped] = event.dataTransfer.files
        if (dropped && !disabled) onFile(dropped)
      }}
    >
      <IconFileUpload size={28} stroke={1.4} aria-hidden="true" />
      <span>{shown}</span>
      <small>{hint}</small>
      <input
        className="visually-hidden"
        type="file"
        accept={accept}
        aria-label={label}
        aria-invalid={invalid}
        disabled={disabled}
        onChange={({ target }) => {
          const [chosen] = target.files ?? []
          if (chosen) onFile(chosen)
          // The same file, mended, must be news.
          target.value = ''
        }}
      />
    </label>
  )
}
