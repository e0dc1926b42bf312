import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { findLayer } from '#geodata/layers/index.ts'
import { featureQuery } from '../../api/queries.ts'
import type { Position } from '../../api/types.ts'
import { titleOrNumber } from '../../symbols/title.ts'
import { pick } from '../../words/pick.ts'
import styles from './CaseReport.module.css'
import type { Thing } from './case_draft.ts'
import { changeCase } from './draft.ts'
import { thingsQuery } from './things.ts'

/** Which of the things around it is about: whoever looks after that one is responsible. A river is found by the server, with its chainage. */
export function ThingField({ layer, place, thing }: { layer: string | null; place: Position | null; thing: Thing | null }) {
  const asks = layer !== null && layer !== 'river_segments' && findLayer(layer) !== undefined
  if (!asks) return thing && thing.layer !== 'river_segments' ? <Given thing={thing} /> : null
  if (!place) return thing ? <Given thing={thing} /> : null
  return <Near layer={layer} place={place} thing={thing} />
}

function Near({ layer, place, thing }: { layer: string; place: Position; thing: Thing | null }) {
  const { t, i18n } = useTranslation()
  const { data, isPending, isError } = useQuery(thingsQuery(layer, place, i18n.language))
  const name = pick(findLayer(layer)!.name, i18n.language)
  // Without a network nothing is known around; the case goes without a thing.
  if (isError) return thing ? <Given thing={thing} /> : null
  if (isPending) return <p className={styles.hint}>{t('cases.report.thingLoading', { layer: name })}</p>
  const isListed = thing !== null && data.some(({ id }) => id === thing.id)
  return (
    <fieldset className={styles.things}>
      <legend>{name}</legend>
      {thing && !isListed && <Given thing={thing} />}
      {data.length === 0 && !thing && <p className={styles.hint}>{t('cases.report.thingNone', { layer: name })}</p>}
      {data.map(({ id, title, distance_m }) => (
        <button
          key={id}
          type="button"
          aria-pressed={thing?.id === id}
          onClick={() => changeCase({ thing: thing?.id === id ? null : { layer, id } })}
        >
          <span>{title}</span>
          <small>{t('cases.report.away', { metres: Math.round(distance_m) })}</small>
        </button>
      ))}
    </fieldset>
  )
}

/** That it was said before which. */
function Given({ thing: { layer, id } }: { thing: Thing }) {
  const { t, i18n } = useTranslation()
  const { data } = useQuery(featureQuery(layer, id))
  const definition = findLayer(layer)
  if (!definition) return null
  return (
    <p className={styles.given}>
      <span>{t('cases.report.thing')}</span>
      <strong>
        {pick(definition.name, i18n.language)} {data ? titleOrNumber(definition, id, data.properties, i18n.language) : `#${id}`}
      </strong>
      <button type="button" onClick={() => changeCase({ thing: null })}>
        {t('cases.report.thingNo')}
      </button>
    </p>
  )
}
