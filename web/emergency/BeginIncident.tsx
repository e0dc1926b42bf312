import { Button } from '@mantine/core'
import { IconCurrentLocation, IconMapPinPlus } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMapHolder } from '../map/holder.ts'
import { useConsole } from '../state/store.ts'
import styles from './Emergency.module.css'
import { dropIncident } from './incident.ts'

const LOCATE_MS = 15_000

/** How an incident comes into being. */
export function BeginIncident() {
  const { t } = useTranslation()
  const [picking, setPicking] = useState(false)
  return (
    <section className={styles.begin}>
      <h2>{t('emergency.begin.title')}</h2>
      <p>{t('emergency.begin.text')}</p>
      <Button
        variant={picking ? 'filled' : 'light'}
        leftSection={<IconMapPinPlus size={17} stroke={1.7} />}
        aria-pressed={picking}
        onClick={() => setPicking(!picking)}
      >
        {t(picking ? 'emergency.begin.picking' : 'emergency.begin.pick')}
      </Button>
      {picking && <Picking onDone={() => setPicking(false)} />}
      <OwnPosition />
    </section>
  )
}

/** The next click on the map is the place. */
function Picking({ onDone }: { onDone: () => void }) {
  useEffect(() => {
    const take = ({ position }: { position: readonly [number, number] }) => {
      onDone()
      dropIncident(position, { fly: false })
    }
    useMapHolder.setState({ tool: take })
    // On a phone the sheet lies over the map.
    useConsole.getState().openSheet(null)
    return () => {
      if (useMapHolder.getState().tool === take) useMapHolder.setState({ tool: null })
    }
  }, [onDone])
  return null
}

function OwnPosition() {
  const { t } = useTranslation()
  const [state, setState] = useState<'idle' | 'locating' | 'denied' | 'unavailable'>('idle')
  const locate = () => {
    if (!('geolocation' in navigator)) return setState('unavailable')
    setState('locating')
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => dropIncident([coords.longitude, coords.latitude], { fly: true }),
      ({ code, PERMISSION_DENIED }) => setState(code === PERMISSION_DENIED ? 'denied' : 'unavailable'),
      { enableHighAccuracy: true, timeout: LOCATE_MS },
    )
  }
  return (
    <>
      <Button
        variant="default"
        loading={state === 'locating'}
        leftSection={<IconCurrentLocation size={17} stroke={1.7} />}
        onClick={locate}
      >
        {t('emergency.begin.here')}
      </Button>
      {(state === 'denied' || state === 'unavailable') && (
        <p className={styles.warning} role="alert">
          {t('emergency.begin.noPosition', { reason: t(`emergency.begin.${state}`) })}
        </p>
      )}
    </>
  )
}
