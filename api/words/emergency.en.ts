import type { emergencyZhCN } from './emergency.zh-CN.ts'

export const emergencyEn: typeof emergencyZhCN = {
  outside_county: () => 'This place is outside of the county. Check the coordinates and their system.',
  outside_county_swapped: () =>
    'This place is outside of the county, but with longitude and latitude exchanged it would be inside: check their order.',
  number_out_of_range: ({ name, minimum, maximum }) => `${name} must be a whole number from ${minimum} to ${maximum}.`,
  closure_not_drawn: () => 'geometry must be a GeoJSON LineString, Polygon or MultiPolygon in degrees.',
  closure_closes_nothing: () => 'What was drawn meets no road, so it closes none. Draw it across the middle of the road.',
  mark_not_of_layer: ({ layer, known }) => `Marks of the layer “${layer}” are: ${known}.`,
  client_id_taken: () => 'This client_id belongs to another report that says something else. Send it with a new one.',
  emergency_busy: () => 'Too many ways are being measured. Try again in a moment.',
  coverage_kind_unknown: ({ known }) => `kind must be one of: ${known}.`,
  territory_missing: () => 'There is no county, town or community with this code.',
}
