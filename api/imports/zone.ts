/** Which zone an area layer's millimetres are counted on. All files of a county have to be on one, or borders would not meet. */

/** How far a file may reach from the meridian of a zone that is in use: half as far again as the zone itself. */
const REACH = 4.5
/** Beyond, millimetres of the zone are no longer millimetres on the ground. */
export const FARTHEST = 20

export interface Extent {
  readonly west: number
  readonly east: number
}

export const SRID_BASE = 920_000

/** The zone in use that the file fits, the nearest if several do; else the 3° zone that its middle lies in. */
export function chooseZone({ west, east }: Extent, inUse: readonly number[]): number {
  const middle = (west + east) / 2
  const reach = (srid: number) => Math.max(Math.abs(west - meridianOf(srid, middle)), Math.abs(east - meridianOf(srid, middle)))
  const fitting = inUse.filter((srid) => reach(srid) <= REACH).sort((a, b) => reach(a) - reach(b))
  return fitting[0] ?? sridOf(Math.round(middle / 3) * 3)
}

const sridOf = (meridian: number): number => SRID_BASE + (((meridian % 360) + 360) % 360)

/** The zone's central meridian, counted around the globe so that it is nearest to a longitude. */
export function meridianOf(srid: number, longitude: number): number {
  const meridian = srid - SRID_BASE
  return meridian + Math.round((longitude - meridian) / 360) * 360
}
