import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRights } from '../../access/use_rights.ts'
import { Problem } from '../../api/problem.ts'
import type { Feature } from '../../api/types.ts'
import { showFound } from '../../map/found.ts'
import { Failed, Loading } from '../../responsibility/side/States.tsx'
import { formatQuantity } from '../../values/numbers.ts'
import { formatDay } from '../../values/times.ts'
import { useReason } from '../../values/use_reason.ts'
import emergency from '../Emergency.module.css'
import { zoneKind } from '../words.ts'
import styles from './Dangers.module.css'
import {
  type DecidedZones,
  type StoredZones,
  storeZones,
  type ZoneInForce,
  type ZonePreview,
  type ZoneQuestion,
  zonesQuery,
} from './dangers.ts'
import { ZoomTo } from './ZoomTo.tsx'

interface Props {
  readonly fault: Feature
  readonly question: ZoneQuestion
}

/** What the standard asks for around this fault, on the map and in words, and what is in force until then. */
export function ZonesAnswer({ fault, question }: Props) {
  const { data, error, isFetching, refetch } = useQuery(zonesQuery(fault.id, question))
  useEffect(() => showFound(data?.features ?? []), [data])
  if (!data || error) return error && !isFetching ? <Failed error={error} onRetry={() => void refetch()} /> : <Loading />
  return (
    <div data-fresh={!isFetching}>
      <Said preview={data} />
      <InForce key={JSON.stringify(question)} fault={fault} question={question} preview={data} />
    </div>
  )
}

function Said({ preview: { answer, uncertainty_m, standard, clause, features } }: { preview: ZonePreview }) {
  const { t, i18n } = useTranslation()
  return (
    <section className={emergency.section}>
      <h3>
        {t(`dangers.faults.answers.${answer.kind}`)}
        {features.length > 0 && <ZoomTo geometries={features.map(({ geometry }) => geometry)} />}
      </h3>
      <p className={styles.said}>
        {answer.kind === 'distance'
          ? t('dangers.faults.distance', { distance: answer.distance_m, uncertainty: uncertainty_m })
          : t(`dangers.faults.reasons.${answer.reason}`)}
      </p>
      <ul className={styles.zones}>
        {features.map(({ properties: { kind, reach_m, area_m2 } }) => (
          <li key={kind} data-kind={kind}>
            <span>{zoneKind(kind, i18n.language)}</span>
            <strong>{t('dangers.faults.reach', { n: reach_m })}</strong>
            <small>{formatQuantity(area_m2, 'm2', i18n.language)}</small>
          </li>
        ))}
      </ul>
      <p className={styles.rule}>{t('dangers.faults.rule', { standard, clause })}</p>
    </section>
  )
}

function InForce({ fault, question, preview }: Props & { preview: ZonePreview }) {
  const { t, i18n } = useTranslation()
  const may = useRights()('hazards.write')
  const [chosen, setChosen] = useState<Readonly<Record<number, boolean>>>({})
  const { in_force, features } = preview
  const canStore = may && features.length > 0
  const ends = ({ id, calculated }: ZoneInForce) => chosen[id] ?? calculated
  const idsOf = (zones: readonly ZoneInForce[]) => zones.map(({ id }) => id)
  const decided = { replaces: idsOf(in_force.filter(ends)), keeps: idsOf(in_force.filter((zone) => !ends(zone))) }
  return (
    <section className={emergency.section} aria-label={t('dangers.faults.inForce')}>
      <h3>{t('dangers.faults.inForce')}</h3>
      {in_force.length === 0 && <p className={emergency.none}>{t('dangers.faults.noneInForce')}</p>}
      <ul className={styles.zones}>
        {in_force.map((zone) => (
          <li key={zone.id} data-kind={zone.kind}>
            <span>{zone.name}</span>
            <small>{t('dangers.faults.since', { day: formatDay(zone.valid_from, i18n.language) })}</small>
            {zone.calculated && <small>{t('dangers.faults.calculated')}</small>}
            {canStore && (
              <label>
                <input
                  type="checkbox"
                  checked={ends(zone)}
                  onChange={({ target }) => setChosen({ ...chosen, [zone.id]: target.checked })}
                />
                {t('dangers.faults.replace')}
              </label>
            )}
          </li>
        ))}
      </ul>
      {canStore && decided.keeps.length > 0 && <p className={emergency.warning}>{t('dangers.faults.overlapping')}</p>}
      {canStore && <Store fault={fault} question={question} decided={decided} onStored={() => setChosen({})} />}
    </section>
  )
}

/** Somebody else has stored since: what is in force is read anew. */
const isOutdated = (failure: unknown): boolean =>
  failure instanceof Problem && ['zones_in_force', 'fault_zone_not_found'].includes(failure.code)

interface StoreProps extends Props {
  readonly decided: DecidedZones
  readonly onStored: () => void
}

function Store({ fault, question, decided, onStored }: StoreProps) {
  const { t } = useTranslation()
  const [busy, setBusy] = useState(false)
  const [stored, setStored] = useState<StoredZones | null>(null)
  const [failure, setFailure] = useState<unknown>(null)
  const reason = useReason(failure)
  const store = async () => {
    setBusy(true)
    setFailure(null)
    try {
      setStored(await storeZones(fault.id, question, decided))
      onStored()
    } catch (error) {
      setFailure(error)
    } finally {
      setBusy(false)
    }
  }
  return (
    <div className={styles.actions}>
      <Button loading={busy} onClick={() => void store()}>
        {t('dangers.faults.store')}
      </Button>
      {stored && (
        <p className={styles.done} role="status">
          {t('dangers.faults.stored', { n: stored.zones.length, ended: stored.ended.length })}
        </p>
      )}
      {failure !== null && (
        <p className={emergency.warning} role="alert">
          {isOutdated(failure) ? t('dangers.faults.outdated') : t('dangers.faults.notStored', { reason })}
        </p>
      )}
    </div>
  )
}
