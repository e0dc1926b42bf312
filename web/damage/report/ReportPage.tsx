// The reporter's page: one form, filled in from top to bottom within half a minute, by thumb, also without a network.
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { MOST_PHOTOS } from '#geodata/damage/grades.ts'
import styles from '../../field/FieldPage.module.css'
import { FieldPage, useSaid } from '../../field/FieldPage.tsx'
import { OutboxCounts } from '../../field/OutboxList.tsx'
import { PhotosField } from '../../field/PhotosField.tsx'
import { usePosition } from '../../field/use_position.ts'
import { useOpenEvents, useOwnCommunities } from './communities.ts'
import { DamageOutbox, useReportEntries } from './DamageOutbox.tsx'
import { DegreeField } from './DegreeField.tsx'
import { changeDraft, changePhotos, closeReport, fileReport, useReporting } from './draft.ts'
import { KindField } from './KindField.tsx'
import { PeopleField } from './PeopleField.tsx'
import { PlaceChoice } from './PlaceChoice.tsx'
import { ZeroReport } from './ZeroReport.tsx'

/** What has been chosen by hand, or said before, stays. */
function isPlaceGiven(): boolean {
  const { place, corrects } = useReporting.getState().draft
  return corrects !== null || (place !== null && place.source !== 'device')
}

export function ReportPage() {
  const { t } = useTranslation()
  const draft = useReporting((reporting) => reporting.draft)
  const events = useOpenEvents()
  const event = events.find(({ id }) => id === draft.event) ?? events[0]
  const communities = useOwnCommunities(event?.id)
  const { locating, locate } = usePosition({ isGiven: isPlaceGiven, onPlace: (place) => changeDraft({ place }) })
  const [isTried, setTried] = useState(false)
  const [said, say] = useSaid()
  const body = useRef<HTMLDivElement>(null)
  const entries = useReportEntries()
  const only = communities.length === 1 ? communities[0]! : null
  // Whoever answers for one village need say nothing more where no position can be had.
  const place = draft.place ?? (only && locating !== 'busy' ? { source: 'community' as const, ...only } : null)
  const missing = {
    degree: draft.degree === null,
    kind: draft.kind === null,
    place: place === null,
  }
  const tell = () => {
    say(t(navigator.onLine ? 'field.saved' : 'field.savedOffline'))
    setTried(false)
    body.current?.scrollTo({ top: 0 })
  }
  const send = async () => {
    setTried(true)
    if (missing.degree || missing.kind || !place) return
    const isCorrection = draft.corrects !== null
    if (!(await fileReport(draft, place, draft.corrects?.event_id ?? event?.id ?? null))) return
    if (isCorrection) return closeReport()
    tell()
    // The next house is another one.
    if (place.source === 'device') locate()
  }

  return (
    <FieldPage
      title={t(draft.corrects ? 'damage.form.correctTitle' : 'damage.form.title')}
      aside={
        <OutboxCounts
          entries={entries}
          label={t('damage.outbox.title')}
          onOpen={() => body.current?.querySelector('[data-outbox]')?.scrollIntoView()}
        />
      }
      body={body}
      said={said}
      send={t(draft.corrects ? 'damage.form.sendCorrection' : 'damage.form.send')}
      onSend={() => void send()}
      onClose={closeReport}
    >
      {events.length > 1 && draft.corrects === null ? (
        <label>
          <span className="visually-hidden">{t('damage.form.event')}</span>
          <select value={event?.id} onChange={({ target }) => changeDraft({ event: Number(target.value) })}>
            {events.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
      ) : (
        <p className={styles.about} data-none={!event}>
          {event?.name ?? t('damage.form.noEvent')}
        </p>
      )}
      {draft.corrects === null && <ZeroReport place={place} communities={communities} event={event?.id ?? null} onSent={tell} />}
      <DegreeField degree={draft.degree} isMissing={isTried && missing.degree} />
      <KindField kind={draft.kind} isMissing={isTried && missing.kind} />
      <PlaceChoice
        place={place}
        communities={communities}
        locating={locating}
        onLocate={locate}
        isMissing={isTried && missing.place}
      />
      <PhotosField photos={draft.photos} most={MOST_PHOTOS} onChange={changePhotos} />
      <PeopleField people={draft.people} />
      <label className={styles.text}>
        {t('damage.form.text')}
        <textarea
          rows={2}
          maxLength={2000}
          value={draft.text}
          placeholder={t('damage.form.textPlaceholder')}
          onChange={({ target }) => changeDraft({ text: target.value })}
        />
      </label>
      {draft.corrects === null && <DamageOutbox communities={communities} />}
    </FieldPage>
  )
}
