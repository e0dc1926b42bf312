import { useTranslation } from 'react-i18next'
import { findLayer } from '#geodata/layers/index.ts'
import { pick } from '../words/pick.ts'
import type { Density } from './analysis.ts'

/** How the points of a layer are called, and what is counted at them: 住户点（人口）. */
export function useDensityName(): (layer: string, weight: string | null) => string {
  const { t, i18n } = useTranslation()
  return (id, weight) => {
    const layer = findLayer(id)
    const name = layer ? pick(layer.name, i18n.language) : id
    const field = layer?.fields.find((one) => one.name === weight)
    return field ? t('analysis.weighted', { layer: name, field: pick(field.label, i18n.language) }) : name
  }
}

export interface DensityWords {
  /** Of a cell's number: 人/公顷, or 个/格 where points are counted. */
  readonly unit: string
  /** Of what is added up: 人; '' for the points themselves. */
  readonly sumUnit: string
}

export function useDensityWords({ weight }: Density): DensityWords {
  const { t } = useTranslation()
  if (weight !== 'population' && weight !== 'households') return { unit: t('analysis.units.perCell'), sumUnit: '' }
  return { unit: t(`analysis.units.perHectareOf.${weight}`), sumUnit: t(`analysis.units.${weight}`) }
}
