import { Skeleton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Layer } from '#geodata/layers/index.ts'
import { lookOf } from '../symbols/look.ts'
import { Swatch } from '../symbols/Swatch.tsx'
import { pick } from '../words/words.ts'
import styles from './FeatureCard.module.css'

const WIDTHS = [62, 80, 45, 70, 55]

export function FeatureSkeleton({ layer }: { layer: Layer }) {
  const { t, i18n } = useTranslation()
  return (
    <div className={styles.card} role="status" aria-label={t('inspector.loading')}>
      <header className={styles.head}>
        <Swatch look={lookOf(layer, {})} />
        <div>
          <h2>{t('inspector.loading')}</h2>
          <p>{pick(layer.name, i18n.language)}</p>
        </div>
      </header>
      {WIDTHS.map((width) => (
        <Skeleton key={width} height={12} width={`${width}%`} mx={18} my={16} radius={4} />
      ))}
    </div>
  )
}
