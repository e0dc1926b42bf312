import type { Map as MapLibre } from 'maplibre-gl'
import type { GridShape } from './grids_layer.ts'
import { formatMeasure } from './numbers.ts'
import { Tip } from './Tip.tsx'
import type { Picked } from './use_picked.ts'

interface Props {
  readonly map: MapLibre
  readonly picked: Picked
  readonly unit: string
}

export function Grids3dTip({ map, picked: { x, y, info }, unit }: Props) {
  const shape = info.object as GridShape | undefined
  if (!shape) return null
  const { name, value } = shape.properties
  return (
    <Tip map={map} x={x} y={y}>
      <b>{name}</b>
      <span>
        {formatMeasure(value)} {unit}
      </span>
    </Tip>
  )
}
