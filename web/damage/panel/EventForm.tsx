import { IconX } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EVENT_KINDS, type EventKind } from '#geodata/damage/grades.ts'
import { useWorker } from '../../access/session.ts'
import { useTerritoryName } from '../../access/territories.ts'
import planForm from '../../planning/list/PlanList.module.css'
import { TerritoryFinder } from '../../responsibility/side/finders.tsx'
import side from '../../responsibility/side/Side.module.css'
import { useReason } from '../../values/use_reason.ts'
import { changeEvent, type Event, openEvent } from '../queries.ts'
import styles from './EventForm.module.css'
import { chooseEvent, useDamageView } from './view.ts'

const MINUTE_MS = 60_000

/** As the box of the browser has it: the wall clock, to the minute. */
const toBox = (moment: number): string => {
  const offset = new Date(moment).getTimezoneOffset() * MINUTE_MS
  return new Date(moment - offset).toISOString().slice(0, 16)
}

/** Name, kind, time, area: an event is open within seconds. */
export function EventForm({ event }: { event: Event | null }) {
  const { t } = useTranslation()
  const territories = useWorker((worker) => worker.rights['emergency.write']) ?? []
  const [name, setName] = useState(event?.name ?? '')
  const [kind, setKind] = useState<EventKind>(event?.kind ?? 'earthquake')
  const [began, setBegan] = useState(() => toBox(event ? Date.parse(event.began_at) : Date.now()))
  const [codes, setCodes] = useState<readonly string[]>(event?.area_codes ?? territories.filter((code) => code !== ''))
  const territoryName = useTerritoryName(codes)
  const [isTried, setTried] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const reason = useReason(error)
  const leave = () => useDamageView.setState({ form: null })

  const submit = async (submitted: FormEvent) => {
    submitted.preventDefault()
    setTried(true)
    if (!name.trim() || codes.length === 0) return
    // The minute that was not touched keeps its seconds.
    const isSame = event !== null && began === toBox(Date.parse(event.began_at))
    const began_at = isSame ? event.began_at : new Date(began).toISOString()
    const given = { name: name.trim(), kind, began_at, area_codes: codes }
    try {
      const stored = event ? await changeEvent(event, given) : await openEvent(given)
      chooseEvent(stored.closed_at === null ? null : stored.id)
    } catch (problem) {
      setError(problem)
    }
  }
  const label = t(event ? 'damage.event.edit' : 'damage.event.make')
  return (
    <form className={planForm.form} aria-label={label} onSubmit={(submitted) => void submit(submitted)}>
      <label>
        {t('damage.event.name')}
        <input
          // biome-ignore lint/a11y/noAutofocus: the form was opened to be filled in
          autoFocus
          value={name}
          maxLength={100}
          placeholder={t('damage.event.namePlaceholder')}
          aria-invalid={isTried && !name.trim()}
          onChange={({ target }) => setName(target.value)}
        />
      </label>
      {isTried && !name.trim() && <p className={styles.error}>{t('damage.event.nameMissing')}</p>}
      <label>
        {t('damage.event.kind')}
        <select value={kind} onChange={({ target }) => setKind(target.value as EventKind)}>
          {EVENT_KINDS.map((each) => (
            <option key={each} value={each}>
              {t(`damage.eventKinds.${each}`)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t('damage.event.beganAt')}
        <input
          type="datetime-local"
          required
          value={began}
          max={toBox(Date.now())}
          onChange={({ target }) => setBegan(target.value)}
        />
      </label>
      <div className={styles.areas}>
        {codes.map((code) => (
          <span key={code}>
            {territoryName(code)}
            <button
              type="button"
              aria-label={`${t('field.outbox.drop')}：${territoryName(code)}`}
              onClick={() => setCodes(codes.filter((each) => each !== code))}
            >
              <IconX size={14} stroke={2} />
            </button>
          </span>
        ))}
      </div>
      <TerritoryFinder
        key={codes.join()}
        label={t('damage.event.areas')}
        code={null}
        error={isTried && codes.length === 0 ? t('damage.event.areasMissing') : undefined}
        onChange={(code) => code && setCodes([...new Set([...codes, code])])}
      />
      {error !== null && (
        <p className={styles.error} role="alert">
          {reason}
        </p>
      )}
      <div className={styles.buttons}>
        <button type="submit" className={side.button} data-main="true">
          {t(event ? 'damage.event.save' : 'damage.event.begin')}
        </button>
        <button type="button" className={side.button} onClick={leave}>
          {t('damage.event.cancel')}
        </button>
      </div>
    </form>
  )
}
