// The office's view of damage, loaded when somebody first opens it: at the side the numbers and lists, on the map where it is.
import './words.ts'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { ServerState } from '../api/types.ts'
import { useMapHolder } from '../map/holder.ts'
import { LayersBelow } from '../planning/list/LayersBelow.tsx'
import { Failed, Loading } from '../responsibility/side/States.tsx'
import styles from './Damage.module.css'
import { DamageShapes } from './map/DamageShapes.tsx'
import { CommunityList } from './panel/CommunityList.tsx'
import { EventForm } from './panel/EventForm.tsx'
import { EventHead } from './panel/EventHead.tsx'
import { ReportCard } from './panel/ReportCard.tsx'
import { ReportList } from './panel/ReportList.tsx'
import { TotalsPart } from './panel/TotalsPart.tsx'
import { useDamageView, useShownEvent, useStanding } from './panel/view.ts'
import { eventsQuery } from './queries.ts'

export function DamagePanel({ state }: { state: ServerState }) {
  const { t } = useTranslation()
  return (
    <aside className={styles.panel} aria-label={t('damage.title')}>
      <DamageBody>
        <LayersBelow state={state} />
      </DamageBody>
    </aside>
  )
}

/** @param children what else lies at the side, below */
export function DamageBody({ children }: { children?: React.ReactNode }) {
  const { error, isFetching, refetch, data: events } = useQuery(eventsQuery)
  const event = useShownEvent()
  const form = useDamageView((view) => view.form)
  const report = useDamageView((view) => view.report)
  if (!events) return error && !isFetching ? <Failed error={error} onRetry={() => void refetch()} /> : <Loading />
  if (form === 'new') return <EventForm event={null} />
  if (form === 'change' && event) return <EventForm key={event.version} event={event} />
  return (
    <>
      <EventHead events={events} event={event} />
      <div className={styles.body}>
        {event && (report === null ? <Lists event={event.id} /> : <ReportCard key={report} id={report} />)}
        {children}
      </div>
    </>
  )
}

function Lists({ event }: { event: number }) {
  const list = useDamageView((view) => view.list)
  const { data, error, isFetching, refetch } = useStanding(event)
  if (!data) return error && !isFetching ? <Failed error={error} onRetry={() => void refetch()} /> : <Loading />
  return (
    <>
      <TotalsPart standing={data} />
      {list === 'communities' ? <CommunityList standing={data} /> : <ReportList event={event} />}
    </>
  )
}

export function DamageOnMap() {
  const map = useMapHolder((holder) => holder.map)
  const event = useShownEvent()
  return map && event ? <DamageShapes key={event.id} map={map} event={event.id} /> : null
}
