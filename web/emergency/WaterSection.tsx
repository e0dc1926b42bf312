import { useTranslation } from 'react-i18next'
import { useConsole } from '../state/store.ts'
import { Swatch } from '../symbols/Swatch.tsx'
import { formatCount } from '../values/numbers.ts'
import { extentAround, type Incident, WATER_STANDINGS, type Water, type WaterStanding } from './answer.ts'
import styles from './Emergency.module.css'
import { chooseWater, useIncidentWork } from './incident.ts'
import { MarkMenu, MarkNotes } from './MarkMenu.tsx'
import { lookOfWater, metres, nameOfThing, waterKind } from './words.ts'

/** Only what can be counted on is numbered; what is unknown or broken is told of apart. */
export function WaterSection({ answer }: { answer: Incident }) {
  const { t } = useTranslation()
  const { usable, ...aside } = answer.water
  return (
    <section className={styles.section} aria-label={t('emergency.water.title')}>
      <h3>{t('emergency.water.title')}</h3>
      {usable.length === 0 && <p className={styles.none}>{t('emergency.water.none')}</p>}
      <ol className={styles.list}>
        {usable.map((water, index) => (
          <UsableRow key={`${water.layer}/${water.id}`} water={water} index={index} answer={answer} />
        ))}
      </ol>
      {WATER_STANDINGS.slice(1).map((standing) => (
        <Aside key={standing} standing={standing as Exclude<WaterStanding, 'usable'>} waters={aside[standing as 'unknown']} />
      ))}
    </section>
  )
}

export function showWater({ layer, id, line, point }: Water, answer: Pick<Incident, 'position'>): void {
  const console = useConsole.getState()
  console.select({ layer, id })
  // Where it is and the way there; the card of the feature stays beside it.
  console.fly({ extent: extentAround([answer.position, point, ...(line ?? [])]) })
}

function UsableRow({ water, index, answer }: { water: Water; index: number; answer: Incident }) {
  const { t, i18n } = useTranslation()
  const isChosen = useIncidentWork(({ chosen }) => chosen === index)
  const choose = () => {
    chooseWater(index)
    showWater(water, answer)
  }
  return (
    <li className={styles.row} data-chosen={isChosen}>
      <button
        type="button"
        className={styles.main}
        aria-keyshortcuts={index < 5 ? String(index + 1) : undefined}
        onClick={choose}
      >
        <span className={styles.rank} title={index < 5 ? t('emergency.water.key', { n: index + 1 }) : undefined}>
          {index + 1}
        </span>
        <span className={styles.what}>
          <strong>
            <Swatch look={lookOfWater(water)} /> {nameOfThing(water.layer, water.properties, water.id, i18n.language)}
          </strong>
          <About water={water} />
          <Change water={water} />
        </span>
        <Distance water={water} />
      </button>
      <MarkMenu
        layer={water.layer}
        id={water.id}
        name={nameOfThing(water.layer, water.properties, water.id, i18n.language)}
        mark={water.mark}
      />
      <MarkNotes layer={water.layer} id={water.id} mark={water.mark} />
    </li>
  )
}

function Distance({ water }: { water: Pick<Water, 'way' | 'distance_m' | 'straight_m' | 'hoses'> }) {
  const { t, i18n } = useTranslation()
  return (
    <span className={styles.distance}>
      <strong>{metres(water.distance_m, i18n.language)}</strong>
      <small data-way={water.way}>{t(`emergency.water.${water.way}`)}</small>
      <small>{t('emergency.water.hoses', { n: formatCount(water.hoses) })}</small>
    </span>
  )
}

/** What closing roads did to it. */
function Change({ water: { without_closures: before, rank } }: { water: Water }) {
  const { t, i18n } = useTranslation()
  if (before === undefined || before?.rank === rank) return null
  const words = before
    ? t('emergency.water.was', { rank: before.rank, distance: metres(before.distance_m, i18n.language) })
    : t('emergency.water.wasNot')
  return <small className={styles.change}>{words}</small>
}

/** What an engine's crew asks of it. */
function About({ water }: { water: Water }) {
  const { t, i18n } = useTranslation()
  const { road_name, address, pressure_mpa, flow_l_s, pipe_diameter_mm, capacity_m3 } = water.properties as Record<
    string,
    string | number | null
  >
  const parts = [
    waterKind(water, i18n.language),
    road_name || address,
    pressure_mpa && t('emergency.water.pressure', { n: pressure_mpa }),
    flow_l_s && t('emergency.water.flow', { n: flow_l_s }),
    pipe_diameter_mm && t('emergency.water.pipe', { n: pipe_diameter_mm }),
    capacity_m3 && t('emergency.water.capacity', { n: formatCount(Number(capacity_m3)) }),
  ]
  return <small>{parts.filter((part) => part).join(' · ')}</small>
}

function Aside({ standing, waters }: { standing: Exclude<WaterStanding, 'usable'>; waters: readonly Water[] }) {
  const { t, i18n } = useTranslation()
  if (waters.length === 0) return null
  return (
    <details className={styles.aside} open={standing === 'unknown' && waters.some(({ mark }) => mark !== null)}>
      <summary>
        {t(`emergency.water.${standing}`)} <span>{waters.length}</span>
      </summary>
      <ul className={styles.list}>
        {waters.map((water) => (
          <li key={`${water.layer}/${water.id}`} className={styles.row} data-standing={standing}>
            <button
              type="button"
              className={styles.main}
              onClick={() => useConsole.getState().select({ layer: water.layer, id: water.id })}
            >
              <span className={styles.what}>
                <strong>
                  <Swatch look={lookOfWater(water)} /> {nameOfThing(water.layer, water.properties, water.id, i18n.language)}
                </strong>
                <small className={styles.reason}>
                  {water.reasons
                    .map((reason) => t(`emergency.water.reasons.${reason as 'abandoned'}`))
                    .join(i18n.language === 'en' ? '; ' : '、')}
                </small>
              </span>
              <Distance water={water} />
            </button>
            <MarkMenu
              layer={water.layer}
              id={water.id}
              name={nameOfThing(water.layer, water.properties, water.id, i18n.language)}
              mark={water.mark}
            />
            <MarkNotes layer={water.layer} id={water.id} mark={water.mark} />
          </li>
        ))}
      </ul>
    </details>
  )
}
