import { IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { findLayer } from '#geodata/layers/index.ts'
import { Segments } from '../analysis/Segments.tsx'
import { featureQuery } from '../api/queries.ts'
import type { ServerState } from '../api/types.ts'
import { IconButton } from '../frame/IconButton.tsx'
import { PlaceAnswer } from '../responsibility/PlaceAnswer.tsx'
import { useConsole } from '../state/store.ts'
import { ClusterNote } from './ClusterNote.tsx'
import { FeatureCard } from './FeatureCard.tsx'
import { FeatureFailure } from './FeatureFailure.tsx'
import { FeatureSkeleton } from './FeatureSkeleton.tsx'
import { HitList } from './HitList.tsx'
import styles from './Inspector.module.css'
import { useInspectorView } from './view.ts'

/** At the right of a desk: what is here, and all that is known about the one that is chosen. */
export function Inspector({ state }: { state: ServerState }) {
  const { t } = useTranslation()
  return (
    <aside className={styles.panel} aria-label={t('inspector.title')}>
      <div className={styles.close}>
        <IconButton
          label={`${t('frame.close')} (Esc)`}
          size="small"
          position="left"
          onClick={() => useConsole.getState().clear()}
        >
          <IconX size={17} stroke={1.7} />
        </IconButton>
      </div>
      <InspectorBody state={state} />
    </aside>
  )
}

export function InspectorBody({ state }: { state: ServerState }) {
  const spot = useConsole((console) => console.spot)
  const { t } = useTranslation()
  const view = useInspectorView((inspector) => inspector.view)
  const several = spot !== null && (spot.hits.length > 1 || spot.hits.some(({ pointCount }) => pointCount > 1))
  const hasFeature = spot === null || spot.hits.length > 0
  const shown = hasFeature ? view : 'responsible'
  return (
    <>
      {spot && hasFeature && (
        <div className={styles.tabs}>
          <Segments
            label={t('inspector.title')}
            value={shown}
            options={[
              { value: 'feature', label: t('responsibility.tabs.feature') },
              { value: 'responsible', label: t('responsibility.tabs.responsible') },
            ]}
            onChange={(value) => useInspectorView.setState({ view: value })}
          />
        </div>
      )}
      <div className={styles.body}>
        {spot && shown === 'responsible' ? (
          <PlaceAnswer position={spot.position} />
        ) : (
          <>
            {several && <HitList spot={spot} />}
            <Selected state={state} />
          </>
        )}
      </div>
    </>
  )
}

function Selected({ state }: { state: ServerState }) {
  const selection = useConsole((console) => console.selection)
  const layer = findLayer(selection?.layer ?? '')
  const { data, error, isFetching, refetch } = useQuery({
    ...featureQuery(selection?.layer ?? '', selection?.id ?? 0),
    enabled: selection !== null,
  })
  const merged = useConsole((console) => console.spot?.hits.find(({ pointCount }) => pointCount > 1))
  if (!selection || !layer) return merged ? <ClusterNote hit={merged} /> : null
  if (data) return <FeatureCard key={`${layer.id}/${data.id}`} layer={layer} feature={data} schemes={state.schemes} />
  if (error && !isFetching) return <FeatureFailure layer={layer} error={error} onRetry={() => void refetch()} />
  return <FeatureSkeleton layer={layer} />
}
