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

export function covers({ west, north, step, columns, rows }: ElevationModel, longitude: number, latitude: number): boolean {
  const [column, row] = [(longitude - west) / step, (north - latitude) / step]
  return column >= 0 && row >= 0 && column <= columns - 1 && row <= rows - 1
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
