import { HexagonLayer } from '@deck.gl/aggregation-layers'
import type { Map as MapLibre } from 'maplibre-gl'
import type { CellSize } from './analysis.ts'
import { cellValue, type Point, radiusOf } from './cells.ts'
import { type Class, classOf, toRgb } from './classes.ts'

export interface DensityInput {
  readonly points: readonly Point[]
  readonly size: CellSize
  /** Empty until the values of the cells are known. */
  readonly classes: readonly Class[]
  readonly measure: (points: Point[]) => number
  readonly onCells: () => void
  readonly beforeId: string | undefined
}

const OPACITY = 0.82

/** Hexagons coloured by class. They are counted on the processor: a graphics device rounds, and could not name the points of a cell. */
export function densityLayer({ points, size, classes, measure, onCells, beforeId }: DensityInput): HexagonLayer<Point> {
  const layer = {
    id: 'density',
    data: points as Point[],
    getPosition: ({ position }: Point) => position,
    radius: radiusOf(size),
    coverage: 0.94,
    gpuAggregation: false,
    extruded: false,
    pickable: true,
    // Before there are classes there are no colours to show.
    opacity: classes.length > 0 ? OPACITY : 0,
    getColorValue: measure,
    colorScaleType: 'quantize' as const,
    ...palette(classes),
    onSetColorDomain: onCells,
    ...(beforeId && { beforeId }),
  }
  return new HexagonLayer<Point>(layer)
}

/** The scale knows equal steps only: as many small ones as it takes for every border of a class to lie between two. */
function palette(classes: readonly Class[]) {
  const [first] = classes
  const top = classes.at(-1)?.to
  if (!first || top === undefined) return {}
  const bottom = first.from
  const smallest = Math.min(...classes.map(({ from, to }) => to - from))
  const step = 10 ** Math.floor(Math.log10(smallest) + 1e-9)
  const count = Math.round((top - bottom) / step)
  const colorRange = Array.from({ length: count }, (_, index) =>
    toRgb(classes[classOf(classes, bottom + (index + 0.5) * step)]!.color),
  )
  return { colorDomain: [bottom, top] as [number, number], colorRange }
}

/** Makes the measure of a cell, and keeps what it measured: the legend is made from the very numbers that are drawn. */
export function measureCells(
  size: CellSize,
  perHectare: boolean,
): { measure: (points: Point[]) => number; take: () => number[] } {
  let values: number[] = []
  return {
    measure: (points) => {
      const value = cellValue(points, size, perHectare)
      values.push(value)
      return value
    },
    take: () => {
      const taken = values
      values = []
      return taken
    },
  }
}

/** Over the tints of areas, under rivers, roads, borders and names, so that one still sees where a cell is. */
export function aboveFills(map: MapLibre | null): string | undefined {
  const order = map?.getLayersOrder() ?? []
  const last = order.findLastIndex((id) => id.endsWith('/fill') && !id.startsWith('selection'))
  return order[last + 1]
}
