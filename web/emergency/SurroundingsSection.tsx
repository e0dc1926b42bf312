import { IconPolygon } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { findLayer } from '#geodata/layers/index.ts'
import { useConsole } from '../state/store.ts'
import { formatCount } from '../values/numbers.ts'
import { pick } from '../words/words.ts'
import type { Incident } from './answer.ts'
import styles from './Emergency.module.css'
import { RADII_M, useIncidentWork } from './incident.ts'
import { geohazardKind, metres, siteKind, zoneKind } from './words.ts'

const LAYERS = ['key_sites', 'hazard_zones', 'geohazard_points'] as const
const KINDS = { key_sites: siteKind, hazard_zones: zoneKind, geohazard_points: geohazardKind } as const

/** Who lives and what stands around it. */
export function SurroundingsSection({ answer: { within } }: { answer: Incident }) {
  const { t, i18n } = useTranslation()
  const isEmpty = LAYERS.every((layer) => within[layer].length === 0)
  const { residents } = within
  return (
    <section
      className={styles.section}
      aria-label={t('emergency.near.title', { distance: metres(within.radius_m, i18n.language) })}
    >
      <h3>
        {t('emergency.near.around')}
        <RadiusField />
      </h3>
      {residents && (
        <p className={styles.fact}>
          <span>{t('emergency.near.residents')}</span>
          {t('emergency.near.residentsValue', {
            households: formatCount(residents.households),
            people: formatCount(residents.population),
            dwellings: formatCount(residents.dwellings),
          })}
        </p>
      )}
      {isEmpty && <p className={styles.none}>{t('emergency.near.none')}</p>}
      {LAYERS.filter((layer) => within[layer].length > 0).map((layer) => (
        <div key={layer} className={styles.near}>
          <h4>{pick(findLayer(layer)!.name, i18n.language)}</h4>
          <ul className={styles.list}>
            {within[layer].map(({ id, name, kind, distance_m, people }) => (
              <li key={id} className={styles.row}>
                <button type="button" className={styles.main} onClick={() => useConsole.getState().select({ layer, id })}>
                  <span className={styles.what}>
                    <strong>{name}</strong>
                    <small>
                      {KINDS[layer](kind, i18n.language)}
                      {people ? ` · ${t('emergency.near.people', { n: formatCount(people) })}` : ''}
                    </small>
                  </span>
                  <span className={styles.distance}>
                    <small>{metres(distance_m, i18n.language)}</small>
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </div>
      ))}
      <DrawArea />
    </section>
  )
}

function RadiusField() {
  const { t, i18n } = useTranslation()
  const radius = useIncidentWork((work) => work.radius_m)
  return (
    <select
      className={styles.radius}
      aria-label={t('emergency.near.radius')}
      value={radius}
      onChange={({ target }) => useIncidentWork.setState({ radius_m: Number(target.value) })}
    >
      {RADII_M.map((metresAround) => (
        <option key={metresAround} value={metresAround}>
          {t('emergency.near.title', { distance: metres(metresAround, i18n.language) })}
        </option>
      ))}
    </select>
  )
}

/** What lies in an area of any shape is asked beside the map of responsibility. */
function DrawArea() {
  const { t } = useTranslation()
  const draw = () => {
    const console = useConsole.getState()
    console.openWorkspace('responsibility')
    console.openSide('area')
  }
  return (
    <button type="button" className={styles.link} onClick={draw}>
      <IconPolygon size={15} stroke={1.7} aria-hidden="true" />
      {t('emergency.near.draw')}
    </button>
  )
}
