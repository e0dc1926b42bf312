import { IconSelector } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import fields from '../access/Fields.module.css'
import { nameOf, territoriesFound, useTerritoryName } from '../access/territories.ts'
import { useRights } from '../access/use_rights.ts'
import styles from './AccountDialog.module.css'

interface Props {
  readonly code: string | null
  readonly error: string | undefined
  readonly onChange: (code: string) => void
  /** Which are offered; the empty code is everywhere. Standard: those that one administers oneself. */
  readonly offers?: (code: string) => boolean
}

/** A county, town or community by its name. */
export function TerritoryField({ code, error, onChange, offers }: Props) {
  const { t } = useTranslation()
  const may = useRights()
  const [open, setOpen] = useState(code === null)
  const territoryName = useTerritoryName(code ? [code] : [])
  if (!open && code !== null) {
    return (
      <button
        type="button"
        className={styles.chosen}
        aria-label={`${t('access.territory')}：${territoryName(code)}`}
        title={t('access.territoryClear')}
        onClick={() => setOpen(true)}
      >
        <span>{territoryName(code)}</span>
        {code && <code>{code}</code>}
        <IconSelector size={15} stroke={1.6} aria-hidden="true" />
      </button>
    )
  }
  return (
    <Finder
      error={error}
      begin={code !== null}
      offers={offers ?? ((each) => may('accounts.write', each))}
      onChoose={(chosen) => {
        onChange(chosen)
        setOpen(false)
      }}
      onLeave={() => setOpen(code === null)}
    />
  )
}

interface FinderProps {
  readonly error: string | undefined
  readonly begin: boolean
  readonly offers: (code: string) => boolean
  readonly onChoose: (code: string) => void
  readonly onLeave: () => void
}

function Finder({ error, begin, offers, onChoose, onLeave }: FinderProps) {
  const { t } = useTranslation()
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [text, setText] = useState('')
  const [shown, setShown] = useState(false)
  const [active, setActive] = useState(0)
  const options = useOptions(text.trim(), offers)
  const at = Math.min(active, options.length - 1)

  useEffect(() => {
    if (begin) input.current?.focus()
  }, [begin])

  const keys = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') setActive(Math.min(options.length - 1, at + 1))
    else if (event.key === 'ArrowUp') setActive(Math.max(0, at - 1))
    else if (event.key === 'Enter' && options[at]) onChoose(options[at].code)
    else if (event.key === 'Escape' && shown) {
      // It closes this list, and not the form around it.
      setShown(false)
      onLeave()
      event.stopPropagation()
    } else return
    event.preventDefault()
  }
  return (
    <div className={styles.finder}>
      <input
        className={fields.input}
        role="combobox"
        aria-label={t('access.territory')}
        aria-expanded={shown}
        aria-controls={id}
        aria-activedescendant={shown && options[at] ? `${id}-${at}` : undefined}
        aria-invalid={error !== undefined}
        autoComplete="off"
        ref={input}
        placeholder={t('access.territoryFind')}
        value={text}
        onFocus={() => setShown(true)}
        onBlur={() => {
          setShown(false)
          onLeave()
        }}
        onChange={({ target }) => {
          setText(target.value)
          setActive(0)
          setShown(true)
        }}
        onKeyDown={keys}
      />
      {shown && (
        <div id={id} role="listbox" aria-label={t('access.territory')} className={styles.options}>
          {options.map(({ code, name, aside }, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys belong to the text box, which keeps the focus.
            <div
              key={code}
              id={`${id}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === at}
              onPointerDown={(event) => event.preventDefault()}
              onPointerMove={() => setActive(index)}
              onClick={() => onChoose(code)}
            >
              <span>{name}</span>
              <small>{aside}</small>
            </div>
          ))}
          {options.length === 0 && text.trim() !== '' && <p>{t('access.territoryNone', { text: text.trim() })}</p>}
        </div>
      )}
      {error && (
        <p className={fields.error} role="alert">
          {error}
        </p>
      )}
    </div>
  )
}

/** Before anything is typed, the largest territories. */
function useOptions(text: string, offers: (code: string) => boolean): { code: string; name: string; aside: string }[] {
  const { t, i18n } = useTranslation()
  const { data } = useQuery({ ...territoriesFound(text), placeholderData: keepPreviousData })
  const found = (data ?? []).filter(({ code }) => offers(code))
  const nameOfParent = useTerritoryName(found.map(({ code }) => code.slice(0, -3)).filter((code) => code.length >= 6))
  const everywhere = t('access.everywhere')
  return [
    ...(offers('') && everywhere.includes(text) ? [{ code: '', name: everywhere, aside: '' }] : []),
    ...found.map((territory) => ({
      code: territory.code,
      name: nameOf(territory, i18n.language),
      aside: territory.code.length > 6 ? nameOfParent(territory.code.slice(0, -3)) : territory.code,
    })),
  ]
}
