import { IconCurrentLocation, IconLink, IconMapPin } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Layer } from '#geodata/layers/index.ts'
import { useRights } from '../access/use_rights.ts'
import type { Feature, Scheme } from '../api/types.ts'
import { ObjectHistory } from '../audit/ObjectHistory.tsx'
import { hereOf } from '../cases/here/subject_of.ts'
import { ObjectResponsible } from '../responsibility/ObjectResponsible.tsx'
import { useConsole } from '../state/store.ts'
import { writeQuery } from '../state/url.ts'
import { lookOf } from '../symbols/look.ts'
import { Swatch } from '../symbols/Swatch.tsx'
import { titleOrNumber } from '../symbols/title.ts'
import { copyablePosition, formatPosition } from '../values/coordinates.ts'
import { centreOf, extentOf } from '../values/extent.ts'
import { pick } from '../words/words.ts'
import { CopyButton } from './CopyButton.tsx'
import styles from './FeatureCard.module.css'
import { FieldList } from './FieldList.tsx'
import { SourceAttributes } from './SourceAttributes.tsx'

const CasesHere = lazy(async () => ({ default: (await import('../cases/here/CasesHere.tsx')).CasesHere }))

interface Props {
  readonly layer: Layer
  readonly feature: Feature
  readonly schemes: readonly Scheme[]
}

/** All that is known about one feature, in words. */
export function FeatureCard({ layer, feature, schemes }: Props) {
  const { t, i18n } = useTranslation()
  const seesCases = useRights()('cases.read')
  const isOn = useConsole(({ layers }) => layers.includes(layer.id))
  const extent = extentOf(feature.geometry)
  const centre = extent && centreOf(extent)
  const title = titleOrNumber(layer, feature.id, feature.properties, i18n.language)
  return (
    <article className={styles.card}>
      <header className={styles.head}>
        <Swatch look={lookOf(layer, feature.properties)} />
        <div>
          <h2>{title}</h2>
          <p>{pick(layer.name, i18n.language)}</p>
        </div>
      </header>
      <div className={styles.actions}>
        <button type="button" disabled={!extent} onClick={() => extent && useConsole.getState().fly({ extent })}>
          <IconCurrentLocation size={16} stroke={1.6} aria-hidden="true" />
          {t('inspector.zoomTo')}
        </button>
        <CopyButton text={link} label={t('inspector.copyLink')}>
          <IconLink size={16} stroke={1.6} aria-hidden="true" />
        </CopyButton>
      </div>
      {!isOn && (
        <button type="button" className={styles.off} onClick={() => useConsole.getState().switchLayer(layer.id, true)}>
          {t('inspector.switchOn')}
        </button>
      )}
      <ObjectResponsible layer={layer} id={feature.id} title={title} />
      {seesCases && (
        <Suspense>
          <CasesHere {...hereOf(layer.id, feature.id, feature.properties, centre)} />
        </Suspense>
      )}
      <FieldList layer={layer} properties={feature.properties} schemes={schemes} />
      {centre ? (
        <div className={styles.place}>
          <IconMapPin size={16} stroke={1.6} aria-hidden="true" />
          <div>
            <span>{t(layer.geometry === 'Point' ? 'inspector.coordinates' : 'inspector.coordinatesOfArea')}</span>
            <strong>{formatPosition(centre)}</strong>
          </div>
          <CopyButton text={() => copyablePosition(centre)} label={t('inspector.copyCoordinates')} iconOnly />
        </div>
      ) : (
        <p className={styles.nowhere}>{t('inspector.noPlace')}</p>
      )}
      {feature.source_properties && Object.keys(feature.source_properties).length > 0 && (
        <SourceAttributes properties={feature.source_properties} />
      )}
      <Changes key={feature.id} layer={layer.id} id={feature.id} />
    </article>
  )
}

/** Read only when somebody wants to know. */
function Changes({ layer, id }: { layer: string; id: number }) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  return (
    <details className={styles.changes} open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t('inspector.changes')}</summary>
      {open && <ObjectHistory layer={layer} id={id} />}
    </details>
  )
}

/** The address bar lags a moment behind the map; the link is written from what is true now. */
const link = () => location.origin + location.pathname + writeQuery(useConsole.getState())
