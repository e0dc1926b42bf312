import type { Layer } from '@deck.gl/core'
import { useMemo } from 'react'
import type { Extent, Feature } from '../api/types.ts'
import { useConsole } from '../state/store.ts'
import { extentOf } from '../values/extent.ts'
import type { GridNumber } from './analysis.ts'
import { type Class, evenClasses } from './classes.ts'
import { gridNumber, isWhole } from './grid_numbers.ts'
import { type GridShape, gridsLayers } from './grids_layer.ts'

export interface Blocks {
  readonly layers: readonly Layer[]
  readonly values: readonly number[]
  readonly classes: readonly Class[]
  /** Grids whose number is not known, and grids that are nowhere on the map. */
  readonly unknown: number
  readonly shapeless: number
}

/** The highest block stands this share of the land's breadth above it. */
const HEIGHT_SHARE = 0.2
const METRES_PER_DEGREE = 111_320

export function useBlocks(features: readonly Feature[] | undefined, number: GridNumber): Blocks {
  const selected = useConsole(({ selection }) => (selection?.layer === 'grids' ? selection.id : null))
  const blocks = useMemo(() => {
    const all = (features ?? []).map((feature) => ({ feature, value: gridNumber(feature.properties, number) }))
    const known = all.filter((one): one is { feature: Feature; value: number } => one.value !== undefined)
    const values = known.map(({ value }) => value)
    return {
      shapes: known.flatMap(({ feature, value }) => toShape(feature, value)),
      values,
      classes: evenClasses(values, isWhole(number)),
      unknown: all.length - known.length,
      shapeless: all.filter(({ feature }) => !feature.geometry).length,
    }
  }, [features, number])
  const { shapes, classes } = blocks
  const height = useMemo(() => breadthOf(shapes) * HEIGHT_SHARE, [shapes])
  const layers = useMemo(
    () => (shapes.length > 0 ? gridsLayers({ shapes, classes, height, selected }) : []),
    [shapes, classes, height, selected],
  )
  return { ...blocks, layers }
}

function toShape({ id, geometry, properties }: Feature, value: number): GridShape[] {
  if (geometry?.type !== 'MultiPolygon' && geometry?.type !== 'Polygon') return []
  return [{ type: 'Feature', geometry, properties: { id, name: String(properties.name ?? id), value } }]
}

/** Metres from west to east over all shapes. */
function breadthOf(shapes: readonly GridShape[]): number {
  const extents = shapes.map(({ geometry }) => extentOf(geometry)).filter((extent) => extent !== null)
  if (extents.length === 0) return 0
  const [west, south, east, north] = extents.reduce<Extent>(
    (all, one) => [Math.min(all[0], one[0]), Math.min(all[1], one[1]), Math.max(all[2], one[2]), Math.max(all[3], one[3])],
    [180, 90, -180, -90],
  )
  return (east - west) * METRES_PER_DEGREE * Math.cos((((south + north) / 2) * Math.PI) / 180)
}
