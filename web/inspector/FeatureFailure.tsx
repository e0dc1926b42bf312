import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Layer } from '#geodata/layers/index.ts'
import { Problem } from '../api/problem.ts'
import { lookOf } from '../symbols/look.ts'
import { Swatch } from '../symbols/Swatch.tsx'
import { useReason } from '../values/use_reason.ts'
import { pick } from '../words/words.ts'
import styles from './FeatureFailure.module.css'

interface Props {
  readonly layer: Layer
  readonly error: unknown
  readonly onRetry: () => void
}

/** A feature that is gone will not come back by asking again; any other failure may pass. */
export function FeatureFailure({ layer, error, onRetry }: Props) {
  const { t, i18n } = useTranslation()
  const reason = useReason(error)
  const gone = error instanceof Problem && (error.status === 404 || error.status === 410)
  return (
    <div className={styles.failure} role="alert">
      <header>
        <Swatch look={lookOf(layer, {})} />
        <span>{pick(layer.name, i18n.language)}</span>
      </header>
      <p>{gone ? t('inspector.gone') : t('inspector.failed')}</p>
      {!gone && (
        <>
          <p className={styles.reason}>{reason}</p>
          <Button size="xs" variant="default" onClick={onRetry}>
            {t('inspector.retry')}
          </Button>
        </>
      )}
    </div>
  )
}
