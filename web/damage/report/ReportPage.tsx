// The reporter's page: one form, filled in from top to bottom within half a minute, by thumb, also without a network.
import { IconSend, IconX } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useModal } from '../../frame/Dialog.tsx'
import { useOutbox } from '../../offline/outbox.ts'
import { useOpenEvents, useOwnCommunities } from './communities.ts'
import { DegreeField } from './DegreeField.tsx'
import { changeDraft, closeReport, fileReport, useReporting } from './draft.ts'
import { KindField } from './KindField.tsx'
import { OutboxCounts, OutboxList } from './OutboxList.tsx'
import { PeopleField } from './PeopleField.tsx'
import { PhotosField } from './PhotosField.tsx'
import { PlaceField } from './PlaceField.tsx'
import styles from './ReportPage.module.css'
import { usePosition } from './use_position.ts'
import { ZeroReport } from './ZeroReport.tsx'

const SAID_MS = 5_000

export function ReportPage() {
  const { t } = useTranslation()
  const draft = useReporting((reporting) => reporting.draft)
  const events = useOpenEvents()
  const event = events.find(({ id }) => id === draft.event) ?? events[0]
  const communities = useOwnCommunities(event?.id)
  const { locating, locate } = usePosition()
  const [isTried, setTried] = useState(false)
  const [said, setSaid] = useState<string | null>(null)
  const { ref, keys } = useModal(closeReport)
  const isKept = useOutbox((outbox) => outbox.isKept)
  const only = communities.length === 1 ? communities[0]! : null
  // Whoever answers for one village need say nothing more where no position can be had.
  const place = draft.place ?? (only && locating !== 'busy' ? { source: 'community' as const, ...only } : null)
  const missing = {
    degree: draft.degree === null,
    kind: draft.kind === null,
    place: place === null,
  }
  const tell = () => {
    setSaid(t(navigator.onLine ? 'damage.form.saved' : 'damage.form.savedOffline'))
    setTried(false)
    ref.current?.querySelector('[data-scroll]')?.scrollTo({ top: 0 })
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
  useEffect(() => {
    if (!said) return
    const timer = setTimeout(() => setSaid(null), SAID_MS)
    return () => clearTimeout(timer)
  }, [said])

  return (
    <dialog ref={ref} className={styles.page} aria-label={t('damage.form.title')} onKeyDown={keys}>
      <header className={styles.head}>
        <h1 tabIndex={-1} data-autofocus>
          {t(draft.corrects ? 'damage.form.correctTitle' : 'damage.form.title')}
        </h1>
        <OutboxCounts onOpen={() => ref.current?.querySelector('[data-outbox]')?.scrollIntoView()} />
        <button type="button" className={styles.close} aria-label={t('damage.form.close')} onClick={closeReport}>
          <IconX size={22} stroke={1.8} />
        </button>
      </header>
      <div className={styles.body} data-scroll>
        {events.length > 1 && draft.corrects === null ? (
          <label className={styles.event}>
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
        {!isKept && <p className={styles.problem}>{t('damage.form.notKept')}</p>}
        {draft.corrects === null && (
          <ZeroReport place={place} communities={communities} event={event?.id ?? null} onSent={tell} />
        )}
        <DegreeField degree={draft.degree} isMissing={isTried && missing.degree} />
        <KindField kind={draft.kind} isMissing={isTried && missing.kind} />
        <PlaceField
          place={place}
          communities={communities}
          locating={locating}
          onLocate={locate}
          isMissing={isTried && missing.place}
        />
        <PhotosField photos={draft.photos} />
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
        {draft.corrects === null && <OutboxList communities={communities} />}
      </div>
      <footer className={styles.foot}>
        <p role="status" className={styles.said} data-shown={said !== null}>
          {said}
        </p>
        <button type="button" className={styles.send} onClick={() => void send()}>
          <IconSend size={20} stroke={1.8} aria-hidden="true" />
          {t(draft.corrects ? 'damage.form.sendCorrection' : 'damage.form.send')}
        </button>
      </footer>
    </dialog>
  )
}
