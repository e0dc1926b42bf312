import type { Position } from '../../api/types.ts'

const TILE_PX = 512

/** Where the map must look so that a place stands in the middle of what is seen of it. @param covered pixels at the right and at the foot */
export function besideCover(
  [longitude, latitude]: Position,
  zoom: number,
  { right, bottom }: { readonly right: number; readonly bottom: number },
): Position {
  const degrees = 360 / (TILE_PX * 2 ** zoom)
  return [longitude + (right / 2) * degrees, latitude - (bottom / 2) * degrees * Math.cos((latitude * Math.PI) / 180)]
}
