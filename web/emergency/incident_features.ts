import { THRESHOLDS } from '#geodata/emergency/thresholds.ts'
import type { Position } from '../api/types.ts'
import type { Incident, RoadClosure } from './answer.ts'

const feature = (geometry: GeoJSON.Geometry, properties: object): GeoJSON.Feature => ({ type: 'Feature', geometry, properties })
const line = (places: readonly Position[], properties: object): GeoJSON.Feature =>
  feature({ type: 'LineString', coordinates: places.map((place) => [...place]) }, properties)
const point = (place: Position, properties: object): GeoJSON.Feature =>
  feature({ type: 'Point', coordinates: [...place] }, properties)

export interface Shown {
  readonly answer: Incident | undefined
  readonly position: Position | null
  readonly chosen: number
  readonly closures: readonly RoadClosure[]
  readonly closing: readonly Position[] | null
}

export function incidentFeatures({ answer, position, chosen, closures, closing }: Shown): GeoJSON.Feature[] {
  const usable = answer?.water.usable ?? []
  // The chosen one last, over the others.
  const ways = usable
    .map((water, index) => ({ water, index }))
    .sort((a, b) => Number(a.index === chosen) - Number(b.index === chosen))
  return [
    ...(position ? [feature(circleAround(position, THRESHOLDS.hydrant_reach.value), { part: 'reach' })] : []),
    ...ways.map(({ water, index }) =>
      water.way === 'road' && water.line
        ? line([answer!.position, ...water.line, water.point], { part: 'way', chosen: index === chosen })
        : line([answer!.position, water.point], { part: 'straight', chosen: index === chosen }),
    ),
    ...closures.map(({ geometry }) => feature(geometry, { part: 'closed' })),
    ...(closing && closing.length > 1 ? [line(closing, { part: 'drawing' })] : []),
    ...(closing ?? []).map((place) => point(place, { part: 'corner' })),
    ...(answer?.shelters.offered ?? [])
      .filter(({ assigned }) => assigned > 0)
      .map((shelter) => point(shelter.point, { part: 'shelter', text: '避' })),
    ...ways.map(({ water, index }) => point(water.point, { part: 'water', text: String(index + 1), chosen: index === chosen })),
  ]
}

const CORNERS = 96
const METRES_PER_DEGREE = 111_195

/** On the sphere, which a circle on the screen can't be told from. */
function circleAround([longitude, latitude]: Position, metres: number): GeoJSON.Polygon {
  const north = metres / METRES_PER_DEGREE
  const east = north / Math.cos((latitude * Math.PI) / 180)
  const ring = Array.from({ length: CORNERS + 1 }, (_, index) => {
    const angle = (2 * Math.PI * (index % CORNERS)) / CORNERS
    return [longitude + east * Math.cos(angle), latitude + north * Math.sin(angle)]
  })
  return { type: 'Polygon', coordinates: [ring] }
}
