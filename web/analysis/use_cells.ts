import type { Layer } from '@deck.gl/core'
import type { Map as MapLibre } from 'maplibre-gl'
import { useMemo, useState } from 'react'
import type { Density } from './analysis.ts'
import type { Point } from './cells.ts'
import { type Class, countClasses, growingClasses } from './classes.ts'
import { aboveFills, densityLayer, measureCells } from './density_layer.ts'

export interface Cells {
  readonly layers: readonly Layer[]
  /** The number of every cell that has points; none until they have been counted. */
  readonly values: readonly number[]
  readonly classes: readonly Class[]
}

const NONE: readonly number[] = []

/** Counts points into cells and colours them. The cells are counted once; their classes and colours follow from what came out. */
export function useCells(map: MapLibre | null, points: readonly Point[], { size, weight }: Density): Cells {
  const perHectare = weight !== null
  // biome-ignore lint/correctness/useExhaustiveDependencies: other points have to be measured anew.
  const measure = useMemo(() => measureCells(size, perHectare), [points, size, perHectare])
  const [measured, setMeasured] = useState<{ by: unknown; values: readonly number[] } | null>(null)
  const values = measured?.by === measure ? measured.values : NONE
  const classes = useMemo(() => (perHectare ? growingClasses(values) : countClasses(values)), [values, perHectare])
  const beforeId = useMemo(() => aboveFills(map), [map])

  const layers = useMemo(() => {
    if (points.length === 0) return []
    const onCells = () => {
      const taken = measure.take()
      if (taken.length > 0) setMeasured({ by: measure, values: taken })
    }
    return [densityLayer({ points, size, classes, measure: measure.measure, onCells, beforeId })]
  }, [points, size, classes, measure, beforeId])

  return { layers, values, classes }
}
