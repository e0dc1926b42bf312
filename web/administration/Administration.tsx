import { type KeyboardEvent, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useRights } from '../access/use_rights.ts'
import type { ServerState } from '../api/types.ts'
import { AuditPanel } from '../audit/AuditPanel.tsx'
import { useConsole } from '../state/store.ts'
import type { AdministrationPart } from '../state/url.ts'
import { AccountsPanel } from './AccountsPanel.tsx'
import styles from './Administration.module.css'
import { DataStateBody } from './DataState.tsx'

/** The care of the server: what it holds, who may come in, and who did what. Each part is there for those who have the right. */
export function Administration({ state }: { state: ServerState }) {
  const { t } = useTranslation()
  return (
    <aside className={styles.panel} aria-label={t('workspaces.administration')}>
      <AdministrationBody state={state} />
    </aside>
  )
}

export function AdministrationBody({ state }: { state: ServerState }) {
  const { parts, part } = useAdministrationPart()
  if (parts.length === 1) {
    return (
      <div className={styles.body}>
        <Part part={part} state={state} />
      </div>
    )
  }
  return (
    <>
      <Tabs parts={parts} part={part} />
      <div className={styles.body} role="tabpanel" aria-labelledby={`part-${part}`}>
        <Part part={part} state={state} />
      </div>
    </>
  )
}

function Part({ part, state }: { part: AdministrationPart; state: ServerState }) {
  switch (part) {
    case 'data':
      return <DataStateBody state={state} />
    case 'accounts':
      return <AccountsPanel />
    case 'audit':
      return <AuditPanel />
  }
}

/** The part that is open, of those that may be. */
export function useAdministrationPart() {
  const may = useRights()
  const wanted = useConsole(({ part }) => part)
  const parts: AdministrationPart[] = [
    'data',
    ...(may('accounts.write') ? (['accounts'] as const) : []),
    ...(may('audit.read') ? (['audit'] as const) : []),
  ]
  return { parts, part: parts.includes(wanted) ? wanted : 'data' }
}

function Tabs({ parts, part }: { parts: readonly AdministrationPart[]; part: AdministrationPart }) {
  const { t } = useTranslation()
  const list = useRef<HTMLDivElement>(null)
  const move = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    if (step === 0) return
    event.preventDefault()
    const next = parts[(parts.indexOf(part) + step + parts.length) % parts.length]!
    useConsole.getState().openPart(next)
    list.current?.querySelector<HTMLElement>(`#part-${next}`)?.focus()
  }
  return (
    <div ref={list} className={styles.tabs} role="tablist" aria-label={t('workspaces.administration')} onKeyDown={move}>
      {parts.map((one) => (
        <button
          key={one}
          id={`part-${one}`}
          type="button"
          role="tab"
          aria-selected={one === part}
          tabIndex={one === part ? 0 : -1}
          onClick={() => useConsole.getState().openPart(one)}
        >
          {t(`administration.parts.${one}`)}
        </button>
      ))}
    </div>
  )
}
