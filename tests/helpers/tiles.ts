export interface Address {
  readonly z: number
  readonly x: number
  readonly y: number
}

/** The XYZ tile that a place in degrees lies in. */
export function tileOf([longitude, latitude]: readonly [number, number], z: number): Address {
  const radians = (latitude * Math.PI) / 180
  const x = Math.floor(((longitude + 180) / 360) * 2 ** z)
  const y = Math.floor(((1 - Math.asinh(Math.tan(radians)) / Math.PI) / 2) * 2 ** z)
  return { z, x, y }
}

/** The tiles over an extent in degrees; at most `most` of them across and down, around the middle. */
export function tilesOver(
  [west, south, east, north]: readonly [number, number, number, number],
  z: number,
  most: number,
): Address[] {
  const from = tileOf([west, north], z)
  const to = tileOf([east, south], z)
  const range = (first: number, last: number) => {
    const length = Math.min(last - first + 1, most)
    const start = first + Math.floor((last - first + 1 - length) / 2)
    return Array.from({ length }, (_, index) => start + index)
  }
  return range(from.x, to.x).flatMap((x) => range(from.y, to.y).map((y) => ({ z, x, y })))
}
