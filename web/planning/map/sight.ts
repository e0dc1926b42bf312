// Between the screen and the land: what every tool needs to know of the map.
import type { Map as MapLibre } from 'maplibre-gl'
import type { Position } from '#geodata/fabric/index.ts'
import type { Lines } from '#geodata/planning/index.ts'
import { useEditor } from '../editor/editor.ts'
import type { Scene } from '../tools/tool.ts'

/** Pixels. */
export interface Point {
  readonly x: number
  readonly y: number
}

export interface Sight {
  readonly scene: () => Scene | null
  /** Roads and rivers, as far as they are there. */
  readonly lines: () => Lines
  /** Has those in view fetched. */
  readonly fetchLines: () => void
  readonly placeOf: (point: Point) => Position
  /** mm on the land. */
  readonly reach: (pixels: number) => number
  /** The middle of the map. */
  readonly middle: () => Point
  /** West, south, east, north in mm. */
  readonly view: () => readonly [number, number, number, number]
  readonly cursor: (cursor: string) => void
}

export const away = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y)

export function sightOf(map: MapLibre): Sight {
  const size = () => map.getCanvas().getBoundingClientRect()
  const placeOf = ({ x, y }: Point): Position => {
    const { lng, lat } = map.unproject([x, y])
    return useEditor.getState().session!.projection.toPosition([lng, lat])
  }
  const view = () => [...placeOf({ x: 0, y: size().height }), ...placeOf({ x: size().width, y: 0 })] as const
  return {
    lines: () => useEditor.getState().session!.lines.lines,
    fetchLines: () => useEditor.getState().session?.lines.fetchIn(view()),
    scene: () => {
      const { session, fabric, current } = useEditor.getState()
      return session && fabric ? { fabric, scope: session.scope, current } : null
    },
    placeOf,
    reach: (pixels) => pixels * millimetresPerPixel(map),
    middle: () => ({ x: size().width / 2, y: size().height / 2 }),
    view,
    cursor: (cursor) => {
      map.getCanvas().style.cursor = cursor
    },
  }
}

/** Of tiles of 512 pixels, at the middle of the map. */
function millimetresPerPixel(map: MapLibre): number {
  const latitude = (map.getCenter().lat * Math.PI) / 180
  return (40_075_016_686 * Math.cos(latitude)) / (512 * 2 ** map.getZoom())
}
