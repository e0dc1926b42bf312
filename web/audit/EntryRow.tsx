import { IconChevronDown, IconMapPin } from '@tabler/icons-react'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { findLayer } from '#geodata/layers/index.ts'
import { useConsole } from '../state/store.ts'
import styles from './Audit.module.css'
import { DifferenceTable } from './DifferenceTable.tsx'
import { isEvent, titleOf } from './differences.ts'
import type { AuditEntry } from './entries.ts'
import { useAuditWords } from './use_audit_words.ts'

interface Props {
  readonly entry: AuditEntry
  /** In an object's own history, what it is about is known. */
  readonly own?: boolean
}

/** One write in a line, and when it is opened, what it changed. */
export function EntryRow({ entry, own = false }: Props) {
  const { t, i18n } = useTranslation()
  const { action, subject, via, wording } = useAuditWords()
  const [open, setOpen] = useState(false)
  const id = useId()
  const { at, account_name, address, layer, object_id } = entry
  const title = titleOf(entry, wording)
  const onItself = isEvent(entry) || (own && entry.subject === layer)
  const onMap = !own && layer !== null && object_id !== null && findLayer(layer) !== undefined && entry.action !== 'delete'
  return (
    <li className={styles.entry} data-open={open}>
      <button type="button" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
        <time dateTime={at}>{timeOf(at, i18n.language)}</time>
        <span className={styles.words}>
          <b data-action={entry.action}>{action(entry.action)}</b>
          {!onItself && <span>{subject(entry.subject)}</span>}
          {!onItself && title && <strong>{title}</strong>}
        </span>
        <small>{account_name}</small>
        <IconChevronDown size={15} stroke={1.7} aria-hidden="true" />
      </button>
      {open && (
        <div id={id} className={styles.opened}>
          <p>
            {account_name} · {via(entry.via)}
            {address && ` · ${t('audit.address', { address })}`}
          </p>
          {!isEvent(entry) && <DifferenceTable entry={entry} />}
          {onMap && (
            <button type="button" className={styles.onMap} onClick={() => useConsole.getState().select({ layer, id: object_id })}>
              <IconMapPin size={15} stroke={1.7} aria-hidden="true" />
              {t('audit.showOnMap')}
            </button>
          )}
        </div>
      )}
    </li>
  )
}

const timeOf = (at: string, language: string): string =>
  new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'zh-CN', { hour: '2-digit', minute: '2-digit', hour12: false }).format(
    new Date(at),
  )
