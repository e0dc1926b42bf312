import { useDebouncedValue } from '@mantine/hooks'
import { IconSearch, IconX } from '@tabler/icons-react'
import { keepPreviousData, type QueryKey, useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, type ReactNode, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../../frame/IconButton.tsx'
import { useReason } from '../../values/use_reason.ts'
import styles from './Finder.module.css'

const PAUSE_MS = 180

export interface Found<Value> {
  readonly value: Value
  readonly key: string | number
  readonly name: string
  /** What tells it from others of the same name. */
  readonly aside: string
}

export interface Search<Value> {
  readonly queryKey: QueryKey
  readonly queryFn: (context: { signal: AbortSignal }) => Promise<readonly Found<Value>[]>
}

interface Props<Value> {
  readonly label: string
  readonly placeholder: string
  /** What is chosen. */
  readonly chosen: { readonly name: string; readonly aside?: string } | null
  readonly search: (text: string) => Search<Value>
  readonly onChange: (found: Found<Value> | null) => void
  readonly labelHidden?: boolean
  readonly icon?: ReactNode
  /** Can't be without a value. */
  readonly required?: boolean
  readonly error?: string | undefined
}

/** Something out of very many, found by a part of its name. */
export function Finder<Value>({
  label,
  placeholder,
  chosen,
  search,
  onChange,
  labelHidden,
  icon,
  required,
  error,
}: Props<Value>) {
  const { t } = useTranslation()
  const id = useId()
  const [text, setText] = useState('')
  const [active, setActive] = useState(0)
  const [open, setOpen] = useState(false)
  const [settled] = useDebouncedValue(text.trim(), PAUSE_MS)
  const shown = open && !chosen
  const answer = useQuery({ ...search(settled), enabled: shown, placeholderData: keepPreviousData })
  const reason = useReason(answer.error)
  const found = answer.data ?? []
  const current = Math.min(active, found.length - 1)

  const choose = (one: Found<Value> | undefined) => {
    if (!one) return
    onChange(one)
    setText('')
    setOpen(false)
  }
  const key = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown') setActive(Math.min(current + 1, found.length - 1))
    else if (event.key === 'ArrowUp') setActive(Math.max(current - 1, 0))
    else if (event.key === 'Enter') choose(found[current])
    else if (event.key === 'Escape' && shown) {
      setOpen(false)
      event.stopPropagation()
    } else return
    event.preventDefault()
  }
  return (
    <div className={styles.finder}>
      <label className={labelHidden ? 'visually-hidden' : styles.label} htmlFor={id}>
        {label}
      </label>
      <div className={styles.box} data-invalid={error !== undefined}>
        {icon ?? <IconSearch size={15} stroke={1.7} aria-hidden="true" />}
        {chosen ? (
          <>
            <strong>
              {chosen.name}
              {chosen.aside && <small>{chosen.aside}</small>}
            </strong>
            <IconButton
              label={t(required ? 'staff.chooseOther' : 'staff.clearChoice', { label })}
              size="small"
              onClick={() => onChange(null)}
            >
              <IconX size={14} stroke={1.8} />
            </IconButton>
          </>
        ) : (
          <input
            id={id}
            type="text"
            role="combobox"
            autoComplete="off"
            spellCheck={false}
            aria-expanded={shown}
            aria-controls={`${id}-list`}
            aria-autocomplete="list"
            aria-invalid={error !== undefined}
            aria-activedescendant={shown && found.length > 0 ? `${id}-${current}` : undefined}
            placeholder={placeholder}
            value={text}
            onChange={({ target }) => {
              setText(target.value)
              setActive(0)
              setOpen(true)
            }}
            onFocus={() => setOpen(true)}
            onBlur={() => setOpen(false)}
            onKeyDown={key}
          />
        )}
      </div>
      {shown && found.length > 0 && (
        <div className={styles.list} role="listbox" id={`${id}-list`} aria-label={label}>
          {found.map((one, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the input has the keyboard
            <div
              key={one.key}
              id={`${id}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === current}
              onPointerEnter={() => setActive(index)}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => choose(one)}
            >
              {one.name}
              <small>{one.aside}</small>
            </div>
          ))}
        </div>
      )}
      {shown && found.length === 0 && (answer.isError || answer.isSuccess) && (
        <p className={styles.none} role="status">
          {answer.isError ? reason : t('staff.noneFound')}
        </p>
      )}
      {error && (
        <p className={styles.error} role="alert">
          {error}
        </p>
      )}
    </div>
  )
}
