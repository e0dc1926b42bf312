import { IconZoomIn } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { findLayer, type Layer } from '#geodata/layers/index.ts'
import { type Hit, type Spot, useConsole } from '../state/store.ts'
import { lookOf } from '../symbols/look.ts'
import { Swatch } from '../symbols/Swatch.tsx'
import { titleOrNumber } from '../symbols/title.ts'
import { formatPosition } from '../values/coordinates.ts'
import { formatCount } from '../values/numbers.ts'
import { pick } from '../words/words.ts'
import styles from './HitList.module.css'
import { zoomInto } from './zoom_into.ts'

/** Everything under the click, the topmost first, features of one layer together. */
export function HitList({ spot }: { spot: Spot }) {
  const { t } = useTranslation()
  const layers = [...new Set(spot.hits.map(({ layer }) => layer))].flatMap((id) => findLayer(id) ?? [])
  const groups = layers.map((layer) => ({ layer, hits: spot.hits.filter((hit) => hit.layer === layer.id) }))
  return (
    <section className={styles.list} aria-label={t('inspector.here')}>
      <header>
        <h2>{t('inspector.hereCount', { n: spot.hits.length })}</h2>
        <span>{formatPosition(spot.position)}</span>
      </header>
      <ul>
        {groups.flatMap(({ layer, hits }) =>
          hits.map((hit) => <HitRow key={`${hit.layer}/${hit.id}`} layer={layer} hit={hit} />),
        )}
      </ul>
    </section>
  )
}

function HitRow({ layer, hit }: { layer: Layer; hit: Hit }) {
  const { t, i18n } = useTranslation()
  const selection = useConsole((state) => state.selection)
  const chosen = selection?.layer === hit.layer && selection.id === hit.id
  const name = pick(layer.name, i18n.language)
  if (hit.pointCount > 1) {
    return (
      <li>
        <button
          type="button"
          onClick={() => zoomInto(layer)}
          title={t('inspector.clusterAbout', { n: formatCount(hit.pointCount) })}
        >
          <Swatch look={lookOf(layer, {})} />
          <span className={styles.title}>{t('inspector.cluster', { n: formatCount(hit.pointCount), layer: name })}</span>
          <span className={styles.zoom}>
            <IconZoomIn size={15} stroke={1.7} aria-hidden="true" />
            {t('inspector.clusterZoom')}
          </span>
        </button>
      </li>
    )
  }
  return (
    <li>
      <button
        type="button"
        aria-current={chosen ? 'true' : undefined}
        onClick={() => useConsole.getState().select({ layer: hit.layer, id: hit.id })}
      >
        <Swatch look={lookOf(layer, hit.properties)} />
        <span className={styles.title}>{titleOrNumber(layer, hit.id, hit.properties, i18n.language)}</span>
        <span className={styles.layer}>{name}</span>
      </button>
    </li>
  )
}
