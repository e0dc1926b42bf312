import { IconSearch, IconX } from '@tabler/icons-react'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../frame/IconButton.tsx'
import { useNarrow } from '../frame/narrow.ts'
import { goTo } from './go_to.ts'
import { ResultList } from './ResultList.tsx'
import styles from './SearchBox.module.css'
import { useSearch } from './use_search.ts'

/** One box for places, codes, names and coordinates. `/` comes here from anywhere. */
export function SearchBox() {
  const { t } = useTranslation()
  const narrow = useNarrow()
  const input = useRef<HTMLInputElement>(null)
  const box = useRef<HTMLDivElement>(null)
  const listId = useId()
  const [text, setText] = useState('')
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState(0)
  const search = useSearch(text)
  const { answers } = search
  const shown = open && text.trim() !== ''
  const current = Math.min(active, answers.length - 1)

  useSlash(input)

  const choose = (index: number) => {
    const answer = answers[index]
    if (!answer) return
    goTo(answer)
    setOpen(false)
    input.current?.blur()
  }
  const change = (value: string) => {
    setText(value)
    setActive(0)
    setOpen(true)
  }
  const key = (event: KeyboardEvent) => {
    // An input method needs these keys for choosing characters.
    if (event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown') setActive(Math.min(current + 1, answers.length - 1))
    else if (event.key === 'ArrowUp') setActive(Math.max(current - 1, 0))
    else if (event.key === 'Enter') choose(current)
    else if (event.key === 'Escape' && (shown || text)) {
      if (shown) setOpen(false)
      else setText('')
    } else return
    event.preventDefault()
  }

  return (
    <search
      className={styles.box}
      ref={box}
      onBlur={(event) => {
        if (!box.current?.contains(event.relatedTarget)) setOpen(false)
      }}
    >
      <IconSearch className={styles.lens} size={17} stroke={1.7} aria-hidden="true" />
      <input
        ref={input}
        type="text"
        role="combobox"
        inputMode="search"
        enterKeyHint="search"
        autoComplete="off"
        spellCheck={false}
        aria-label={t('search.label')}
        aria-expanded={shown}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-keyshortcuts="/"
        aria-activedescendant={shown && answers.length > 0 ? `${listId}-${current}` : undefined}
        placeholder={t(narrow ? 'search.placeholder' : 'search.placeholderLong')}
        value={text}
        onChange={(event) => change(event.target.value)}
        onFocus={() => setOpen(true)}
        onClick={() => setOpen(true)}
        onKeyDown={key}
      />
      {text ? (
        <IconButton
          label={t('search.clear')}
          size={narrow ? 'touch' : 'small'}
          onClick={() => {
            change('')
            input.current?.focus()
          }}
        >
          <IconX size={15} stroke={1.8} />
        </IconButton>
      ) : (
        !narrow && <kbd>/</kbd>
      )}
      {shown && (
        <ResultList id={listId} text={text.trim()} search={search} active={current} onHover={setActive} onChoose={choose} />
      )}
    </search>
  )
}

/** `/` focuses the box, unless somebody is typing. */
function useSlash(input: React.RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    const focus = (event: globalThis.KeyboardEvent) => {
      const typing = event.target instanceof HTMLElement && event.target.matches('input, textarea, select, [contenteditable]')
      if (event.key !== '/' || typing || event.ctrlKey || event.metaKey || event.altKey) return
      event.preventDefault()
      input.current?.focus()
      input.current?.select()
    }
    window.addEventListener('keydown', focus)
    return () => window.removeEventListener('keydown', focus)
  }, [input])
}
