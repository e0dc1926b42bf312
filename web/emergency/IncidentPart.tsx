import { IconFlame, IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Position } from '../api/types.ts'
import { IconButton } from '../frame/IconButton.tsx'
import { CopyButton } from '../inspector/CopyButton.tsx'
import { PlaceAnswer } from '../responsibility/PlaceAnswer.tsx'
import { Failed, Loading } from '../responsibility/side/States.tsx'
import { useConsole } from '../state/store.ts'
import { copyablePosition, formatPosition } from '../values/coordinates.ts'
import { formatTime } from '../values/times.ts'
import type { Incident } from './answer.ts'
import { BeginIncident } from './BeginIncident.tsx'
import { ClosuresSection } from './ClosuresSection.tsx'
import styles from './Emergency.module.css'
import { useIncidentWork } from './incident.ts'
import { MarkNotice } from './MarkNotice.tsx'
import { PrintIncidentButton, PrintIncidentState, useIncidentSheet } from './prints/PrintIncident.tsx'
import { incidentQuery } from './queries.ts'
import { SheltersSection } from './SheltersSection.tsx'
import { SurroundingsSection } from './SurroundingsSection.tsx'
import { WaterSection } from './WaterSection.tsx'
import { metres, zoneKind } from './words.ts'

/** Where it is, where the water is, where people can go, who is in charge: from top to bottom as it is needed. */
export function IncidentPart() {
  const incident = useConsole((console) => console.incident)
  const people = useConsole((console) => console.people)
  const radius = useIncidentWork((work) => work.radius_m)
  const { data, error, isFetching, refetch } = useQuery({
    ...incidentQuery(incident, people, radius),
    // Of the same place, what was known stays until the rest is there.
    placeholderData: (before) => (before && isSame(before.position, incident) ? before : undefined),
  })
  if (!incident) return <BeginIncident />
  return (
    <div className={styles.incident}>
      <Head position={incident} answer={data} />
      {data ? (
        <div data-fresh={!isFetching}>
          <WaterSection answer={data} />
          <SheltersSection answer={data} />
          <SurroundingsSection answer={data} />
          <ClosuresSection />
          <PlaceAnswer position={incident} />
        </div>
      ) : error && !isFetching ? (
        <Failed error={error} onRetry={() => void refetch()} />
      ) : (
        <Loading />
      )}
      <MarkNotice />
    </div>
  )
}

const isSame = (one: Position, other: Position | null): boolean => one[0] === other?.[0] && one[1] === other[1]

function Head({ position, answer }: { position: Position; answer: Incident | undefined }) {
  const { t, i18n } = useTranslation()
  const sheet = useIncidentSheet()
  const areas = answer?.place.administrative_areas ?? []
  const place = areas.slice(1).map(({ name, name_en }) => (i18n.language === 'en' && name_en) || name)
  if (i18n.language === 'en') place.reverse()
  return (
    <header className={styles.head}>
      <IconFlame className={styles.flame} size={22} stroke={1.7} aria-hidden="true" />
      <div>
        <h2>{place.join(i18n.language === 'en' ? ', ' : '') || t('emergency.place')}</h2>
        <p>
          {formatPosition(position)}
          <CopyButton iconOnly text={() => copyablePosition(position)} label={t('emergency.copy')} />
        </p>
        {answer && <OnTheWay answer={answer} />}
        <PrintIncidentState {...sheet} />
      </div>
      <div className={styles.tools}>
        <PrintIncidentButton {...sheet} />
        <IconButton label={t('emergency.clear')} onClick={() => useConsole.getState().setIncident(null)}>
          <IconX size={18} stroke={1.7} />
        </IconButton>
      </div>
    </header>
  )
}

function OnTheWay({ answer: { road, hazards, at } }: { answer: Incident }) {
  const { t, i18n } = useTranslation()
  return (
    <>
      <p className={styles.faint}>
        {t('emergency.at', { time: formatTime(at, i18n.language) })}
        {road.on_road && road.off_road_m !== null && road.off_road_m >= 20 && (
          <> · {t('emergency.offRoad', { distance: metres(road.off_road_m, i18n.language) })}</>
        )}
      </p>
      {!road.on_road && <p className={styles.warning}>{t('emergency.noRoad')}</p>}
      {hazards.map(({ id, name, kind }) => (
        <p key={id} className={styles.warning}>
          {t('emergency.inHazard', { name, kind: zoneKind(kind, i18n.language) })}
        </p>
      ))}
    </>
  )
}
