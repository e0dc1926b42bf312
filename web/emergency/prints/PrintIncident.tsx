import { Loader } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useFile } from '../../api/use_file.ts'
import { IconButton } from '../../frame/IconButton.tsx'
import { useConsole } from '../../state/store.ts'
import styles from '../Emergency.module.css'
import { useIncidentWork } from '../incident.ts'
import { isForWork } from '../use_incident_keys.ts'
import { incidentSheetAddress } from './addresses.ts'

/** The sheet of the incident that is open, as a file. */
export function useIncidentSheet() {
  const { t } = useTranslation()
  const { busy, reason, start, cancel } = useFile()
  const print = () => {
    const { incident, people, language } = useConsole.getState()
    if (incident && !busy)
      start(incidentSheetAddress(incident, people, useIncidentWork.getState().radius_m, language), t('prints.incidentName'))
  }
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'p' || event.shiftKey || !isForWork(event)) return
      event.preventDefault()
      print()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  })
  return { busy, reason, print, cancel }
}

export function PrintIncidentButton({ busy, print }: Pick<ReturnType<typeof useIncidentSheet>, 'busy' | 'print'>) {
  const { t } = useTranslation()
  return (
    <IconButton label={t('emergency.print')} disabled={busy} onClick={print}>
      {busy ? <Loader size={16} /> : <IconPrinter size={18} stroke={1.7} />}
    </IconButton>
  )
}

/** That it is being made, or why it was not. */
export function PrintIncidentState({ busy, reason, cancel }: Omit<ReturnType<typeof useIncidentSheet>, 'print'>) {
  const { t } = useTranslation()
  if (busy)
    return (
      <p className={styles.making} role="status">
        {t('prints.making')}
        <button type="button" className={styles.undo} onClick={cancel}>
          {t('prints.cancel')}
        </button>
      </p>
    )
  return reason === '' ? null : (
    <p className={styles.warning} role="alert">
      {t('prints.failed', { reason })}
    </p>
  )
}
