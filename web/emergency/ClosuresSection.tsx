import { Button } from '@mantine/core'
import { IconBarrierBlock } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRights } from '../access/use_rights.ts'
import type { Position } from '../api/types.ts'
import { useConsole } from '../state/store.ts'
import { formatTime } from '../values/times.ts'
import { useReason } from '../values/use_reason.ts'
import styles from './Emergency.module.css'
import { drawClosure, useIncidentWork } from './incident.ts'
import { closeRoads, closuresQuery, openRoads } from './queries.ts'

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
  const open = (id: number) => openRoads(id).catch(setFault)
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
      {data.length === 0 && closing === null && <p className={styles.none}>{t('emergency.closures.none')}</p>}
      <ul className={styles.list}>
        {data.map(({ id, reason: why, account_name, since }) => (
          <li key={id} className={styles.row}>
            <span className={styles.main}>
              <span className={styles.what}>
                <strong>{why}</strong>
                <small>{t('emergency.closures.by', { name: account_name, time: formatTime(since, i18n.language) })}</small>
              </span>
            </span>
            {may && (
              <Button variant="subtle" size="compact-sm" onClick={() => void open(id)}>
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
      await closeRoads(line, reason.trim())
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
