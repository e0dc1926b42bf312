// The office's view of damage, loaded when somebody first opens it: at the side the numbers and lists, on the map where it is.
import './words.ts'
import { useQuery } from '@tanstack/react-query'
import { useMapHolder } from '../map/holder.ts'
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

export function DamageBody() {
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
