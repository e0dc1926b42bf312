import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRights } from '../../access/use_rights.ts'
import { showPlace } from '../../responsibility/show_place.ts'
import side from '../../responsibility/side/Side.module.css'
import { useConsole } from '../../state/store.ts'
import { formatDay, today } from '../../values/times.ts'
import emergency from '../Emergency.module.css'
import { metres } from '../words.ts'
import styles from './Dangers.module.css'
import type { SiteFinding, SiteResult } from './dangers.ts'
import { ResultForm } from './ResultForm.tsx'
import { hazardKindName, siteKindName } from './site_words.ts'

/** A site and the danger that it lies in or near, by what was measured, and what somebody found out about it. */
export function FindingRow({ finding }: { finding: SiteFinding }) {
  const { t, i18n } = useTranslation()
  const may = useRights()
  const [writing, setWriting] = useState(false)
  const { site, relation, distance_m, line_distance_m, basis, edition, result } = finding
  const isChosen = useConsole(({ selection }) => selection?.layer === site.layer && selection.id === site.id)
  const name = (i18n.language === 'en' && site.name_en) || site.name
  const hazard = (i18n.language === 'en' && finding.hazard_name_en) || finding.hazard_name
  // What was calculated here names its edition in the rule already.
  const rule = [basis, basis?.includes(edition ?? '') ? null : edition].filter((part) => part).join(' · ')
  const show = () => {
    const [longitude, latitude] = site.position
    showPlace({ layer: site.layer, id: site.id, bbox: [longitude, latitude, longitude, latitude], point: site.position })
  }
  return (
    <li className={`${emergency.row} ${styles.finding}`} data-chosen={isChosen}>
      <button type="button" className={emergency.main} aria-current={isChosen || undefined} onClick={show}>
        <span className={emergency.what}>
          <strong>{name}</strong>
          <small>
            {[siteKindName(site.kind, i18n.language, t('dangers.sites.shelter')), site.address]
              .filter((part) => part)
              .join(' · ')}
          </small>
          <small>
            {hazard} · {hazardKindName(finding, i18n.language)}
          </small>
          {rule && <small>{rule}</small>}
        </span>
        <span className={emergency.distance}>
          <strong>{relation === 'inside' ? t('dangers.sites.inside') : metres(distance_m, i18n.language)}</strong>
          {relation === 'near' && <small>{t('dangers.sites.toBorder')}</small>}
          {line_distance_m !== null && (
            <small>{t('dangers.sites.toLine', { distance: metres(line_distance_m, i18n.language) })}</small>
          )}
        </span>
      </button>
      <div className={styles.result}>
        {result && <Result result={result} />}
        {may('hazards.write') && !writing && (
          <button type="button" className={side.button} onClick={() => setWriting(true)}>
            {t(result ? 'dangers.sites.writeAgain' : 'dangers.sites.write')}
          </button>
        )}
        {writing && <ResultForm finding={finding} onDone={() => setWriting(false)} />}
      </div>
    </li>
  )
}

export function Result({ result }: { result: SiteResult }) {
  const { t, i18n } = useTranslation()
  const { follow_up, due_on, state, account_name, written_at } = result
  const isLate = state === 'open' && due_on !== null && due_on < today()
  return (
    <div className={styles.written}>
      <p>{result.result}</p>
      {follow_up && <p>{t('dangers.sites.followUpIs', { text: follow_up })}</p>}
      <small>
        <span className={side.badge} data-tone={state === 'done' ? 'good' : isLate ? 'bad' : 'warn'}>
          {t(isLate ? 'dangers.sites.late' : `dangers.sites.states.${state}`)}
        </span>
        {due_on && ` ${t('dangers.sites.due', { day: formatDay(due_on, i18n.language) })}`}
        {` · ${account_name} ${formatDay(written_at, i18n.language)}`}
      </small>
    </div>
  )
}
