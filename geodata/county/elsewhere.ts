/** A county's features as they are at its own place: moved there, and with codes that no other county has. */
import type { Demo, DemoFeature, Geometry, Position, Properties } from './demo.ts'
import type { Plan } from './plan.ts'

export function placed(demo: Demo, { number, name, offset }: Plan): Demo {
  if (number === 1) return demo
  // Roads have numbers, not codes: the national one runs on, those of villages begin anew everywhere.
  const place =
    (layer: string) =>
    (feature: DemoFeature): DemoFeature => ({
      properties: layer === 'roads' ? feature.properties : marked(feature.properties, name.code),
      geometry: feature.geometry && moved(feature.geometry, offset),
    })
  return {
    ...demo,
    features: Object.fromEntries(Object.entries(demo.features).map(([layer, features]) => [layer, features.map(place(layer))])),
  }
}

/** National codes begin with the county's; a register's own numbers begin anew in every county and get it put in front. */
function marked(properties: Properties, county: string): Properties {
  const { code } = properties
  return typeof code !== 'string' || code.startsWith(county) ? properties : { ...properties, code: `${county}-${code}` }
}

function moved(geometry: Geometry, [east, north]: Position): Geometry {
  const place = ([x, y]: Position): Position => [x + east, y + north]
  switch (geometry.type) {
    case 'Point':
      return { type: 'Point', coordinates: place(geometry.coordinates) }
    case 'LineString':
      return { type: 'LineString', coordinates: geometry.coordinates.map(place) }
    case 'MultiLineString':
      return { type: 'MultiLineString', coordinates: geometry.coordinates.map((line) => line.map(place)) }
    case 'MultiPolygon':
      return { type: 'MultiPolygon', coordinates: geometry.coordinates.map((polygon) => polygon.map((ring) => ring.map(place))) }
  }
}
