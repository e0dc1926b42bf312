import type { responsibilityZhCN } from './responsibility.zh-CN.ts'

export const responsibilityEn: typeof responsibilityZhCN = {
  position_invalid: () => 'lon and lat must be decimal numbers in degrees, as in lon=113.27&lat=35.21.',
  position_swapped: () => 'Longitude and latitude are in the wrong order: lon is the longitude, lat the latitude. Swap them.',
  position_outside: () => 'The longitude must be from −180 to 180, the latitude from −90 to 90.',
  day_invalid: () => 'at must be a day, as in 2026-03-03.',
  flag_invalid: ({ name }) => `“${name}” takes true or false.`,
  area_missing: () => 'Give either geometry (an area that was drawn) or picked (areas that were chosen), and not both.',
  area_not_polygon: () => 'An area must be a GeoJSON Polygon or MultiPolygon.',
  area_not_coordinates: () => 'The coordinates of an area must be pairs of numbers, [longitude, latitude], and not be empty.',
  area_not_closed: ({ place }) => `The area is not closed: its last point, ${place}, must be the same as its first.`,
  area_too_few_points: () => 'Each ring of an area needs four points at least, the last the same as the first.',
  area_swapped: ({ place }) => `${place} is latitude before longitude; it must be [longitude, latitude].`,
  area_not_degrees: ({ place }) => `${place} is not a place on the map in degrees of longitude and latitude.`,
  area_crosses_itself: ({ place }) => `The outline of the area crosses or overlaps itself at ${place}. Draw that part again.`,
  area_too_detailed: ({ vertices, maximum }) => `The area has ${vertices} points; ${maximum} at most. Simplify it.`,
  area_too_large: ({ found, maximum }) => `The area has ${found} km²; ${maximum} km² at most. Ask for a smaller one.`,
  area_pick_invalid: ({ maximum }) =>
    `picked must be 1 to ${maximum} entries {"layer": layer, "id": number}, of layers whose features are areas.`,
  area_pick_missing: ({ layer, id }) => `The layer “${layer}” has no area ${id}, or it has no shape.`,
  area_list_invalid: ({ maximum }) => `list must be {"layer": layer, "limit": 1 to ${maximum}, "offset": 0 to 10000000}.`,
  area_layers_invalid: () => 'layers must be a list of layer ids that is not empty and has none of them twice.',
  area_member_unknown: ({ name, known }) => `The body has an unknown member “${name}”. Members: ${known}.`,
  finding_kind_invalid: ({ known }) => `kind must be one of ${known}.`,
  role_unknown: ({ known }) => `There is no such role. Roles: ${known}.`,
  scheme_unknown: () => 'There is no such scheme.',
  territory_invalid: () => 'territory must be the code of a county, a town or a community: 6, 9 or 12 digits.',
}
