import { Button } from '@mantine/core'
import { IconBarrierBlock } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useShallow } from 'zustand/react/shallow'
import { useRights } from '../access/use_rights.ts'
import type { Position } from '../api/types.ts'
import { useOutbox } from '../offline/outbox.ts'
import { useConsole } from '../state/store.ts'
import { formatTime } from '../values/times.ts'
import { useReason } from '../values/use_reason.ts'
import { close, isClosure, open } from './closing.ts'
import styles from './Emergency.module.css'
import { drawClosure, useIncidentWork } from './incident.ts'
import { closuresQuery } from './queries.ts'
import { WaitingClosure } from './WaitingClosure.tsx'

/** Roads that nobody passes: drawn across, seen by everybody, opened again. */
export function ClosuresSection() {
  const { t, i18n } = useTranslation()
  const may = useRights()('emergency.write')
  const closing = useIncidentWork((work) => work.closing)
  const { data = [] } = useQuery(closuresQuery)
  const [fault, setFault] = useState<unknown>(null)
  const reason = useReason(fault)
  const begin = () => {
    setFault(null)
    drawClosure([])
    // On a phone the sheet lies over the map.
    useConsole.getState().openSheet(null)
  }
  const entries = useOutbox(useShallow((outbox) => outbox.entries.filter(isClosure).filter(({ state }) => state !== 'sent')))
  const opening = entries.flatMap(({ body, state }) => (body.action === 'open' && state === 'waiting' ? [body.closure] : []))
  // Those that wait here are told by their own rows.
  const stored = data.filter(({ id }) => id > 0)
  return (
    <section className={styles.section} aria-label={t('emergency.closures.title')}>
      <h3>
        {t('emergency.closures.title')}
        {may && closing === null && (
          <Button variant="subtle" size="compact-sm" leftSection={<IconBarrierBlock size={16} stroke={1.7} />} onClick={begin}>
            {t('emergency.closures.draw')}
          </Button>
        )}
      </h3>
      {closing !== null && <ClosureForm line={closing} onFault={setFault} />}
      {fault !== null && (
        <p className={styles.warning} role="alert">
          {t('emergency.closures.failed', { reason })}
        </p>
      )}
      {stored.length + entries.length === 0 && closing === null && <p className={styles.none}>{t('emergency.closures.none')}</p>}
      <ul className={styles.list}>
        {entries.map((entry) => (
          <WaitingClosure key={entry.id} entry={entry} />
        ))}
        {stored.map(({ id, reason: why, account_name, since }) => (
          <li key={id} className={styles.row}>
            <span className={styles.main}>
              <span className={styles.what}>
                <strong>{why}</strong>
                <small>{t('emergency.closures.by', { name: account_name, time: formatTime(since, i18n.language) })}</small>
              </span>
            </span>
            {may && !opening.includes(id) && (
              <Button variant="subtle" size="compact-sm" onClick={() => void open({ id, reason: why }).catch(setFault)}>
                {t('emergency.closures.open')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function ClosureForm({ line, onFault }: { line: readonly Position[]; onFault: (error: unknown) => void }) {
  const { t } = useTranslation()
  const [reason, setReason] = useState('')
  const [busy, setBusy] = useState(false)
  const save = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    try {
      await close(line, reason.trim())
      onFault(null)
      drawClosure(null)
    } catch (error) {
      onFault(error)
    } finally {
      setBusy(false)
    }
  }
  return (
    <form className={styles.closing} onSubmit={(event) => void save(event)}>
      <p>{t('emergency.closures.drawing')}</p>
      <label>
        <span>{t('emergency.closures.reason')}</span>
        <input
          type="text"
          maxLength={200}
          value={reason}
          placeholder={t('emergency.closures.reasonHint')}
          onChange={({ target }) => setReason(target.value)}
        />
      </label>
      <div>
        <Button variant="default" size="compact-md" onClick={() => drawClosure(null)}>
          {t('emergency.closures.cancel')}
        </Button>
        <Button type="submit" size="compact-md" loading={busy} disabled={line.length < 2 || reason.trim() === ''}>
          {t('emergency.closures.save')}
        </Button>
      </div>
    </form>
  )
}
