import { useTranslation } from 'react-i18next'
import { LAYERS } from '#geodata/layers/index.ts'
import type { ServerState } from '../api/types.ts'
import { type Density, standardWeight, WEIGHTS } from './analysis.ts'
import { useDensityName } from './density_words.ts'

interface Props {
  readonly state: ServerState
  readonly analysis: Density
  readonly onChange: (analysis: Density) => void
}

/** Every layer of points that has any, and for those that stand for several, what to add up. */
export function PointsSelect({ state, analysis, onChange }: Props) {
  const { t } = useTranslation()
  const nameOf = useDensityName()
  const options = LAYERS.filter(
    ({ id, geometry }) => geometry === 'Point' && ((state.layers[id]?.count ?? 0) > 0 || id === analysis.layer),
  )
    .toReversed()
    .flatMap(({ id }) => (WEIGHTS[id] ?? [null]).map((weight) => ({ layer: id, weight })))
  return (
    <select
      aria-label={t('analysis.what')}
      value={keyOf(analysis)}
      onChange={(event) => {
        const chosen = options.find((one) => keyOf(one) === event.target.value)
        if (chosen) onChange({ ...analysis, ...chosen })
      }}
    >
      {options.map((one) => (
        <option key={keyOf(one)} value={keyOf(one)}>
          {nameOf(one.layer, one.weight)}
        </option>
      ))}
    </select>
  )
}

const keyOf = ({ layer, weight }: { layer: string; weight: string | null }) => `${layer}.${weight ?? standardWeight(layer) ?? ''}`
