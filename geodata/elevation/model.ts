/** Heights on a regular lattice of degrees, row by row from the north-west corner. */
export interface ElevationModel {
  /** The first point of the first row, in degrees. */
  readonly west: number
  readonly north: number
  /** Degrees between points, both ways. */
  readonly step: number
  readonly columns: number
  readonly rows: number
  /** Decimetres above the sea. */
  readonly heights: Int16Array
}

/** How far the lattice goes on around a place, to where it ends first, in degrees; below 0 outside. */
export function reachAround({ west, north, step, columns, rows }: ElevationModel, longitude: number, latitude: number): number {
  const [east, south] = [west + (columns - 1) * step, north - (rows - 1) * step]
  return Math.min(longitude - west, east - longitude, latitude - south, north - latitude)
}

/** Metres above the sea, between the four points around the place; outside the lattice, as on the edge that is nearest. */
export function heightAt(model: ElevationModel, longitude: number, latitude: number): number {
  const { west, north, step, columns, rows, heights } = model
  const x = Math.min(columns - 1, Math.max(0, (longitude - west) / step))
  const y = Math.min(rows - 1, Math.max(0, (north - latitude) / step))
  const [column, row] = [Math.min(columns - 2, Math.floor(x)), Math.min(rows - 2, Math.floor(y))]
  const [across, down] = [x - column, y - row]
  const corner = row * columns + column
  const upper = heights[corner]! * (1 - across) + heights[corner + 1]! * across
  const lower = heights[corner + columns]! * (1 - across) + heights[corner + columns + 1]! * across
  return (upper * (1 - down) + lower * down) / 10
}
